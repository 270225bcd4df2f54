"""Umeå's objectives and the indicators that tell whether they are reached, as they stand in version 2."""

from genprocure.demo.text import paragraphs

OBJECTIVES = [
    {
        "key": "steering",
        "title": "Jämställdhet styr inköpen på samma sätt som miljö och arbetsvillkor",
        "description": paragraphs("""
            Senast den 31 december 2027 nämner alla fyra styrande dokument för inköp jämställdhet (0 av 4 år 2023).
            Senast i årsrapporten för 2028 redovisar minst tio nämnder och bolag frågan (0 år 2024).
        """),
    },
    {
        "key": "needs",
        "title": "Frågan prövas innan kraven skrivs",
        "description": paragraphs("""
            Från och med 2028 finns en jämställdhetsbedömning i minst 90 procent av de annonserade upphandlingarna över
            en miljon kronor (inga år 2023). Senast 2029 anger minst vart femte delkontrakt jämställdhet som mål (9 av
            188 år 2024).
        """),
    },
    {
        "key": "market",
        "title": "Fler och mindre företag kan lämna anbud",
        "description": paragraphs("""
            Senast 2029 delas minst var fjärde upphandling av tjänster i anbudsområden (3 av 41 år 2024). Under 2027
            deltar minst 25 företag som aldrig har lämnat anbud till kommunen i en marknadsdialog (6 i provet 2025).
        """),
    },
    {
        "key": "followup",
        "title": "Det vi kräver följer vi upp och redovisar",
        "description": paragraphs("""
            Från och med 2028 följs alla avtal med jämställdhetskrav upp minst en gång om året (0 av 4 vid granskningen
            2023). Från och med 2026 saknas uppgift om socialt mål i högst två procent av delkontrakten (31 av 188 år
            2024).
        """),
    },
]


def _indicator(
    key: str,
    title: str,
    unit: str,
    baseline: tuple[int, int],
    target: tuple[int, int],
    source: str,
    actions: list[str],
) -> dict:
    """`baseline` and `target` are a value and its year."""
    return {
        "key": key,
        "title": title,
        "unit": unit,
        "baseline": baseline[0],
        "baseline_year": baseline[1],
        "target": target[0],
        "target_year": target[1],
        "source": source,
        "actions": actions,
    }


INDICATORS = [
    _indicator(
        "documents",
        "Styrande dokument för inköp som nämner jämställdhet",
        "av 4 dokument",
        (0, 2023),
        (4, 2027),
        "Genomläsning i december varje år, stadsledningskontoret",
        ["policy"],
    ),
    _indicator(
        "reports",
        "Nämnder och bolag som redovisar jämställdhet i inköp i årsrapporten",
        "antal",
        (0, 2024),
        (10, 2028),
        "Årsrapporterna, genomgång i mars",
        ["mandate"],
    ),
    _indicator(
        "assessments",
        "Annonserade upphandlingar över en miljon kronor med jämställdhetsbedömning",
        "procent",
        (0, 2023),
        (90, 2028),
        "Upphandlingsbyråns diarium. 2023: inga i stickprovet om 60 upphandlingar",
        ["assessment"],
    ),
    _indicator(
        "gender",
        "Delkontrakt som anger jämställdhet som mål",
        "procent",
        (5, 2024),
        (20, 2029),
        "Kommunens annonser, koden för jämställdhet. 2024: 9 av 188 delkontrakt",
        ["policy", "assessment", "clauses"],
    ),
    _indicator(
        "trained",
        "Beställare och upphandlare som har gått utbildningen",
        "personer",
        (0, 2024),
        (120, 2028),
        "Deltagarlistor, Upphandlingsbyrån. Redovisas för kvinnor och män var för sig",
        ["training"],
    ),
    _indicator(
        "clauses",
        "Formuleringar i kravbanken som har använts och följts upp i minst ett avtal",
        "antal",
        (2, 2025),
        (15, 2028),
        "Kravbanken, Upphandlingsbyrån",
        ["clauses"],
    ),
    _indicator(
        "heard",
        "Upphandlingar där brukare, personal, fack eller föreningar hörs innan kraven skrivs",
        "per år",
        (1, 2024),
        (3, 2027),
        "Upphandlingsbyråns diarium",
        ["users"],
    ),
    _indicator(
        "lots",
        "Annonserade upphandlingar av tjänster som delas i anbudsområden",
        "procent",
        (7, 2024),
        (25, 2029),
        "Kommunens annonser. 2024: 3 av 41 upphandlingar",
        ["lots"],
    ),
    _indicator(
        "bids",
        "Anbud från företag med färre än tio anställda i upphandlingar av lokalvård",
        "antal per år",
        (0, 2024),
        (5, 2027),
        "Anbudsöppningar, Upphandlingsbyrån",
        ["lots", "dialogue"],
    ),
    _indicator(
        "newcomers",
        "Företag i marknadsdialog som aldrig har lämnat anbud till kommunen",
        "företag per år",
        (6, 2025),
        (25, 2027),
        "Deltagarlistor, Näringslivsenheten. 2025: provet i februari",
        ["dialogue"],
    ),
    _indicator(
        "followed",
        "Avtal med jämställdhetskrav som har följts upp under året",
        "procent",
        (0, 2023),
        (100, 2028),
        "Avtalscontrollerns sammanställning. 2023: inget av 4 krav i stickprovet",
        ["followup"],
    ),
    _indicator(
        "fulltime",
        "Anställda med heltid i kommunens städavtal",
        "procent",
        (41, 2024),
        (60, 2028),
        "Leverantörernas redovisning. 2024: 14 av 34 i ett avtal. Kvinnor och män var för sig",
        ["followup", "clauses"],
    ),
    _indicator(
        "blank",
        "Delkontrakt där uppgift om socialt mål saknas i annonsen",
        "procent",
        (16, 2024),
        (2, 2026),
        "Kommunens annonser. 2024: 31 av 188 delkontrakt",
        ["notices"],
    ),
]
