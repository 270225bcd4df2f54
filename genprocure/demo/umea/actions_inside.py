"""Umeå's actions inside the municipality: how purchasing is steered and how needs are found."""

from datetime import date

from genprocure.demo.text import paragraphs

ACTIONS = [
    {
        "key": "policy",
        "title": "Skriv in jämställdhet i inköps- och upphandlingspolicyn",
        "description": paragraphs("""
            Ett förslag till ny policy går på remiss till nämnder och bolag i februari 2026 och till fullmäktige i juni.
            Därefter ändras riktlinjen för direktupphandling, mallen för kategoriplaner och dokumentet om socialt
            ansvarsfull upphandling så att de stämmer med policyn. Förslag till text finns i avsnittet om policyn.
        """),
        "objective": "steering",
        "solution": "policy",
        "status": "running",
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2026, 12, 18),
        "lead": "Stadsledningskontoret",
        "responsible": "Hållbarhetschef",
        "cost_kind": "none",
        "cost_amount": None,
        "cost_hours": 160,
        "funding_source": "Ordinarie budget, stadsledningskontoret",
        "funding_status": "secured",
        "funding_amount": None,
        "risk": "Beslutet skjuts upp till efter valet i september 2026 och policyn blir liggande.",
        "risk_likelihood": 3,
        "risk_impact": 4,
        "risk_mitigation": (
            "Förslaget hålls kort och är färdigt före årsskiftet. Bedömningen införs i väntan på beslutet som ett "
            "arbetssätt, vilket upphandlingschefen får besluta om själv."
        ),
    },
    {
        "key": "mandate",
        "title": "Peka ut ansvariga och redovisa varje år",
        "description": paragraphs("""
            Upphandlingschefen och hållbarhetschefen får ett gemensamt uppdrag och utser var sin kontaktperson. Nämnder
            och bolag svarar på tre frågor i årsrapporten: I hur många upphandlingar prövades frågan? Vad ändrades? Vad
            visade uppföljningen? Första redovisningen gäller 2026 och lämnas i mars 2027.
        """),
        "objective": "steering",
        "solution": "mandate",
        "status": "agreed",
        "starts_on": date(2026, 1, 12),
        "ends_on": date(2028, 3, 31),
        "lead": "Stadsledningskontoret",
        "responsible": "Stadsdirektör",
        "cost_kind": "none",
        "cost_amount": None,
        "cost_hours": 120,
        "funding_source": "Ordinarie budget, stadsledningskontoret",
        "funding_status": "secured",
        "funding_amount": None,
        "risk": "Svaren blir allmänna och säger inget om vad som har ändrats.",
        "risk_likelihood": 4,
        "risk_impact": 3,
        "risk_mitigation": (
            "Frågorna kräver antal och ett exempel. Kontaktpersonerna läser svaren i februari och ringer upp den som "
            "har skrivit för allmänt."
        ),
    },
    {
        "key": "assessment",
        "title": "Inför jämställdhetsbedömning i behovsanalysen",
        "description": paragraphs("""
            Mallen på en sida, med fem frågor, blir en del av förstudien i alla upphandlingar över en miljon kronor. Den
            prövades i fem upphandlingar vintern 2024–2025 och tog mellan en och tre timmar. Först ut är kategorierna
            omsorg, lokalvård, måltider, persontransporter och arbetskläder. Bygg och anläggning börjar i september
            2026.
        """),
        "objective": "needs",
        "solution": "assessment",
        "status": "running",
        "starts_on": date(2025, 10, 1),
        "ends_on": date(2026, 12, 18),
        "lead": "Upphandlingsbyrån",
        "responsible": "Upphandlingschef",
        "cost_kind": "once",
        "cost_amount": 180_000,
        "cost_hours": 300,
        "funding_source": "Upphandlingsbyråns utvecklingsmedel 2025 och 2026",
        "funding_status": "secured",
        "funding_amount": 180_000,
        "risk": "Bedömningen fylls i av vana och förra årets svar kopieras.",
        "risk_likelihood": 4,
        "risk_impact": 4,
        "risk_mitigation": (
            "Jämställdhetsstrategen läser tio slumpvis valda bedömningar varje halvår och går igenom dem med "
            "upphandlarna. Mallen får inte bli längre än en sida."
        ),
    },
    {
        "key": "training",
        "title": "Utbilda beställare och upphandlare tillsammans",
        "description": paragraphs("""
            Två pass om 90 minuter, tio grupper om tolv personer, under tre år. Varje grupp arbetar med en egen kommande
            upphandling. En jurist medverkar på det andra passet. Grannkommunerna får en fjärdedel av platserna utan
            avgift.
        """),
        "objective": "needs",
        "solution": "training",
        "status": "funded",
        "starts_on": date(2026, 2, 2),
        "ends_on": date(2028, 12, 15),
        "lead": "Upphandlingsbyrån",
        "responsible": "Utbildningsansvarig upphandlare",
        "cost_kind": "yearly",
        "cost_amount": 160_000,
        "cost_hours": 450,
        "funding_source": "Kommunens centrala medel för kompetensutveckling 2026–2028",
        "funding_status": "secured",
        "funding_amount": 480_000,
        "risk": "Beställare i vård och omsorg kan inte lämna verksamheten och platserna fylls av andra.",
        "risk_likelihood": 3,
        "risk_impact": 3,
        "risk_mitigation": (
            "Passen ges i omsorgens lokaler och på tider som verksamhetscheferna väljer. Hälften av platserna hålls "
            "för omsorg, skola och måltider till tre veckor före start."
        ),
    },
    {
        "key": "clauses",
        "title": "Bygg en kravbank tillsammans med regionen",
        "description": paragraphs("""
            En jurist och två upphandlare tar fram de första tio formuleringarna, med utgångspunkt i nätverkets katalog
            över klausuler. Lokalvård, vård och omsorg, bygg, persontransporter och arbetskläder kommer först. Regionen
            och grannkommunerna lämnar egna formuleringar och rapporterar hur de fungerade.
        """),
        "objective": "needs",
        "solution": "clauses",
        "status": "costed",
        "starts_on": date(2026, 3, 2),
        "ends_on": date(2027, 12, 17),
        "lead": "Upphandlingsbyrån",
        "responsible": "Upphandlingsjurist",
        "cost_kind": "once",
        "cost_amount": 260_000,
        "cost_hours": 450,
        "funding_source": "Regionala utvecklingsmedel, sökta tillsammans med Region Västerbotten",
        "funding_status": "applied",
        "funding_amount": 260_000,
        "risk": "En upphandling överprövas och förvaltningsrätten anser att kravet saknar anknytning till kontraktet.",
        "risk_likelihood": 2,
        "risk_impact": 4,
        "risk_mitigation": (
            "Varje formulering granskas av jurist och prövas först i en mindre upphandling. Underkänns den "
            "tas den bort ur banken med en förklaring."
        ),
    },
    {
        "key": "users",
        "title": "Hör brukare, personal och föreningar i tre upphandlingar om året",
        "description": paragraphs("""
            Tre upphandlingar om året väljs ut i januari. I var och en hålls två samtal om högst två timmar innan kraven
            skrivs, med arvode, tolk och möjlighet att delta på länk. Synpunkterna och vad de ledde till bifogas
            upphandlingsdokumenten, så att alla leverantörer ser dem.
        """),
        "objective": "needs",
        "solution": "users",
        "status": "costed",
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2029, 12, 14),
        "lead": "Stadsledningskontoret",
        "responsible": "Jämställdhetsstrateg",
        "cost_kind": "yearly",
        "cost_amount": 60_000,
        "cost_hours": 180,
        "funding_source": "Begärs i budget 2027. Första omgången saknar finansiering",
        "funding_status": "to_find",
        "funding_amount": 240_000,
        "risk": "Samma personer deltar varje gång och får tala för alla.",
        "risk_likelihood": 3,
        "risk_impact": 2,
        "risk_mitigation": (
            "Inbjudan går genom verksamheten och genom tre föreningar i taget. Ingen deltar i mer än två samtal om "
            "året."
        ),
    },
]
