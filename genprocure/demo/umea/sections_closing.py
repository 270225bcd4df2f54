"""The rest of Umeå's fourth part, with the proposals for the procurement policy, and the glossary, as in version 2."""

from genprocure.demo.text import html

RISKS = html("""
<p>Varje åtgärd har en egen risk med sannolikhet, konsekvens och motåtgärd. Avsnittet tar upp det som hotar planen som
helhet. Styrgruppen går igenom riskerna i september varje år.</p>
<h2>Det går att ställa krav men inte att följa upp dem</h2>
<p>Antalet krav växer snabbare än tiden för uppföljning. Halvtidstjänsten räcker till ungefär 40 avtal. När antalet
närmar sig 40 prövar styrgruppen om tjänsten ska utökas eller om färre krav ska ställas.</p>
<h2>Arbetet hänger på några få personer</h2>
<p>Två upphandlare stod för alla jämställdhetskrav i stickprovet. Mallar, kravbank och utbildning ska göra arbetet
möjligt för alla. Uppdraget ligger på två chefer och inte på samordnaren.</p>
<h2>Kraven gör att färre lämnar anbud</h2>
<p>Småföretag har redan svårt att hinna med. Vi mäter antalet anbud i de upphandlingar där krav ställs. Minskar
antalet två gånger i rad i samma bransch ska kravet omprövas.</p>
<h2>Frågan blir politiskt omstridd</h2>
<p>Planperioden innehåller två val, 2026 och 2030. Åtgärderna är därför kopplade till sådant som är nyttigt oavsett
majoritet: bättre behovsanalyser, fler anbud och avtal som följs upp.</p>
<h2>Sämre ekonomi gör att bara priset räknas</h2>
<p>När pengarna är knappa väger priset tyngre i utvärderingen. De flesta krav i kravbanken är kontraktsvillkor och
påverkar inte utvärderingen, så de står sig bättre än tilldelningskriterier.</p>
""")

MONITORING = html("""
<p>Planen följs upp med tretton indikatorer. Varje indikator har ett utgångsvärde, ett målvärde och en källa. Tabellen
med indikatorer följer efter det här avsnittet.</p>
<h2>Vem gör vad, och när</h2>
<ul>
<li><p><strong>Januari:</strong> Upphandlingsbyrån hämtar uppgifterna ur annonser och diarium. Näringslivsenheten
lämnar uppgifter om marknadsdialogen.</p></li>
<li><p><strong>Februari:</strong> avtalscontrollern sammanställer uppföljningen av avtalen. Nämnder och bolag lämnar
sina svar.</p></li>
<li><p><strong>Mars:</strong> redovisningen på högst fyra sidor går till kommunstyrelsen och publiceras.</p></li>
<li><p><strong>April:</strong> referensgruppen går igenom resultatet och föreslår ändringar.</p></li>
<li><p><strong>September:</strong> styrgruppen går igenom läget i åtgärderna och riskerna.</p></li>
</ul>
<h2>Regler för siffrorna</h2>
<ul>
<li><p>En andel redovisas alltid med antal, till exempel 9 av 188.</p></li>
<li><p>Det som inte är känt redovisas för sig och räknas inte som nej.</p></li>
<li><p>Uppgifter om personer delas upp på kvinnor och män. Grupper med färre än fem personer redovisas inte.</p></li>
<li><p>Siffror från stickprovet 2022 jämförs inte med siffror från 2024 och framåt.</p></li>
<li><p>När ett mått ändras räknas tidigare år om, eller så anges brottet i serien.</p></li>
</ul>
<p>Rör sig en indikator åt fel håll ska redovisningen säga varför och vad som ändras. Ett målvärde får bara ändras i
en ny version av planen.</p>
""")

COMMUNICATION = html("""
<p>Planen finns som webbsida, som tillgänglig pdf och som öppna data. En sammanfattning på lätt svenska, finska,
meänkieli och samiska tas fram under våren 2026.</p>
<ul>
<li><p><strong>Leverantörer</strong> får veta vad som ändras genom marknadsdialogen, på sidan för kommande
upphandlingar och i annonsen. I annonsen står varför ett jämställdhetskrav ställs.</p></li>
<li><p><strong>Beställare och upphandlare</strong> har en intern sida med bedömningsmallen, kravbanken och
telefonnummer till de två kontaktpersonerna.</p></li>
<li><p><strong>Förtroendevalda</strong> får en genomgång på 30 minuter i varje nämnd under 2026, med exempel ur
nämndens egna upphandlingar.</p></li>
<li><p><strong>Invånare</strong> hittar årsredovisningen på webben. Den är på högst fyra sidor och tar också upp det
som inte har fungerat.</p></li>
<li><p><strong>Grannkommunerna och regionen</strong> informeras i inköpssamarbetets ordinarie möten.</p></li>
<li><p><strong>Städerna i nätverket</strong> får planen på engelska och ett resultatbrev om året till och med
2028.</p></li>
</ul>
<p>Samordnaren svarar för webbsidan och Upphandlingsbyrån för kontakten med leverantörer. Frågor besvaras inom tre
arbetsdagar. Vi skriver inte att ett krav har haft effekt förrän det är uppföljt.</p>
""")

