"""The solutions that Umeå's local group worked out, as they stand in version 2."""

from datetime import date

from genprocure.demo.text import paragraphs

SOLUTIONS = [
    {
        "key": "policy",
        "title": "Skriv in jämställdhet i inköps- och upphandlingspolicyn",
        "description": paragraphs("""
            Policyn ses ändå över under 2026. Jämställdhet skrivs in som ett av syftena med kommunens inköp, med en
            mening om när frågan ska prövas och en om vem som avgör. Riktlinjerna får en hänvisning till mallarna, så
            att policyn kan hållas kort.
        """),
        "kind": "policy",
        "status": "adopted",
        "barriers": ["policy", "mandate"],
        "proposed_by": "leila",
        "proposed_on": date(2024, 4, 25),
    },
    {
        "key": "mandate",
        "title": "Peka ut två ansvariga och redovisa varje år",
        "description": paragraphs("""
            Upphandlingschefen ansvarar för arbetssättet och hållbarhetschefen för kunskapen. De har var sin namngiven
            kontaktperson som upphandlare och beställare kan ringa. Nämnder och bolag skriver varje år några rader om
            jämställdhet i inköp i sin årsrapport, enligt samma tre frågor.
        """),
        "kind": "governance",
        "status": "adopted",
        "barriers": ["mandate", "silos"],
        "proposed_by": "karin",
        "proposed_on": date(2024, 9, 26),
    },
    {
        "key": "assessment",
        "title": "Gör en jämställdhetsbedömning i behovsanalysen",
        "description": paragraphs("""
            Innan kraven skrivs svarar beställare och upphandlare på fem frågor på en sida: Vilka använder det vi köper?
            Vilka utför arbetet? Skiljer det sig mellan kvinnor och män? Vet vi det eller tror vi det? Ska det påverka
            kraven? Svaret får vara nej, men det ska finnas och ha ett skäl.
        """),
        "kind": "process",
        "status": "adopted",
        "barriers": ["needs", "neutral"],
        "proposed_by": "leila",
        "proposed_on": date(2024, 4, 25),
    },
    {
        "key": "training",
        "title": "Utbilda beställare och upphandlare tillsammans",
        "description": paragraphs("""
            Beställare och upphandlare i samma kategori går utbildningen tillsammans och arbetar med en upphandling som
            de faktiskt ska göra. Två pass om 90 minuter räcker. En jurist är med på det andra passet och svarar på vad
            som går att kräva.
        """),
        "kind": "training",
        "status": "adopted",
        "barriers": ["needs", "neutral", "law"],
        "proposed_by": "anna",
        "proposed_on": date(2024, 9, 26),
    },
    {
        "key": "clauses",
        "title": "Bygg en kravbank med prövade formuleringar",
        "description": paragraphs("""
            Kravbanken samlar krav, tilldelningskriterier och kontraktsvillkor som har använts på riktigt. Till varje
            formulering finns en juridisk kommentar, uppgift om vilka branscher den passar i och hur den följs upp.
            Regionen och grannkommunerna använder samma bank, så att leverantörerna möter samma krav.
        """),
        "kind": "clause",
        "status": "adopted",
        "barriers": ["law"],
        "proposed_by": "omar",
        "proposed_on": date(2024, 9, 26),
    },
    {
        "key": "users",
        "title": "Fråga dem som berörs innan kraven skrivs",
        "description": paragraphs("""
            Inför större upphandlingar av omsorg, lokalvård, måltider, skolskjuts och arbetskläder hålls ett samtal med
            brukare, personal, fack och föreningar. Det läggs in i tidplanen från början. Den som deltar på sin fritid
            får arvode, och alla får veta vad som blev av deras synpunkter.
        """),
        "kind": "process",
        "status": "adopted",
        "barriers": ["users"],
        "proposed_by": "hanna",
        "proposed_on": date(2024, 9, 26),
    },
    {
        "key": "lots",
        "title": "Dela i anbudsområden eller skriv ned varför inte",
        "description": paragraphs("""
            Utgångspunkten är att tjänster delas i anbudsområden. Omsättningskravet räknas på den del anbudet gäller.
            Delas avtalet inte skrivs skälen ned. Över tröskelvärdet följer det av 4 kap. 14 § LOU för de flesta
            upphandlingar, och kommunen gör likadant under tröskelvärdet. Annonsen säger tydligt att företag får
            lämna anbud tillsammans.
        """),
        "kind": "process",
        "status": "adopted",
        "barriers": ["lots"],
        "proposed_by": "yusuf",
        "proposed_on": date(2024, 11, 14),
    },
    {
        "key": "dialogue",
        "title": "Håll marknadsdialog på kvällstid och på länk",
        "description": paragraphs("""
            Dialogen hålls innan kraven är skrivna. Varje omgång har ett möte på dagtid och ett på kvällen, båda går
            att följa på länk. Frågor och svar publiceras så att den som inte kunde komma får samma information.
            Inbjudan går även till företag som aldrig har lämnat anbud.
        """),
        "kind": "dialogue",
        "status": "adopted",
        "barriers": ["dialogue", "lots"],
        "proposed_by": "siv",
        "proposed_on": date(2024, 11, 14),
    },
    {
        "key": "notices",
        "title": "Gör socialt mål obligatoriskt i annonsmallen",
        "description": paragraphs("""
            Mallen i upphandlingssystemet släpper inte iväg en annons där uppgiften om socialt mål saknas. En hjälptext
            förklarar de sju koderna med exempel ur våra egna upphandlingar. Varje kvartal kontrollerar en upphandlare
            20 annonser mot dokumenten.
        """),
        "kind": "tool",
        "status": "adopted",
        "barriers": ["notices"],
        "proposed_by": "anna",
        "proposed_on": date(2024, 11, 14),
    },
    {
        "key": "followup",
        "title": "Ha en uppföljningsplan i varje avtal med sociala krav",
        "description": paragraphs("""
            Planen skrivs innan annonsen går ut och säger vad som ska redovisas, när, till vem och vad som händer om det
            uteblir. Kan ett krav inte följas upp ställs det inte. En avtalscontroller på halvtid besöker leverantörer
            och pratar med dem som utför arbetet.
        """),
        "kind": "process",
        "status": "adopted",
        "barriers": ["followup"],
        "proposed_by": "mikael",
        "proposed_on": date(2024, 4, 25),
    },
    {
        "key": "register",
        "title": "Fråga leverantörerna själva om ägande och ledning",
        "description": paragraphs("""
            Leverantören får uppge om företaget ägs eller leds av kvinnor, av män eller av båda. Uppgiften är frivillig,
            påverkar inte utvärderingen och redovisas bara i sammanställningar. Hur många som inte har svarat
            redovisas lika tydligt som resten.
        """),
        "kind": "data",
        "status": "adopted",
        "barriers": ["ownership"],
        "proposed_by": "maj",
        "proposed_on": date(2025, 8, 28),
    },
    {
        "key": "chain",
        "title": "Kräv förteckning över underentreprenörer i två led",
        "description": paragraphs("""
            Huvudleverantören lämnar en förteckning över de företag som arbetar på platsen, i två led, och uppdaterar
            den en gång i månaden. Samma avtalsvillkor gäller i båda leden. Kravet ställs där risken är störst, i första
            hand byggentreprenader över 20 miljoner kronor och persontransporter.
        """),
        "kind": "clause",
        "status": "assessed",
        "barriers": ["subcontractors"],
        "proposed_by": "gustav",
        "proposed_on": date(2025, 10, 9),
    },
    {
        "key": "points",
        "title": "Ge extra poäng till företag som leds av kvinnor",
        "description": paragraphs("""
            Anbud från företag där kvinnor äger minst hälften får ett prisavdrag på fem procent i utvärderingen.
            Förslaget kom ur diskussionen om branscher där nästan alla är män.
        """),
        "kind": "pilot",
        "status": "rejected",
        "rejected_reason": paragraphs("""
            Ett tilldelningskriterium ska ha anknytning till det som köps. Vem som äger företaget har inte det, och
            leverantörer ska behandlas lika (4 kap. 1 § LOU). Företagarna i gruppen ville inte heller ha poängen.
        """),
        "barriers": ["segregation"],
        "proposed_by": "patrik",
        "proposed_on": date(2025, 3, 6),
    },
]
