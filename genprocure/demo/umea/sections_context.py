"""Umeå's front matter and first part, context, needs and vision, as they stand in version 2."""

from genprocure.demo.text import html

FOREWORD = html("""
<p><em>Det här är ett exempel på en plan: personer, siffror och beslut är påhittade.</em></p>
<p>En kommun köper mat till förskolan, städning av skolor, skolskjuts, hemtjänst och vägar. Kvinnor och män använder
tjänsterna olika mycket och på olika sätt, och de arbetar i olika delar av dem. Ändå har vi skrivit de flesta av våra
krav som om det inte hade någon betydelse.</p>
<p>Umeå har i nästan tio år ställt miljökrav, sociala krav och sysselsättningskrav. Jämställdhet kom inte med. När vi
gick igenom 60 upphandlingar från 2022 fanns jämställdhetskrav i fyra av dem, och inget av kraven hade följts upp.</p>
<p>I två år har upphandlare, verksamheter, företag, forskare och föreningar arbetat tillsammans för att ta reda på
varför det blev så. De är inte överens om allt. Hur små avtal kan bli, och vad ett krav får kosta, diskuterar gruppen
fortfarande. Planen redovisar även det.</p>
<p>Kommunstyrelsen antog planen den 18 november 2025. Varje åtgärd ska ha en ansvarig, en kostnad och ett mått. I mars
varje år redovisar vi hur det har gått, och du kan läsa redovisningen på samma plats som planen.</p>
<p><strong>För kommunstyrelsen</strong></p>
""")

SUMMARY = html("""
<p>Umeå kommun ska pröva jämställdhet i sina upphandlingar, ställa de krav som har betydelse och följa upp dem. Planen
gäller 2026–2030 och har fyra mål och elva åtgärder.</p>
<h2>Läget</h2>
<p>Kommunen gör omkring 270 upphandlingar om året. I ett stickprov om 60 upphandlingar från 2022 hade fyra något
jämställdhetskrav. År 2024 angav 9 av 188 annonserade delkontrakt jämställdhet som mål, och för 31 saknades uppgift.
De två siffrorna är mätta på olika sätt och kan inte jämföras.</p>
<h2>Hindren och lösningarna</h2>
<p>Referensgruppen har beskrivit fjorton hinder. Ett är löst, tio möts av åtgärder, två har ännu inget färdigt svar
och ett är parkerat. Gruppen har arbetat fram tretton lösningar. Elva av dem har blivit åtgärder, en bedöms ännu och
en avslogs.</p>
<h2>Det viktigaste i planen</h2>
<ul>
<li><p>Jämställdhet skrivs in i inköps- och upphandlingspolicyn 2026.</p></li>
<li><p>En jämställdhetsbedömning på en sida görs i alla upphandlingar över en miljon kronor.</p></li>
<li><p>En kravbank tas fram tillsammans med regionen och grannkommunerna.</p></li>
<li><p>Tre upphandlingar delas i anbudsområden 2026 för att pröva om fler företag lämnar anbud.</p></li>
<li><p>En avtalscontroller på halvtid följer upp kraven från januari 2026.</p></li>
</ul>
<h2>Kostnaden</h2>
<p>Åtgärderna kostar 2 825 000 kronor fram till och med 2029. Av dem är 2 145 000 kronor beslutade, 440 000 kronor
sökta och 240 000 kronor återstår att finansiera. En åtgärd, frågan till leverantörerna om ägande, har ännu ingen
ansvarig och är inte kostnadsberäknad.</p>
""")