POLICY = html("""
<p>Inköps- och upphandlingspolicyn ska uppdateras 2026 och jämställdhet ska ingå. Avsnittet innehåller
referensgruppens förslag och rekommendationer. Policytexten är skriven så att det går att besluta om den ord för
ord.</p>
<h2>Förslag till text i policyn</h2>
<h3>Syfte</h3>
<blockquote><p>Kommunens inköp ska bidra till att kvinnor och män, flickor och pojkar får likvärdig service och till
att de som utför arbetet har likvärdiga villkor.</p></blockquote>
<h3>När frågan prövas</h3>
<blockquote><p>I varje upphandling över en miljon kronor bedömer beställaren och upphandlaren tillsammans om
jämställdhet har betydelse för behovet, för dem som utför arbetet eller för vilka som kan lämna anbud. Bedömningen är
skriftlig och görs innan kraven skrivs.</p></blockquote>
<h3>Krav och villkor</h3>
<blockquote><p>Krav, tilldelningskriterier och kontraktsvillkor om jämställdhet ställs när bedömningen visar att de
har betydelse. De ska ha anknytning till det som köps, vara proportionerliga och gå att följa upp. Ett krav som inte
kan följas upp ska inte ställas.</p></blockquote>
<h3>Mindre företag</h3>
<blockquote><p>Upphandlingar av tjänster delas i anbudsområden när det är lämpligt. När en upphandling inte delas
skrivs skälen ned.</p></blockquote>
<h3>Redovisning</h3>
<blockquote><p>Nämnder och bolagsstyrelser redovisar varje år hur frågan har prövats, vad som har ändrats och vad
uppföljningen har visat.</p></blockquote>
<h2>Rekommendationer</h2>
<ul>
<li><p><strong>Kommunfullmäktige</strong> bör ta in samma text i bolagens ägardirektiv, så att policyn gäller lika för
förvaltningar och bolag.</p></li>
<li><p><strong>Nämnderna</strong> bör begära att bedömningen bifogas när de själva beslutar om en
upphandling.</p></li>
<li><p><strong>Upphandlingsbyrån</strong> bör ändra riktlinjen för direktupphandling och mallen för kategoriplaner
inom ett halvår från fullmäktiges beslut.</p></li>
<li><p><strong>Stadsledningskontoret</strong> bör komplettera dokumentet om socialt ansvarsfull upphandling. De fyra
målgrupperna från 2016 finns kvar, och resultaten för dem redovisas för kvinnor och män var för sig.</p></li>
<li><p><strong>Region Västerbotten och grannkommunerna</strong> bör pröva om de kan använda samma
formuleringar.</p></li>
</ul>
<h2>Det som gruppen avstod från</h2>
<p>Gruppen diskuterade en fast andel upphandlingar som alltid ska ha jämställdhetskrav. Majoriteten ansåg att det
skulle ge krav som ingen behöver. Universitetets och kvinnoföreningens företrädare ville pröva en fast andel i
lokalvård och omsorg. Gruppen avstod också från att ge poäng efter vem som äger ett företag, eftersom det inte är
förenligt med LOU.</p>
<h2>Nästa steg</h2>
<p>Förslaget skickas på remiss till nämnder, bolag och grannkommuner i februari 2026. Svaren sammanställs i april.
Kommunstyrelsen bereder ärendet i maj och fullmäktige väntas besluta i juni.</p>
""")

GLOSSARY = html("""
<ul>
<li><p><strong>Anbudsområde:</strong> en del av en upphandling som det går att lämna anbud på för sig. I lagen heter
det del av kontrakt och i annonsen delkontrakt.</p></li>
<li><p><strong>Avrop:</strong> en beställning på ett ramavtal.</p></li>
<li><p><strong>Avtalscontroller:</strong> den som följer upp att leverantörer håller det som står i avtalet.</p></li>
<li><p><strong>Beställare:</strong> den verksamhet som behöver varan eller tjänsten.</p></li>
<li><p><strong>Förnyad konkurrensutsättning:</strong> företag som redan har ett ramavtal lämnar nya anbud på en viss
beställning.</p></li>
<li><p><strong>Förstudie:</strong> det arbete som görs innan upphandlingsdokumenten skrivs.</p></li>
<li><p><strong>Jämställdhetsbedömning:</strong> fem frågor på en sida som besvaras i förstudien.</p></li>
<li><p><strong>Jämställdhetskrav:</strong> i planen alla krav, kriterier och villkor som rör skillnader mellan kvinnor
och män.</p></li>
<li><p><strong>Kategori:</strong> en grupp av liknande inköp, till exempel måltider, som sköts av samma
upphandlare.</p></li>
<li><p><strong>Kontraktsvillkor:</strong> ett villkor för hur kontraktet ska fullgöras. Det påverkar inte
utvärderingen av anbuden.</p></li>
<li><p><strong>Kravbank:</strong> kommunens samling av prövade formuleringar.</p></li>
<li><p><strong>Könsuppdelad statistik:</strong> statistik som visar kvinnor och män var för sig.</p></li>
<li><p><strong>LOU:</strong> lagen (2016:1145) om offentlig upphandling.</p></li>
<li><p><strong>Marknadsdialog:</strong> möten med företag innan kraven skrivs, öppna för alla på lika
villkor.</p></li>
<li><p><strong>Referensgrupp:</strong> den lokala grupp som har arbetat fram planen, på engelska URBACT Local
Group.</p></li>
<li><p><strong>Socialt mål:</strong> uppgift i annonsen om vilken social hänsyn som tas. Jämställdhet är ett av sju
val.</p></li>
<li><p><strong>Sysselsättningskrav:</strong> krav på att leverantören tar emot personer som står långt från
arbetsmarknaden.</p></li>
<li><p><strong>Tilldelningskriterium:</strong> det som avgör vilket anbud som vinner.</p></li>
<li><p><strong>Tröskelvärde:</strong> beloppsgräns som avgör vilka av lagens regler som gäller.</p></li>
<li><p><strong>Underentreprenör:</strong> företag som huvudleverantören anlitar för att utföra en del av
arbetet.</p></li>
</ul>
""")
