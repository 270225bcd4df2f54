"""What has happened in Umeå since version 2: a text in review, a new barrier and comments that wait for an answer."""

from datetime import date, datetime

from genprocure.demo.comments import comment
from genprocure.demo.text import html, paragraphs

VISION = html("""
<blockquote><p>År 2030 frågar Umeå kommun och de kommunala bolagen i varje större upphandling vilka som berörs, och
kan visa vad svaret ledde till. Kraven går att uppfylla även för små företag. Den som lovar något i ett anbud får
frågan om löftet hålls.</p></blockquote>
<p>Med större upphandling menar vi en upphandling över en miljon kronor. Alla upphandlingar behöver inte ha ett
jämställdhetskrav, men frågan ska ställas, svaret ska skrivas ned och skälet ska gå att läsa i efterhand.</p>
<p>För bolagen gäller visionen från den dag då deras ägardirektiv är ändrade. Älvbo följer den redan från 2026.</p>
<p>Visionen går att kontrollera. Öppna år 2030 ett ärende från 2027: där ska stå vilka som berördes, vilka krav som
valdes och hur de följdes upp.</p>
""")

BARRIER = {
    "key": "systems",
    "title": "Upphandlingssystemet har ingen plats för bedömningen",
    "description": paragraphs("""
        Jämställdhetsbedömningen skrivs i ett eget dokument som bifogas ärendet. Systemet kan inte söka i den och inte
        räkna hur många som är gjorda. Vi räknar för hand inför varje redovisning.

        Leverantören av systemet säger att ett fält kan läggas till tidigast hösten 2026.
    """),
    "category": "systems",
    "step": "documents",
    "status": "raised",
    "findings": [],
    "raised_by": "anna",
    "raised_on": date(2025, 12, 4),
}

COMMENTS = [
    comment(
        "lots-which-schools",
        ("action", "lots"),
        "yusuf",
        datetime(2025, 11, 27, 20, 5),
        """
        Bra att skolorna är med. Tänker ni dela efter stadsdel eller efter skolans storlek? För oss är körtiden mellan
        skolorna viktigare än antalet kvadratmeter.
        """,
    ),
    comment(
        "register-who",
        ("action", "register"),
        "maj",
        datetime(2025, 12, 1, 19, 15),
        """
        Åtgärden saknar fortfarande ansvarig. Vi i nätverket kan hjälpa till att formulera frågan, men vi kan inte äga
        ett register åt kommunen.
        """,
    ),
    comment(
        "vision-companies",
        ("section", "vision"),
        "gustav",
        datetime(2025, 12, 5, 13, 40),
        """
        Skriv inte ”de kommunala bolagen” innan ägardirektiven är ändrade. Styrelserna har inte tagit ställning, och
        jag kan bara svara för Älvbo.
        """,
    ),
    comment(
        "baseline-sole-traders",
        ("finding", "survey"),
        "maj",
        datetime(2025, 12, 6, 18, 10),
        """
        Är de som driver enskild firma med bland de 46? Många av våra medlemmar gör det, och de syns sällan i registren.
        """,
    ),
    comment(
        "objective-who-counts",
        ("objective", "market"),
        "mikael",
        datetime(2025, 12, 7, 10, 5),
        """
        Målet är rätt, men säg vem som räknar. Annars gör ingen det förrän året innan målet ska vara nått.
        """,
    ),
    comment(
        "indicator-year",
        ("indicator", "lots"),
        "yusuf",
        datetime(2025, 12, 7, 21, 30),
        """
        Räknas en upphandling som delad även när delarna är så stora att vi ändå inte kan lämna anbud?
        """,
    ),
    comment(
        "systems-count",
        ("barrier", "systems"),
        "mikael",
        datetime(2025, 12, 8, 9, 25),
        """
        Kan vi använda det fria fältet för ärendetyp så länge? Det går att söka i, även om det inte är vackert.
        """,
    ),
]
