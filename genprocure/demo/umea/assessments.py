"""Where Umeå stood in July 2023, and where it stands now as far as that is answered. All answers are invented."""

from datetime import date

from genprocure.demo.assessments import answered, left_out

DOCUMENTS = ("Genomläsning av styrdokument, stadsledningskontoret", date(2023, 8, 25))
SAMPLE = ("Stickprov ur Upphandlingsbyråns diarium, 60 upphandlingar", date(2023, 10, 12))
CONTRACTS = ("Granskning av avtal, Upphandlingsbyrån", date(2023, 11, 3))
OWN = "Kommunens bolag omfattas av samma regler för upphandling som förvaltningarna."

START = {
    "title": "Start",
    "describes_on": date(2023, 7, 1),
    "opened_on": date(2023, 12, 4),
    "closed_on": date(2024, 2, 15),
    "by": "leila",
    "own": [("frame", OWN)],
    "answers": {
        "frame-rules": answered(
            "1",
            "Två av åtta upphandlare kunde säga vad lagen tillåter. De andra var osäkra på vad som hör till avtalet.",
            "Samtal med Upphandlingsbyrån",
            date(2023, 11, 20),
            anna="1",
            yusuf="1",
            elin="0",
        ),
        "frame-policy": answered("0", "Varken jämställdhet eller kön nämns i policyn.", *DOCUMENTS, anna="0", elin="0"),
        "frame-commitment": answered("1", "Åtagandet finns, men ingen upphandling hänvisar till det.", *DOCUMENTS),
        OWN: answered("0", "Älvbo har en egen policy.", *DOCUMENTS, gustav="1", anna="0"),
        "organisation-responsible": answered(
            "0", "Ingen är utsedd.", "Arbetsordningar för båda kontoren", date(2023, 9, 1)
        ),
        "organisation-cooperation": answered(
            "0",
            "Jämställdhetsstrategen hade inte deltagit i någon upphandling under året.",
            *SAMPLE,
            leila="0",
            anna="1",
        ),
        "organisation-mandate": left_out("Ingen är ansvarig än, så frågan går inte att besvara."),
        "strategy-equality": answered("0", "Strategin nämner inte upphandling eller inköp.", *DOCUMENTS),
        "strategy-targets": answered("0", "Inga mål finns.", *DOCUMENTS),
        "skills-training": answered(
            "0", "Ingen utbildning 2021–2023.", "Upphandlingsbyråns kursregister", date(2023, 9, 1)
        ),
        "skills-guidance": answered(
            "1",
            "En nationell vägledning finns, men två av åtta känner till den.",
            "Samtal med Upphandlingsbyrån",
            date(2023, 11, 20),
        ),
        "skills-support": answered("1", "", "", None, anna="1", mikael="2", maj="0"),
        "practice-needs": answered(
            "0",
            "Ingen av 60 upphandlingar beskrev hur kvinnor och män använder det som köps.",
            *SAMPLE,
            anna="1",
            carina="0",
            hanna="0",
        ),
        "practice-relevance": answered("0", "Ingen skriftlig bedömning i stickprovet.", *SAMPLE),
        "practice-lots": answered(
            "1", "Delkontrakt prövas ibland, men skälen skrivs sällan ned.", *SAMPLE, maj="0", siv="1"
        ),
        "practice-documents": answered("0", "Fyra av 60 nämner jämställdhet någonstans.", *SAMPLE),
        "practice-award": answered("0", "Fyra av 60 hade ett krav som rörde jämställdhet.", *SAMPLE),
        "practice-clauses": answered("1", "Arbetsvillkor ställs i städ och bygg, lika lön aldrig.", *SAMPLE, yusuf="2"),
        "practice-monitoring": answered("0", "Inget av de fyra kraven hade följts upp.", *CONTRACTS),
        "data-users": answered("unknown"),
        "data-suppliers": answered(
            "0", "Ägande eller ledning registreras inte.", "Leverantörsreskontran", date(2023, 9, 14)
        ),
        "data-reporting": answered("0", "Årsredovisningen har inget om jämställdhet i upphandling.", *DOCUMENTS),
        "market-dialogue": answered(
            "1",
            "Dialog hålls före de största upphandlingarna. Små företag bjuds inte in särskilt.",
            *SAMPLE,
            yusuf="1",
            siv="2",
            maj="0",
        ),
        "market-stakeholders": answered("unknown", "", "", None, hanna="0", elin="unknown"),
        "criteria-environmental-policy": answered("3", "Eget kapitel i policyn.", *DOCUMENTS),
        "criteria-environmental-tenders": answered("2", "46 av 60 upphandlingar.", *SAMPLE),
        "criteria-environmental-contracts": answered("2", "Följs upp varje år i de största avtalen.", *CONTRACTS),
        "criteria-social-policy": answered("3", "Dokumentet om socialt ansvarsfull upphandling från 2016.", *DOCUMENTS),
        "criteria-social-tenders": answered("2", "39 av 60 hade sociala krav eller sysselsättningskrav.", *SAMPLE),
        "criteria-social-contracts": answered("1", "11 av 25 avtal hade en dokumenterad uppföljning.", *CONTRACTS),
        "criteria-employment-policy": answered("3", "Målgrupperna står i dokumentet från 2016.", *DOCUMENTS),
        "criteria-employment-tenders": answered("2", "39 av 60 hade sociala krav eller sysselsättningskrav.", *SAMPLE),
        "criteria-employment-contracts": answered("2", "Effekterna mättes 2023, men inte uppdelat på kön.", *CONTRACTS),
        "criteria-gender-policy": answered("0", "Nämns inte.", *DOCUMENTS),
        "criteria-gender-tenders": answered("0", "Fyra av 60.", *SAMPLE),
        "criteria-gender-contracts": answered("0", "Inget av de fyra kraven hade följts upp.", *CONTRACTS),
    },
}

