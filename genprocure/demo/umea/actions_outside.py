"""Umeå's actions towards the market and in the contracts: who can bid, and what is followed up."""

from datetime import date

from genprocure.demo.text import paragraphs

ACTIONS = [
    {
        "key": "lots",
        "title": "Pröva anbudsområden i tre upphandlingar",
        "description": paragraphs("""
            Lokalvård i skolor, trädgårdsskötsel och konsulter för byggledning annonseras 2026 i tre till sex
            anbudsområden var. Omsättningskravet räknas per område. Vi mäter antalet anbud, priset och hur många timmar
            uppföljningen tar, och jämför med de avtal som löper ut. Resultatet avgör om arbetssättet blir allmänt.
        """),
        "objective": "market",
        "solution": "lots",
        "status": "funded",
        "starts_on": date(2026, 1, 15),
        "ends_on": date(2026, 12, 18),
        "lead": "Upphandlingsbyrån",
        "responsible": "Kategoriansvarig för fastighet",
        "cost_kind": "once",
        "cost_amount": 85_000,
        "cost_hours": 220,
        "funding_source": "Upphandlingsbyråns utvecklingsmedel 2026",
        "funding_status": "secured",
        "funding_amount": 85_000,
        "risk": "Ett anbudsområde får inget anbud och verksamheten står utan avtal.",
        "risk_likelihood": 2,
        "risk_impact": 4,
        "risk_mitigation": (
            "Nuvarande avtal kan förlängas sex månader i alla tre fallen. Marknadsdialog hålls innan områdena bestäms."
        ),
    },
    {
        "key": "dialogue",
        "title": "Håll marknadsdialog på kvällstid och på länk",
        "description": paragraphs("""
            Fyra omgångar om året, i första hand i branscher med få anbud. Varje omgång har ett möte klockan 13 och ett
            klockan 18, båda på länk. Mötena spelas inte in. Frågor och svar publiceras på kommunens webbplats inom fem
            arbetsdagar. Handelskammaren och Egen firma i norr sprider inbjudan.
        """),
        "objective": "market",
        "solution": "dialogue",
        "status": "costed",
        "starts_on": date(2026, 2, 2),
        "ends_on": date(2028, 12, 15),
        "lead": "Näringslivsenheten",
        "responsible": "Näringslivsutvecklare",
        "cost_kind": "yearly",
        "cost_amount": 60_000,
        "cost_hours": 240,
        "funding_source": "Näringslivsenhetens projektmedel, begärda i budget 2026",
        "funding_status": "applied",
        "funding_amount": 180_000,
        "risk": "Ett företag får veta mer än andra och upphandlingen kan angripas.",
        "risk_likelihood": 2,
        "risk_impact": 5,
        "risk_mitigation": (
            "Två upphandlare är alltid med. Allt som sägs om kommande upphandlingar publiceras, och enskilda samtal om "
            "krav hålls inte."
        ),
    },
    {
        "key": "register",
        "title": "Fråga leverantörerna om ägande och ledning",
        "description": paragraphs("""
            En frivillig fråga läggs in när leverantören registrerar sig. Region Västerbotten har samma behov och vill
            utreda en gemensam lösning. Ansvarig utses i februari 2026, och först då kan kostnaden räknas fram.
        """),
        "objective": "market",
        "solution": "register",
        "status": "idea",
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2027, 6, 30),
        "lead": "",
        "responsible": "",
        "cost_kind": "",
        "cost_amount": None,
        "cost_hours": None,
        "funding_source": "",
        "funding_status": "",
        "funding_amount": None,
        "risk": "",
        "risk_likelihood": None,
        "risk_impact": None,
        "risk_mitigation": "",
    },
    {
        "key": "newsletter",
        "title": "Skicka ett nyhetsbrev till leverantörer två gånger om året",
        "description": paragraphs("""
            Nyhetsbrevet skulle berätta om kommande upphandlingar och om kraven på jämställdhet. Gruppen strök åtgärden
            den 28 augusti 2025, eftersom marknadsdialogen når fler och kommande upphandlingar redan finns på webben.
            Handelskammaren ville ha kvar den.
        """),
        "objective": "market",
        "solution": "dialogue",
        "status": "dropped",
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2027, 12, 17),
        "lead": "Näringslivsenheten",
        "responsible": "Kommunikatör",
        "cost_kind": "yearly",
        "cost_amount": 45_000,
        "cost_hours": 80,
        "funding_source": "",
        "funding_status": "",
        "funding_amount": None,
        "risk": "Brevet läses bara av dem som redan lämnar anbud.",
        "risk_likelihood": 4,
        "risk_impact": 2,
        "risk_mitigation": "Handelskammaren och Egen firma i norr skickar det vidare till sina medlemmar.",
    },
    {
        "key": "followup",
        "title": "Följ upp jämställdhetskraven i avtalen",
        "description": paragraphs("""
            En avtalscontroller på halvtid anställs i januari 2026. Alla nya avtal med sociala krav får en
            uppföljningsplan på högst två sidor. Controllern besöker minst tolv arbetsplatser om året och börjar med
            lokalvård, persontransporter och hemtjänst. Redovisade uppgifter delas upp på kvinnor och män.
        """),
        "objective": "followup",
        "solution": "followup",
        "status": "funded",
        "starts_on": date(2026, 1, 12),
        "ends_on": date(2029, 12, 14),
        "lead": "Upphandlingsbyrån",
        "responsible": "Avtalscontroller",
        "cost_kind": "yearly",
        "cost_amount": 350_000,
        "cost_hours": 80,
        "funding_source": "Kommunstyrelsens budget 2026 med plan för 2027–2029",
        "funding_status": "secured",
        "funding_amount": 1_400_000,
        "risk": "Uppföljningen blir ännu en blankett, och små leverantörer slutar lämna anbud.",
        "risk_likelihood": 3,
        "risk_impact": 4,
        "risk_mitigation": (
            "Samma uppgifter begärs in i alla avtal, en gång per halvår. Controllern hämtar hellre uppgifterna "
            "vid besöket än i en blankett."
        ),
    },
    {
        "key": "notices",
        "title": "Ange socialt mål i varje annons",
        "description": paragraphs("""
            Annonsmallen ändrades i januari 2025 så att uppgiften om socialt mål inte kan lämnas tom i systemets egna
            mallar. Alla upphandlare fick en timmes genomgång. Under första halvåret 2025 saknades uppgiften i 3 av 94
            delkontrakt, alla tre var annonserade med en äldre mall.
        """),
        "objective": "followup",
        "solution": "notices",
        "status": "done",
        "starts_on": date(2025, 1, 13),
        "ends_on": date(2025, 6, 30),
        "lead": "Upphandlingsbyrån",
        "responsible": "Systemansvarig",
        "cost_kind": "none",
        "cost_amount": None,
        "cost_hours": 40,
        "funding_source": "Ordinarie budget, Upphandlingsbyrån",
        "funding_status": "secured",
        "funding_amount": None,
        "risk": "Upphandlaren väljer ”annat” för att komma vidare.",
        "risk_likelihood": 3,
        "risk_impact": 3,
        "risk_mitigation": "En upphandlare jämför varje kvartal 20 annonser med dokumenten och rättar koden.",
    },
]
