"""Umeå's fourth part, how the plan is carried out, as it stands in version 2."""

from genprocure.demo.text import html

GOVERNANCE = html("""
<h2>Vem beslutar vad</h2>
<ul>
<li><p><strong>Kommunfullmäktige</strong> beslutar om inköps- och upphandlingspolicyn.</p></li>
<li><p><strong>Kommunstyrelsen</strong> äger planen, beslutar om nya versioner och får en redovisning i mars varje
år.</p></li>
<li><p><strong>Styrgruppen</strong> består av stadsdirektören, upphandlingschefen, hållbarhetschefen och två
förvaltningschefer. Den möts fyra gånger om året och beslutar om ändringar i åtgärder inom beslutad budget.</p></li>
<li><p><strong>Upphandlingschefen</strong> ansvarar för att planen genomförs. <strong>Hållbarhetschefen</strong>
ansvarar för kunskap och för att uppgifterna delas upp på kvinnor och män.</p></li>
<li><p><strong>Samordnaren</strong> håller ihop arbetet på 30 procent av en heltid och leder referensgruppen.</p></li>
</ul>
<h2>Ansvar för åtgärderna</h2>
<p>Varje åtgärd har en ansvarig organisation och en funktion som svarar för den. Byter funktionen innehavare lämnas
åtgärden över skriftligt. Åtgärden om ägande saknar ansvarig. Styrgruppen utser en på sitt möte i februari 2026. Blir
ingen utsedd stryks åtgärden i nästa version.</p>
<h2>När något inte går som planerat</h2>
<p>Blir en åtgärd mer än ett kvartal försenad tar styrgruppen ställning till om den ska ändras, få mer stöd eller
avslutas. Skälet skrivs in i nästa version av planen. Kostnader över den beslutade ramen avgörs av
kommunstyrelsen.</p>
<h2>Versioner och handlingar</h2>
<p>Planen ändras genom nya versioner. En version som har publicerats ligger kvar oförändrad. Den första versionen
publicerades den 12 maj 2025 och granskades av andra städer. Den här versionen antogs av kommunstyrelsen den 18
november 2025, § 214. Beslut och synpunkter finns i ärendet KS-2024/00417.</p>
<h2>De kommunala bolagen och grannkommunerna</h2>
<p>Älvbo följer planen från 2026 och redovisar tillsammans med nämnderna. Grannkommunerna beslutar själva. De får
tillgång till kravbank, mallar och utbildning och tas upp i redovisningen om de vill.</p>
""")

ENGAGEMENT = html("""
<p>Referensgruppen fortsätter efter projektets slut. Från 2026 möts den två gånger om året, i april om resultatet och
i oktober om nästa års åtgärder. Gruppen får årsredovisningen en vecka innan den går till kommunstyrelsen och skriver
en egen sida i den, som kommunen inte redigerar.</p>
<h2>Vilka som deltar</h2>
<p>Platserna prövas vartannat år så att leverantörer, verksamheter, föreningar och forskare är med i ungefär samma
omfattning som nu. Facken inom lokalvård, vård och bygg bjuds in till de möten som rör deras områden. Deltagare som
inte är där i tjänsten får arvode.</p>
<h2>Lika villkor för leverantörer</h2>
<p>Leverantörer i gruppen ska inte ha något försprång i kommande upphandlingar. Gruppen får därför inte se underlag
från upphandlingar som pågår eller förbereds. Varje deltagare lämnar en intresseförklaring i januari. Justerade
mötesanteckningar är allmänna handlingar och läggs ut på webben.</p>
<h2>Du som inte är med i gruppen</h2>
<p>Du kan lämna synpunkter på planen när du vill. Du får svar inom tre veckor, och svaret läggs in i nästa version om
du inte säger nej till det.</p>
""")

FUNDING = html("""
<p>Åtgärderna kostar 2 825 000 kronor åren 2025–2029. Arbetstid i ordinarie tjänster, 2 240 timmar, är inte omräknad
till kronor.</p>
<ul>
<li><p><strong>Beslutade medel:</strong> 2 145 000 kronor. Det är uppföljningen (1 400 000), utbildningen (480 000),
jämställdhetsbedömningen (180 000) och provet med anbudsområden (85 000).</p></li>
<li><p><strong>Sökta medel:</strong> 440 000 kronor. Kravbanken (260 000) söks som regionala utvecklingsmedel och
marknadsdialogen (180 000) ur Näringslivsenhetens projektmedel.</p></li>
<li><p><strong>Återstår att finansiera:</strong> 240 000 kronor för samtalen med brukare, personal och föreningar.
Pengarna begärs i budget 2027.</p></li>
</ul>
<p>Policyn, uppdraget till cheferna och annonsmallen kostar inget utöver arbetstid. Frågan till leverantörerna om
ägande är inte kostnadsberäknad.</p>
<h2>Om pengarna inte kommer</h2>
<p>Får vi avslag på de regionala medlen tas kravbanken fram i mindre omfattning, med fem formuleringar i stället för
tio under 2026, inom Upphandlingsbyråns ordinarie budget. Beviljas inte projektmedlen hålls marknadsdialogen två
gånger om året i stället för fyra. Samtalen med brukare, personal och föreningar startar inte förrän de är
finansierade.</p>
<p>Efter 2029 ska uppföljningen ingå i Upphandlingsbyråns grundbudget. Kommunstyrelsen tar ställning till det i
budgetarbetet våren 2029.</p>
""")

TIMELINE = html("""
<p>Arbetet började redan 2025 med annonsmallen, policyn och bedömningen. De flesta åtgärder startar under 2026.
Planens sista år, 2030, används för utvärdering och för beslut om vad som ska bli ordinarie arbetssätt.</p>
<ul>
<li><p><strong>2025:</strong> annonsmallen ändras, bedömningen införs i de första fem kategorierna, kommunstyrelsen
antar planen i november.</p></li>
<li><p><strong>2026:</strong> avtalscontrollern börjar i januari. Policyn går på remiss i februari och till
fullmäktige i juni. Tre upphandlingar annonseras i anbudsområden mellan mars och oktober. De första samtalen med
brukare hålls i september.</p></li>
<li><p><strong>2027:</strong> den första årsredovisningen lämnas i mars. Riktlinjer och mallar är ändrade. Planen ses
över och en ny version tas fram till hösten.</p></li>
<li><p><strong>2028:</strong> bedömningen ska finnas i minst 90 procent av upphandlingarna över en miljon kronor. Alla
avtal med jämställdhetskrav följs upp.</p></li>
<li><p><strong>2029:</strong> målen för delkontrakt och anbudsområden ska vara nådda.</p></li>
<li><p><strong>2030:</strong> utvärdering, med hjälp av universitetet, och beslut om fortsättningen.</p></li>
</ul>
<p>Två datum styr andra. Dröjer policyn efter juni 2026 försenas riktlinjerna lika länge. Försenas anställningen av
avtalscontroller kan uppföljningsplanerna inte börja gälla i nya avtal.</p>
""")
