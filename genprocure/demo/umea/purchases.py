"""What Umeå buys in the demo: invented purchases, from which its example notices are written."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Kind(NamedTuple):
    """Something that is bought every now and then; the estimate is that of one lot, in kronor."""

    title: str
    cpv: str
    lots: tuple[str, ...]
    estimate: int
    aim: str = ""  # what it asks for where gender equality is its aim
    words: str = ""  # what it asks for without saying so in a code


KINDS = (
    Kind(
        "Städning av skolor och förskolor",
        "90910000",
        ("Centrum", "Ersboda", "Teg"),
        2_400_000,
        aim="Leverantören redovisar andelen heltidstjänster för kvinnor och män och ökar den under avtalet.",
        words="Andelen heltidstjänster redovisas för kvinnor och män.",
    ),
    Kind(
        "Måltider till äldreboenden",
        "55520000",
        ("Öst", "Väst"),
        3_100_000,
        aim="Leverantören har en plan för jämställda löner och följer upp den varje år.",
    ),
    Kind(
        "Hemtjänst i norra området",
        "85310000",
        ("Hemtjänst",),
        9_800_000,
        aim="Schemat planeras så att kvinnor och män kan arbeta heltid.",
        words="Deltid och delade turer redovisas uppdelat på kön.",
    ),
    Kind(
        "Arbetskläder för park och gata",
        "18110000",
        ("Ytterkläder", "Skor"),
        640_000,
        aim="Kläderna provas av kvinnor och män och finns i passformer för båda.",
        words="Plaggen ska ha provats av både kvinnor och män.",
    ),
    Kind("Snöröjning av gång- och cykelvägar", "90620000", ("Innerstaden", "Ersboda", "Röbäck", "Sävar"), 1_150_000),
    Kind("Ombyggnad av idrottshall", "45212220", ("Entreprenad",), 18_500_000),
    Kind("Asfaltering", "45233222", ("Norra delen", "Södra delen"), 7_200_000),
    Kind("Konsulter för detaljplaner", "71410000", ("Planering", "Utredningar"), 1_600_000),
    Kind("Stöd för verksamhetssystem", "72250000", ("Drift",), 2_900_000),
    Kind("Skolskjuts", "60130000", ("Innerstaden", "Landsbygden"), 4_300_000),
    Kind("Utbildning för chefer", "80500000", ("Utbildning",), 850_000, aim="Utbildningen behandlar jämställdhet."),
    Kind("Bevakning av kommunens lokaler", "79710000", ("Rondering", "Larm"), 1_900_000),
    Kind("Mejerivaror", "15500000", ("Mejerivaror",), 5_400_000),
    Kind("Förbrukningsmaterial till vården", "33140000", ("Skyddsmaterial", "Inkontinens"), 1_250_000),
    Kind(
        "Belysning på gångvägar",
        "45316110",
        ("Belysning",),
        2_050_000,
        aim="Platserna väljs efter en trygghetsvandring med kvinnor och flickor.",
        words="Platserna väljs efter hur trygga kvinnor och flickor känner sig.",
    ),
    Kind("Tolkning", "79540000", ("På plats", "På distans"), 980_000),
    Kind("Lekutrustning till förskolor", "37535200", ("Lekutrustning",), 720_000),
    Kind("Möbler till skolor", "39160000", ("Klassrum", "Matsal"), 1_400_000),
)

EVERY_AIM = "Leverantören redovisar löner och arbetstid för kvinnor och män."


class Firm(NamedTuple):
    """An invented firm, with a number that no register has; without an ownership nobody has asked it."""

    name: str
    number: str
    ownership: str = ""


FIRMS = (
    Firm("Tallmon Städ AB", "990001-0015", "women-owned"),
    Firm("Björkhaga Omsorg AB", "990002-0022", "women-led"),
    Firm("Nordanå Måltid AB", "990003-0039", "mixed"),
    Firm("Ersnäs Entreprenad AB", "990004-0046", "men-owned"),
    Firm("Lundmarken Transport AB", "990005-0053", "men-owned"),
    Firm("Vitsippan Kläder AB", "990006-0060", "women-owned"),
    Firm("Kvarnbäcken Konsult AB", "990007-0077", "mixed"),
    Firm("Älvkant Data AB", "990008-0084", "men-owned"),
    Firm("Storliden Handel AB", "990009-0091", "unknown"),
    Firm("Hedbacka Utbildning ekonomisk förening", "990010-0106"),
)
OWNERSHIP_SOURCE = {"source": "Kommunens enkät till leverantörer (påhittad)", "source_on": date(2025, 3, 14)}

# What was counted by hand for the years before the notices had the fields
ENTERED = (
    {"year": 2022, "measure": "procedures", "total": 96, "social": 14, "gender": 1, "not_stated": None},
    {"year": 2023, "measure": "procedures", "total": 92, "social": 15, "gender": 1, "not_stated": 31},
    {"year": 2023, "measure": "lots", "total": 158, "social": 24, "gender": 1, "not_stated": 52},
    {"year": 2023, "measure": "spend", "currency": "SEK", "total": 2_140_000_000},
)
ENTERED_SOURCE = {"source": "Genomgång av diariet och leverantörsreskontran", "source_on": date(2024, 2, 14)}