PROFILE = html("""
<h2>Kommunen som köpare</h2>
<p>Umeå kommun upphandlar varor, tjänster och byggentreprenader åt nämnderna och flera av de kommunala bolagen.
Upphandlingsbyrån genomför omkring 270 upphandlingar om året (2022). I siffran ingår även direktupphandlingar och
förnyade konkurrensutsättningar, som inte annonseras.</p>
<p>Arbetet är ordnat i kategorier, till exempel fastighet, måltider, omsorg och persontransporter. Samma upphandlare
följer sin kategori från förstudien till avtalsuppföljningen. Erfarenheter från ett avtal kan därför tas med in i
nästa upphandling.</p>
<p>Sedan 25 år upphandlar kommunen tillsammans med Bjurholm, Nordmaling, Robertsfors, Vindeln och Vännäs. De krav som
Umeå ställer gäller därför ofta i sex kommuner.</p>
<h2>Vad vi annonserade 2024</h2>
<p>Under 2024 annonserades 142 upphandlingar med 188 delkontrakt. Det beräknade värdet var 1 620 miljoner kronor.</p>
<ul>
<li><p>Byggentreprenader: 38 upphandlingar, 41 delkontrakt och 930 miljoner kronor.</p></li>
<li><p>Tjänster: 41 upphandlingar, 49 delkontrakt och 460 miljoner kronor.</p></li>
<li><p>Varor: 63 upphandlingar, 98 delkontrakt och 230 miljoner kronor.</p></li>
</ul>
<h2>Vilka som arbetar i avtalen</h2>
<p>Arbetsmarknaden är könsuppdelad i Umeå som i resten av landet. I bygg, anläggning och transport är de flesta
anställda män. I lokalvård, vård och omsorg är de flesta kvinnor. Pengar och arbetstid fördelar sig olika: bygg och
anläggning står för 57 procent av värdet, medan lokalvården står för 3 procent av värdet men ungefär var femte
arbetstimme i tjänsteavtalen. Den som bara räknar kronor missar därför många av de kvinnor som arbetar åt
kommunen.</p>
""")

POLICIES = html("""
<h2>Kommunens egna dokument</h2>
<ul>
<li><p><strong>Inköps- och upphandlingspolicyn</strong> gäller hela kommunen. Den tar upp miljö, arbetsvillkor och
sysselsättning men inte jämställdhet. Policyn ses över 2026.</p></li>
<li><p><strong>Dokumentet om socialt ansvarsfull upphandling</strong> från 2016 anger fyra målgrupper: nyanlända,
ungdomar, personer med funktionsnedsättning och personer med försörjningsstöd.</p></li>
<li><p><strong>Riktlinjen för direktupphandling</strong> och <strong>mallen för kategoriplaner</strong> styr det
dagliga arbetet. Ingen av dem nämner kön.</p></li>
</ul>
<h2>Lagen om offentlig upphandling</h2>
<p>Enligt 4 kap. 3 § lagen (2016:1145) om offentlig upphandling, LOU, bör myndigheten beakta sociala hänsyn om
upphandlingens art motiverar det. Krav och kriterier ska ha anknytning till det som köps, och de ska vara
proportionerliga och möjliga att kontrollera. Villkor om hur kontraktet ska fullgöras får ställas enligt 17 kap. 1 §.
Företagets personalpolitik i allmänhet får inte bedömas.</p>
<p>Den nationella upphandlingsstrategin nämner jämställdhetskrav. Sedan den 1 januari 2024 kräver
upphandlingsförordningen att varje annonserad upphandling anger beräknat värde och om miljö, sociala aspekter eller
innovation beaktas. För miljö och sociala aspekter ska även slaget anges.</p>
<h2>Annat som påverkar</h2>
<ul>
<li><p><strong>Diskrimineringslagen</strong> kräver att arbetsgivare arbetar med aktiva åtgärder och gör
lönekartläggning. Hur ett kontraktsvillkor kan knyta an till det, för dem som utför uppdraget, utreds i arbetet med
kravbanken.</p></li>
<li><p><strong>Den europeiska deklarationen om jämställdhet</strong> från CEMR tar i artikel 12 upp offentlig
upphandling. Vi har använt artikeln som stöd när vi formulerade målen.</p></li>
<li><p><strong>EU:s lönetransparensdirektiv</strong> (2023/970) ska vara genomfört i juni 2026 och tar upp offentliga
kontrakt i artikel 24. Upphandlingsjuristen bevakar hur det genomförs i Sverige.</p></li>
</ul>
""")

