"""How Umeå's sections read in version 1, where they have changed since."""

from genprocure.demo.text import html
from genprocure.demo.umea import early_delivery as delivery

FOREWORD = html("""
<p><em>Det här är ett exempel på en plan: personer, siffror och beslut är påhittade.</em></p>
<p>En kommun köper mat till förskolan, städning av skolor, skolskjuts, hemtjänst och vägar. Kvinnor och män använder
tjänsterna olika mycket och på olika sätt, och de arbetar i olika delar av dem. Ändå har vi skrivit de flesta av våra
krav som om det inte hade någon betydelse.</p>
<p>Umeå har i nästan tio år ställt miljökrav, sociala krav och sysselsättningskrav. Jämställdhet kom inte med. När vi
gick igenom 60 upphandlingar från 2022 fanns jämställdhetskrav i fyra av dem, och inget av kraven hade följts upp.</p>
<p>Det här är planens första version. Kommunstyrelsen godkände den 6 maj 2025 att den granskas av andra städer i
nätverket. Vi räknar med att mycket kommer att ändras och vill gärna ha dina synpunkter under sommaren.</p>
<p><strong>För kommunstyrelsen</strong></p>
""")

SUMMARY = html("""
<p>Umeå kommun ska pröva jämställdhet i sina upphandlingar, ställa de krav som har betydelse och följa upp dem. Planen
gäller 2026–2030 och har fyra mål och tio åtgärder. Det är en första version som granskas av andra städer.</p>
<h2>Läget</h2>
<p>Kommunen gör omkring 270 upphandlingar om året. I ett stickprov om 60 upphandlingar från 2022 hade fyra något
jämställdhetskrav. År 2024 angav 9 av 188 annonserade delkontrakt jämställdhet som mål, och för 31 saknades uppgift.
De två siffrorna är mätta på olika sätt och kan inte jämföras.</p>
<h2>Hindren och lösningarna</h2>
<p>Referensgruppen har beskrivit tretton hinder och arbetat fram elva lösningar. Nio av lösningarna har blivit
åtgärder. Två hinder saknar ännu lösning: att ingen har fått uppdraget och att vi inte vet vem som äger företagen vi
köper av.</p>
<h2>Kostnaden</h2>
<p>Åtgärderna kostar 2 255 000 kronor fram till och med 2029. Av dem är 375 000 kronor beslutade och 1 200 000 kronor
sökta. 680 000 kronor återstår att finansiera.</p>
""")

BASELINE = html("""
<p>Avsnittet beskriver nuläget vid ingången i projektet, i juni 2023, och vad vi har kunnat mäta sedan dess.</p>
<h2>Det vi redan kunde</h2>
<p>Kommunen hade i nästan tio år ställt krav på miljö, sociala hänsyn och sysselsättning. Upphandlingsbyrån arbetade i
kategorier, hade mallar för sysselsättningskrav och mätte 2023 vilka effekter kraven hade haft. Jämställdhet ingick
inte i något av detta.</p>
<h2>Så mätte vi 2023</h2>
<p>För tiden före 2024 finns inga användbara annonsdata om sociala hänsyn. Vi läste därför upphandlingsdokumenten i
ett stickprov om 60 upphandlingar från 2022, av omkring 270.</p>
<ul>
<li><p>46 av 60 hade något miljökrav.</p></li>
<li><p>39 av 60 hade något socialt krav eller sysselsättningskrav.</p></li>
<li><p>4 av 60 hade något krav som rörde jämställdhet.</p></li>
</ul>
<p>Vi granskade också 25 avtal med sociala krav. Elva hade en dokumenterad uppföljning. Inget av de fyra
jämställdhetskraven hade följts upp.</p>
<h2>Siffrorna för 2024</h2>
<p>Av 188 annonserade delkontrakt angav 52 något socialt mål, 105 angav att inget socialt mål gällde och 31 saknade
uppgift. Nio av de 52 angav jämställdhet. I bygg och anläggning angav inget av 41 delkontrakt jämställdhet.</p>
<h2>Så ska siffrorna läsas</h2>
<p>Stickprovet från 2022 räknar upphandlingar och bygger på att någon har läst dokumenten. Siffrorna från 2024 räknar
delkontrakt och bygger på en kod i annonsen. De går inte att lägga i samma tidsserie.</p>
""")

