"""Umeå's second part, objectives and integration, and the introduction to the actions, as they stand in version 2."""

from genprocure.demo.text import html

OBJECTIVES = html("""
<p>Planen har fyra mål. De följer upphandlingens gång: hur kommunen styr, hur behovet tas fram, hur marknaden möts och
hur avtalet följs upp. Varje mål har ett datum och minst två indikatorer med utgångsvärde. Alla åtgärder hör till ett
mål.</p>
<p>Gruppen började med nio mål. Fem togs bort: tre för att de inte gick att mäta med uppgifter som finns, ett för att
det hör till jämställdhetsarbetet i skolan och ett, om fler kvinnor i byggbranschen, för att kommunens inköp rår för
lite på det.</p>
<p>Målvärdena är satta så att de ska gå att nå med de åtgärder som är beskrivna. Att vart femte delkontrakt ska ange
jämställdhet 2029 bygger på en genomgång av 2024 års delkontrakt. Av 188 bedömde gruppen att frågan hade haft
betydelse i 44.</p>
""")

AREAS = html("""
<p>Planen arbetar inom fyra områden, ett för varje mål. Lösningarna kom från gruppens möten, från andra städer och
från enkäterna. Gruppen ställde tre frågor om var och en: Kommer den åt hindret? Råder kommunen över den? Går det att
följa upp om den fungerar? En lösning som fick nej på någon av frågorna lades åt sidan.</p>
<h2>Styrning</h2>
<p>Policy och riktlinjer, uppdrag till chefer och årlig redovisning. Området vänder sig till fullmäktige, nämnder och
bolagens styrelser.</p>
<h2>Behov och krav</h2>
<p>Jämställdhetsbedömning i förstudien, utbildning, kravbank och samtal med dem som berörs. Området vänder sig till
beställare och upphandlare. De första kategorierna är omsorg, lokalvård, måltider, persontransporter och arbetskläder.
I dem är skillnaderna mellan kvinnor och män störst, bland dem som använder tjänsten eller dem som utför arbetet.</p>
<h2>Marknad</h2>
<p>Anbudsområden, omsättningskrav, marknadsdialog och kunskap om vilka företag kommunen köper av. Området vänder sig
till företag med färre än 50 anställda, oavsett vem som äger dem.</p>
<h2>Avtal och uppföljning</h2>
<p>Uppföljningsplaner, besök på arbetsplatser, rätt uppgifter i annonserna och öppen redovisning. Området vänder sig
till leverantörer med avtal och till alla som vill granska kommunens inköp.</p>
<h2>Det som inte ingår</h2>
<p>Direktupphandlingar under 100 000 kronor, föreningsbidrag och kommunens egna anställningar ingår inte. De kommunala
bolagen väljer själva om de följer planen. Bostadsbolaget Älvbo gör det från 2026.</p>
""")

INTEGRATION = html("""
<p>I augusti 2025 bedömde gruppen planen mot tolv aspekter av integrering. Starkast var samordningen med andra
strategier och deltagandet i planeringen. Svagast var finansieringen efter 2029 och kopplingen till olika delar av
kommunen.</p>
<h2>Verksamhet och upphandlare</h2>
<p>Bedömningen görs i förstudien, där beställare och upphandlare redan möts. Utbildningen ges till båda på samma gång
och de två kontaktpersonerna sitter i var sin organisation.</p>
<h2>Kommunen, grannkommunerna och regionen</h2>
<p>Kravbanken är gemensam från början. Vännäs kommun och Region Västerbotten deltar i gruppen. De övriga fyra
grannkommunerna får förslagen på remiss genom det befintliga inköpssamarbetet.</p>
<h2>Kort och lång sikt</h2>
<p>Åtgärderna i annonser och mallar gav resultat inom ett halvår. Utbildning, anbudsområden och uppföljning behöver
två till tre år. Policyn och redovisningen ska finnas kvar när planen är slut.</p>
<h2>Stad och landsbygd</h2>
<p>I provet med anbudsområden ingår skolor i både tätort och landsbygd. Näringslivsenheten håller en av fyra
marknadsdialoger om året utanför centrala Umeå.</p>
<h2>Jämställdhet, klimat och digitalisering</h2>
<p>Den femte frågan i bedömningen tar också upp krockar med andra krav. När ett klimatkrav riskerar att stänga ute små
företag prövas en längre övergångstid. Digitala tjänster ska ha ett alternativ för den som inte kan använda dem.</p>
""")

