"""How the sections on carrying out Umeå's plan read in version 1, where they have changed since."""

from genprocure.demo.text import html

GOVERNANCE = html("""
<p>Kommunstyrelsen äger planen och beslutar om nya versioner. Upphandlingschefen ansvarar för att den genomförs.
Samordnaren håller ihop arbetet och leder referensgruppen.</p>
<p>En styrgrupp med stadsdirektören, upphandlingschefen och hållbarhetschefen möts två gånger om året. Hur ofta planen
ska redovisas för kommunstyrelsen är inte bestämt.</p>
<p>Varje åtgärd har en ansvarig organisation och en funktion som svarar för den.</p>
""")

FUNDING = html("""
<p>Åtgärderna kostar 2 255 000 kronor åren 2025–2029. Arbetstid i ordinarie tjänster, 2 100 timmar, är inte omräknad
till kronor.</p>
<ul>
<li><p><strong>Beslutade medel:</strong> 375 000 kronor. Det är jämställdhetsbedömningen (240 000) och nyhetsbrevet
(135 000).</p></li>
<li><p><strong>Sökta medel:</strong> 1 200 000 kronor. Uppföljningen (720 000) begärs i budget 2026 och utbildningen
(480 000) ur medlen för kompetensutveckling.</p></li>
<li><p><strong>Återstår att finansiera:</strong> 680 000 kronor för kravbanken (260 000), samtalen med brukare,
personal och föreningar (240 000) och marknadsdialogen (180 000).</p></li>
</ul>
<p>En åtgärd utan finansiering startar inte.</p>
""")

TIMELINE = html("""
<p>Annonsmallen ändrades i januari 2025. Övriga åtgärder startar mellan september 2025 och september 2026. Planens
sista år, 2030, används för utvärdering.</p>
<p>Policyn går till fullmäktige i juni 2026. Dröjer beslutet försenas riktlinjerna lika länge.</p>
""")

RISKS = html("""
<p>Varje åtgärd har en egen risk med sannolikhet, konsekvens och motåtgärd. Tre risker gäller planen som helhet.</p>
<ul>
<li><p><strong>Krav ställs men följs inte upp.</strong> Antalet krav växer snabbare än tiden för uppföljning.</p></li>
<li><p><strong>Arbetet hänger på några få personer.</strong> Två upphandlare stod för alla jämställdhetskrav i
stickprovet.</p></li>
<li><p><strong>Kraven gör att färre lämnar anbud.</strong> Småföretag har redan svårt att hinna med.</p></li>
</ul>
""")

MONITORING = html("""
<p>Planen följs upp med elva indikatorer. Varje indikator har ett utgångsvärde, ett målvärde och en källa.</p>
<ul>
<li><p>En andel redovisas alltid med antal, till exempel 9 av 188.</p></li>
<li><p>Det som inte är känt redovisas för sig och räknas inte som nej.</p></li>
<li><p>Uppgifter om personer delas upp på kvinnor och män.</p></li>
</ul>
<p>Vem som samlar in uppgifterna och när det ska ske läggs fast till nästa version.</p>
""")

COMMUNICATION = html("""
<p>Planen finns som webbsida och som tillgänglig pdf. En sammanfattning på lätt svenska, finska, meänkieli och samiska
tas fram när planen är antagen.</p>
<ul>
<li><p><strong>Leverantörer</strong> får veta vad som ändras genom marknadsdialogen och ett nyhetsbrev två gånger om
året. I annonsen står varför ett jämställdhetskrav ställs.</p></li>
<li><p><strong>Beställare och upphandlare</strong> får en intern sida med bedömningsmallen och kravbanken.</p></li>
<li><p><strong>Invånare</strong> får en årlig redovisning på webben.</p></li>
</ul>
""")

POLICY = html("""
<p>Inköps- och upphandlingspolicyn ska uppdateras 2026 och jämställdhet ska ingå. Referensgruppen föreslår att policyn
tar upp fyra saker.</p>
<ol>
<li><p>Jämställdhet är ett av syftena med kommunens inköp.</p></li>
<li><p>Frågan prövas i behovsanalysen.</p></li>
<li><p>Krav ställs när de har betydelse och kan följas upp.</p></li>
<li><p>Nämnder och bolag redovisar arbetet varje år.</p></li>
</ol>
<h2>Rekommendationer</h2>
<ul>
<li><p><strong>Kommunfullmäktige</strong> bör låta policyn gälla även de kommunala bolagen.</p></li>
<li><p><strong>Upphandlingsbyrån</strong> bör ändra riktlinjen för direktupphandling och mallen för kategoriplaner när
policyn är beslutad.</p></li>
</ul>
<p>Den exakta texten tas fram efter sommaren.</p>
""")
