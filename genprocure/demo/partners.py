"""The nine partner authorities of the network; two of them are not cities."""

FACTS = ("slug", "name", "authority", "country", "working_language", "currency", "time_zone")


def _partner(*facts: str, aliases: tuple[str, ...] = (), **others: str) -> dict:
    """`language`, if it is not English, is the portal's; `working_language` the one that the authority works in."""
    stated = dict(zip(FACTS, facts, strict=True))
    return {**stated, "kind": "municipality", "language": "en", "note": "", "aliases": list(aliases), **others}


PARTNERS = [
    _partner(
        "famalicao",
        "Vila Nova de Famalicão",
        "Município de Vila Nova de Famalicão",
        "PT",
        "pt",
        "EUR",
        "Europe/Lisbon",
        aliases=("Famalicão",),
        note="Lead partner of the network.",
    ),
    _partner(
        "zagreb",
        "Zagreb",
        "Grad Zagreb",
        "HR",
        "hr",
        "EUR",
        "Europe/Zagreb",
        note="Host of the final conference on 29 October 2025.",
    ),
    _partner("koszalin", "Koszalin", "Gmina Miasto Koszalin", "PL", "pl", "PLN", "Europe/Warsaw"),
    _partner(
        "messina",
        "Messina",
        "Comune di Messina",
        "IT",
        "it",
        "EUR",
        "Europe/Rome",
        note="Host of the network's meeting on 4–5 June 2024.",
    ),
    _partner(
        "satu-mare",
        "Satu Mare County",
        "Asociația de Dezvoltare Intercomunitară Județul Satu Mare",
        "RO",
        "ro",
        "RON",
        "Europe/Bucharest",
        kind="association",
        aliases=("Satu Mare County Intercommunity Development Association", "ADI Satu Mare"),
        note="An association of municipalities in the county, not a city.",
    ),
    _partner(
        "umea",
        "Umeå",
        "Umeå kommun",
        "SE",
        "sv",
        "SEK",
        "Europe/Stockholm",
        language="sv",
        note="Host of the network's meeting on 19–20 March 2024.",
    ),
    _partner(
        "ibrany",
        "Ibrány",
        "Ibrány Város Önkormányzata",
        "HU",
        "hu",
        "HUF",
        "Europe/Budapest",
        aliases=("Újfehértó",),
        note=(
            "Ibrány is the partner of record in the approved application. Újfehértó is the town named in the lead "
            "partner's announcement of October 2023 and at the plan review of 27–29 May 2025."
        ),
    ),
    _partner(
        "zenica-doboj",
        "Zenica-Doboj Canton",
        "Zenica-Doboj Canton, Department for Development and International Projects",
        "BA",
        "bs",
        "BAM",
        "Europe/Sarajevo",
        kind="canton",
        note="A canton, not a city. Takes part with IPA funding.",
    ),
    _partner(
        "alcoi",
        "Alcoi",
        "Ajuntament d'Alcoi",
        "ES",
        "es",
        "EUR",
        "Europe/Madrid",
        aliases=("Alcoy", "Ayuntamiento de Alcoy"),
        note="Works in Spanish and Valencian.",
    ),
]