BASELINE = html("""
<p>Avsnittet beskriver nuläget vid ingången i projektet, i juni 2023, och vad vi har kunnat mäta sedan dess.</p>
<h2>Det vi redan kunde</h2>
<p>Kommunen hade i nästan tio år ställt krav på miljö, sociala hänsyn och sysselsättning. Upphandlingsbyrån arbetade i
kategorier, hade mallar för sysselsättningskrav och mätte 2023 vilka effekter kraven hade haft. Samarbetet med de fem
grannkommunerna var etablerat. Jämställdhet ingick inte i något av detta.</p>
<h2>Så mätte vi 2023</h2>
<p>För tiden före 2024 finns inga användbara annonsdata om sociala hänsyn. Vi läste därför upphandlingsdokumenten i
ett stickprov om 60 upphandlingar från 2022, av omkring 270.</p>
<ul>
<li><p>46 av 60 hade något miljökrav.</p></li>
<li><p>39 av 60 hade något socialt krav eller sysselsättningskrav.</p></li>
<li><p>4 av 60 hade något krav som rörde jämställdhet.</p></li>
<li><p>Ingen av de 60 hade en skriftlig bedömning av om jämställdhet var relevant.</p></li>
</ul>
<p>Vi granskade också 25 avtal med sociala krav. Elva hade en dokumenterad uppföljning. Inget av de fyra
jämställdhetskraven hade följts upp.</p>
<h2>Siffrorna för 2024</h2>
<p>Av 188 annonserade delkontrakt angav 52 något socialt mål, 105 angav att inget socialt mål gällde och 31 saknade
uppgift. Nio av de 52 angav jämställdhet. De fanns i lokalvård (fyra), vård och omsorg (två), skolskjuts (ett) och
arbetskläder (två). I bygg och anläggning angav inget av 41 delkontrakt jämställdhet. De nio delkontrakten hade ett
beräknat värde av 38 miljoner kronor, av sammanlagt 1 620.</p>
<blockquote><p>Jag har gjort ett fyrtiotal upphandlingar här. Ingen beställare har frågat om jämställdhet, och jag har
inte tagit upp det själv.</p></blockquote>
<p>Citatet kommer från en upphandlare på gruppens andra möte.</p>
<h2>Första halvåret 2025</h2>
<p>Sedan annonsmallen ändrades saknas uppgiften i 3 av 94 delkontrakt. 31 angav något socialt mål och 8 av dem
jämställdhet. Ett halvår är för lite för att tala om en förändring, men statistiken går nu att lita på.</p>
<h2>Så ska siffrorna läsas</h2>
<p>Stickprovet från 2022 räknar upphandlingar och bygger på att någon har läst dokumenten. Siffrorna från 2024 räknar
delkontrakt och bygger på en kod i annonsen. Tidsserien börjar därför 2024, och stickprovet redovisas vid sidan
av.</p>
<h2>Det vi inte vet</h2>
<p>Vi vet inte hur stor del av inköpen som går till företag som ägs eller leds av kvinnor. Vi vet sällan hur många
kvinnor och män som använder tjänsterna eller arbetar i avtalen. I bygg vet vi i regel inte vilka underentreprenörer
som är på plats.</p>
""")