NEEDS = html("""
<p>Hindren i planen kommer från den lokala referensgruppen, från två enkäter och från genomgångar av kommunens egna
upphandlingar och avtal.</p>
<h2>Gruppen</h2>
<p>Gruppen har sexton deltagare, tio kvinnor och sex män. De kommer från Upphandlingsbyrån, stadsledningskontoret,
äldreomsorgen, Måltidsservice, det kommunala bostadsbolaget, Vännäs kommun, Region Västerbotten, Handelskammaren, tre
leverantörer, ett företagarnätverk, en kvinnoförening och Umeå universitet. En ledamot av kommunstyrelsen är
observatör. Gruppen har haft sex möten sedan den 7 december 2023.</p>
<h2>Så gick det till</h2>
<ol>
<li><p>På det första mötet skrev var och en ned vad som senast hindrade dem. Det blev 61 lappar.</p></li>
<li><p>Lapparna ordnades i ett problemträd med orsaker och följder. Kvar blev 22 problem.</p></li>
<li><p>En enkät till småföretag i maj 2024 (46 svar av 118) och en till beställare i september 2024 (51 svar av 64)
visade vilka problem som delas av fler än gruppen.</p></li>
<li><p>Gruppen slog ihop problem som hade samma orsak. Det blev tretton hinder.</p></li>
</ol>
<h2>Där gruppen inte är enig</h2>
<p>Hur många anbudsområden ett avtal tål. Leverantörerna vill ha fler delar och upphandlarna är oroliga för kostnaden
för uppföljning.</p>
""")

VISION = html("""
<blockquote><p>År 2030 är Umeå en förebild för jämställd upphandling. Alla inköp bidrar till ett jämställt
samhälle.</p></blockquote>
<p>Gruppen är inte färdig med formuleringen och tar gärna emot förslag.</p>
""")

OBJECTIVES = html("""
<p>Planen har fyra mål. De följer upphandlingens gång: hur kommunen styr, hur behovet tas fram, hur marknaden möts och
hur avtalet följs upp. Varje mål har ett datum och minst en indikator med utgångsvärde.</p>
<p>Gruppen började med nio mål. Fem togs bort, de flesta för att de inte gick att mäta med uppgifter som finns.</p>
""")

INTEGRATION = html("""
<h2>Verksamhet och upphandlare</h2>
<p>Bedömningen görs i förstudien, där beställare och upphandlare redan möts. Utbildningen ges till båda på samma
gång.</p>
<h2>Kommunen, grannkommunerna och regionen</h2>
<p>Kravbanken ska vara gemensam. Vännäs kommun och Region Västerbotten deltar i gruppen.</p>
<h2>Kort och lång sikt</h2>
<p>Åtgärderna i annonser och mallar ger resultat inom ett halvår. Utbildning och uppföljning behöver två till tre
år.</p>
<h2>Det som återstår</h2>
<p>Gruppen har inte hunnit bedöma hur planen fungerar i stad och på landsbygd eller hur den hänger ihop med
klimatmålen. Det görs efter sommaren.</p>
""")

LEARNING = html("""
<h2>Från andra städer i nätverket</h2>
<ul>
<li><p><strong>Umeå</strong> var värd för nätverket den 19–20 mars 2024. Besökarna frågade varför vi inte mätte
jämställdhet när vi mätte sysselsättning.</p></li>
<li><p><strong>Messina</strong> för in jämställdhet i själva arbetsgången för inköp och låter flera grupper delta.
Därifrån kommer tanken att lägga bedömningen i förstudien.</p></li>
<li><p><strong>Koszalin</strong> arbetar för att fler företag som leds av kvinnor ska delta i upphandlingar.</p></li>
</ul>
<p>Den 27–29 maj 2025 granskar andra städer den här versionen.</p>
<h2>Prov 1: villkor i ett städavtal</h2>
<p>Avtalet om lokalvård på elva skolor fick i oktober 2024 villkor om schemaläggning på dagtid och redovisning av
heltider. Provet pågår. Vid den första redovisningen i februari 2025 hade 16 av 34 anställda heltid, mot 14 vid
starten.</p>
<h2>Prov 2: bedömning i fem upphandlingar</h2>
<p>Bedömningen tog en till tre timmar. I tre av fem upphandlingar ändrades kraven.</p>
<h2>Prov 3: marknadsdialog på kvällstid</h2>
<p>Två möten i februari 2025 om lokalvård och trädgårdsskötsel samlade 17 företag. Sex av dem hade aldrig lämnat anbud
till kommunen.</p>
""")

OVERVIEW = html("""
<p>Planen har tio åtgärder. En pågår, en är finansierad, tre är överenskomna, två är kostnadsberäknade och tre är
utkast. Varje åtgärd kommer ur en lösning i referensgruppen.</p>
<p>För varje åtgärd anger vi när den görs, vem som ansvarar, vad den kostar, var pengarna kommer ifrån, hur vi mäter
den och vad som kan gå fel.</p>
<p>Ingen åtgärd gäller ännu avtalens storlek. Gruppen har en lösning men är inte enig om hur den ska prövas.</p>
""")

SECTIONS = {
    "foreword": FOREWORD,
    "summary": SUMMARY,
    "baseline": BASELINE,
    "needs": NEEDS,
    "vision": VISION,
    "objectives": OBJECTIVES,
    "integration": INTEGRATION,
    "learning": LEARNING,
    "overview": OVERVIEW,
    "governance": delivery.GOVERNANCE,
    "funding": delivery.FUNDING,
    "timeline": delivery.TIMELINE,
    "risks": delivery.RISKS,
    "monitoring": delivery.MONITORING,
    "communication": delivery.COMMUNICATION,
    "policy": delivery.POLICY,
}