REVIEW = ("Upphandlingsbyråns diarium, genomgång", date(2025, 10, 30))
FOLLOW_UP = {
    "title": "Uppföljning",
    "describes_on": date(2025, 11, 1),
    "opened_on": date(2025, 12, 1),
    "by": "leila",
    "answers": {
        "frame-rules": answered(
            "2", "Sex av åtta upphandlare kan redogöra för reglerna.", "Kunskapsprov efter kursen", date(2025, 9, 18)
        ),
        "frame-policy": answered(
            "1", "Ett förslag till ny policy är på remiss.", "Remiss från stadsledningskontoret", date(2025, 10, 6)
        ),
        "frame-commitment": answered("2", "Fem upphandlingar har hänvisat till åtagandet.", *REVIEW),
        OWN: answered(
            "1",
            "Älvbos ägardirektiv är ändrat. De andra bolagen återstår.",
            "Ägardirektiv",
            date(2025, 9, 29),
            gustav="2",
            anna="1",
        ),
        "organisation-responsible": answered(
            "2", "En upphandlare är utsedd till slutet av 2026.", "Beslut av upphandlingschefen", date(2025, 3, 3)
        ),
        "organisation-cooperation": answered(
            "2",
            "Kontoren planerar tillsammans en gång i kvartalet.",
            "Minnesanteckningar",
            date(2025, 10, 9),
            leila="2",
            anna="2",
        ),
        "organisation-mandate": answered("", "", "", None, anna="1", mikael="3", leila="1"),
        "strategy-targets": answered(
            "2", "Planen har mål med årtal.", "Handlingsplanen, version 2", date(2025, 11, 18)
        ),
        "skills-training": answered(
            "1", "Åtta av 31 beställare har gått kursen.", "Upphandlingsbyråns kursregister", date(2025, 10, 1)
        ),
        "skills-guidance": answered(
            "2", "En klausulbank med tolv formuleringar används.", "Upphandlingsbyrån", date(2025, 9, 1)
        ),
        "practice-needs": answered(
            "1",
            "Sju av 51 beställare hade fått frågan.",
            "Enkät till beställare",
            date(2024, 9, 30),
            carina="1",
            hanna="0",
        ),
        "practice-relevance": answered("1", "Skriftlig bedömning i 14 ärenden.", *REVIEW),
        "practice-lots": answered("1", "Tre av 41 tjänsteupphandlingar delades.", *REVIEW, maj="0", siv="2"),
        "practice-clauses": answered(
            "2",
            "Städavtalet på elva skolor har villkor om heltider och dagtid.",
            "Avtalet om lokalvård",
            date(2024, 10, 1),
        ),
        "practice-monitoring": answered(
            "1", "Städavtalet redovisas varje halvår.", "Leverantörens redovisning", date(2025, 8, 20)
        ),
        "data-suppliers": answered(
            "1",
            "De 100 största är genomgångna. För 19 går det inte att säga vem som styr.",
            "Leverantörsreskontra 2023",
            date(2024, 2, 20),
        ),
        "market-dialogue": answered("2", "Öppna dialoger med inbjudan genom nätverken.", *REVIEW, yusuf="2", maj="1"),
        "criteria-environmental-policy": answered("3", "Oförändrat.", *REVIEW),
        "criteria-social-policy": answered("3", "Oförändrat.", *REVIEW),
        "criteria-employment-policy": answered("3", "Oförändrat.", *REVIEW),
        "criteria-gender-policy": answered(
            "1", "Står i förslaget till ny policy.", "Remiss från stadsledningskontoret", date(2025, 10, 6)
        ),
        "criteria-gender-tenders": answered("1", "Elva delkontrakt sedan 2024.", *REVIEW),
    },
}