NEEDS = html("""
<p>Hindren i planen kommer från den lokala referensgruppen, från två enkäter och från genomgångar av kommunens egna
upphandlingar och avtal. Varje hinder hänvisar till det fynd i nuläget som det bygger på.</p>
<h2>Gruppen</h2>
<p>Gruppen har sexton deltagare, tio kvinnor och sex män. De kommer från Upphandlingsbyrån, stadsledningskontoret,
äldreomsorgen, Måltidsservice, det kommunala bostadsbolaget, Vännäs kommun, Region Västerbotten, Handelskammaren, tre
leverantörer, ett företagarnätverk, en kvinnoförening och Umeå universitet. En ledamot av kommunstyrelsen är
observatör. Gruppen hade åtta möten mellan den 7 december 2023 och den 9 oktober 2025.</p>
<h2>Så gick det till</h2>
<ol>
<li><p>På det första mötet skrev var och en ned vad som senast hindrade dem. Det blev 61 lappar.</p></li>
<li><p>Lapparna ordnades i ett problemträd med orsaker och följder. Kvar blev 22 problem.</p></li>
<li><p>En enkät till småföretag i maj 2024 (46 svar av 118) och en till beställare i september 2024 (51 svar av 64)
visade vilka problem som delas av fler än gruppen.</p></li>
<li><p>Gruppen slog ihop problem som hade samma orsak, till tretton hinder. Ett fjortonde, om underentreprenörer, kom
till på mötet i augusti 2025.</p></li>
</ol>
<h2>Vad som väger tyngst</h2>
<p>Tre hinder fick störst stöd i gruppen: att policyn inte nämner jämställdhet, att kraven inte följs upp och att
avtalen är för stora. Leverantörerna satte uppföljningen först. Verksamheterna satte okunskapen om behoven först.</p>
<h2>Där gruppen inte är enig</h2>
<ul>
<li><p>Hur många anbudsområden ett avtal tål. Leverantörerna vill ha fler delar och upphandlarna är oroliga för
kostnaden för uppföljning. Tre upphandlingar prövar saken 2026.</p></li>
<li><p>Hur långt ned i leden underentreprenörer ska redovisas. Föreningarna vill ha alla led, byggföretaget
två.</p></li>
<li><p>Vad som räknas som ett företag som leds av kvinnor.</p></li>
</ul>
<p>Synpunkter och svar finns i bilagan, även de som inte ledde till någon ändring.</p>
""")

VISION = html("""
<blockquote><p>År 2030 frågar Umeå kommun i varje större upphandling vilka som berörs, och kan visa vad svaret ledde
till. Kraven går att uppfylla även för små företag. Den som lovar något i ett anbud får frågan om löftet
hålls.</p></blockquote>
<p>Med större upphandling menar vi en upphandling över en miljon kronor. Alla upphandlingar behöver inte ha ett
jämställdhetskrav, men frågan ska ställas, svaret ska skrivas ned och skälet ska gå att läsa i efterhand.</p>
<p>Visionen går att kontrollera. Öppna år 2030 ett ärende från 2027: där ska stå vilka som berördes, vilka krav som
valdes och hur de följdes upp.</p>
""")

CHALLENGES = html("""
<p>Gruppen har pekat ut fem ställen där olika delar måste hänga ihop för att planen ska fungera.</p>
<h2>Mellan verksamhet och upphandlare</h2>
<p>Behovet beskrivs i verksamheten och kraven skrivs på Upphandlingsbyrån. Har jämställdhet inte funnits med i behovet
är det för sent när annonsen skrivs.</p>
<h2>Mellan kommunen och andra köpare</h2>
<p>Samma företag lämnar anbud till kommunen, regionen, grannkommunerna och de kommunala bolagen. Om alla ställer krav
på sitt sätt blir det dyrt för dem, och dyrast för de minsta.</p>
<h2>Mellan budgetår och avtalstid</h2>
<p>Budgeten läggs för ett år och avtalen löper i fyra. Den förvaltning som betalar för en bättre kravställning är
sällan den som sparar på att tjänsten fungerar.</p>
<h2>Mellan stad och landsbygd</h2>
<p>Ett anbudsområde som fungerar i centrala Umeå kan sakna anbudsgivare i Vindeln eller Bjurholm. Delning måste därför
prövas för varje upphandling och plats.</p>
<h2>Mellan jämställdhet, klimat och digitalisering</h2>
<p>Upphandlarna ska hinna med alla krav samtidigt. Klimatkrav på elfordon kan stänga ute små åkerier, och digitala
tjänster kan stänga ute en del av dem som ska använda dem. Avvägningen behöver göras öppet i varje upphandling.</p>
""")