LEARNING = html("""
<h2>Från andra städer i nätverket</h2>
<ul>
<li><p><strong>Umeå</strong> var värd för nätverket den 19–20 mars 2024. Besökarna frågade varför vi inte mätte
jämställdhet när vi mätte sysselsättning. Det ledde till att indikatorerna delas upp på kvinnor och män.</p></li>
<li><p><strong>Messina</strong> för in jämställdhet i själva arbetsgången för inköp och låter flera grupper delta.
Därifrån kommer tanken att lägga bedömningen i förstudien.</p></li>
<li><p><strong>Koszalin</strong> arbetar för att fler företag som leds av kvinnor ska delta i upphandlingar. Det
påverkade hur vi lade upp marknadsdialogen.</p></li>
<li><p><strong>Zagreb</strong> studerar vilka företag som får kontrakten. Det fick oss att fråga efter
underentreprenörer. Zagrebs grupp leds av en företagare. Hos oss håller leverantörerna numera i egna punkter på
mötena.</p></li>
</ul>
<p>Vid granskningen den 27–29 maj 2025 läste andra städer vår första version. De ansåg att visionen var för allmän,
att kostnaden för uppföljning var för låg och att ingen åtgärd gällde avtalens storlek. Allt det är ändrat.</p>
<h2>Prov 1: villkor i ett städavtal</h2>
<p>Avtalet om lokalvård på elva skolor fick i oktober 2024 villkor om schemaläggning på dagtid och redovisning av
heltider varje halvår. Antalet heltider gick från 14 till 20 av 34 på tio månader, bland kvinnorna från 9 till 14 av
27. Priset låg inom den beräknade ramen. Två skolor bytte tillbaka till kvällsstädning, för att klassrummen inte blev
lediga i tid. Nästa gång tas skolornas scheman med i behovet.</p>
<h2>Prov 2: bedömning i fem upphandlingar</h2>
<p>Bedömningen tog en till tre timmar. I tre av fem upphandlingar ändrades kraven: arbetskläder i fler passformer,
hållplatser med belysning i skolskjutsen och fler leveranstider i måltiderna. I två, om kopieringspapper och
brandlarm, blev svaret att frågan saknade betydelse.</p>
<h2>Prov 3: marknadsdialog på kvällstid</h2>
<p>Två möten i februari 2025 om lokalvård och trädgårdsskötsel samlade 17 företag. Sex av dem hade aldrig lämnat anbud
till kommunen. Elva deltog på länk. Mötena spelades in, och flera sa efteråt att de därför inte hade ställt sina
frågor. Numera spelas mötena inte in.</p>
""")

OVERVIEW = html("""
<p>Planen har elva åtgärder. En är genomförd, två pågår, tre är finansierade och en är överenskommen. Tre är
kostnadsberäknade men väntar på pengar, och en är ännu en idé. Varje åtgärd kommer ur en lösning i referensgruppen,
och vid åtgärden står vilka hinder den svarar på.</p>
<p>Två åtgärder är nya sedan den första versionen: provet med anbudsområden och frågan till leverantörerna om ägande.
En är struken, nyhetsbrevet till leverantörer. Beslutet var inte enhälligt.</p>
<p>Åtgärderna hänger ihop. Policyn ger stöd åt bedömningen. Bedömningen visar vilka krav som behövs, och kravbanken
har formuleringarna. Uppföljningen visar vilka formuleringar som fungerar, och de övriga tas bort ur banken.</p>
<p>För varje åtgärd anger vi när den görs, vem som ansvarar, vad den kostar, var pengarna kommer ifrån, hur vi mäter
den och vad som kan gå fel. Tio av elva åtgärder har alla sex uppgifterna. Den som saknar uppgifter är märkt.</p>
""")
