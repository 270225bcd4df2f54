"""How columns and classes are called in files of suppliers, in English and Swedish; letters and digits alone count."""

from __future__ import annotations

from actionplan.reference.suppliers import Ownership

_COLUMNS = {
    "number": """organisationnumber organizationnumber organisationno orgnumber orgno orgnr organisationsnr
        organisationsnummer registrationnumber companynumber vatnumber vatno momsnummer momsregistreringsnummer""",
    "name": """name supplier suppliername company companyname firm
        namn leverantör leverantörsnamn leverantörensnamn företag företagsnamn firma""",
    "ownership": "ownership ownershipclass class ownedby ägande ägandeklass ägarskap ägarklass ägarform klass",
    "source": "source källa",
    "source_on": "sourcedate dateofthesource date källdatum källansdatum datum",
}
_CLASSES = {
    Ownership.WOMEN_OWNED: "womenowned ownedbywomen kvinnoägt kvinnoägd ägsavkvinnor",
    Ownership.WOMEN_LED: "womenled ledbywomen kvinnolett kvinnoledd ledsavkvinnor",
    Ownership.MIXED: "mixed blandat blandad",
    Ownership.MEN_OWNED: "menowned ownedbymen mansägt mansägd ägsavmän",
    Ownership.NO_OWNER: """noowner public publicornoowner publicnoowner
        offentlig offentligt ingenägare offentligelleringenägare offentligtelleringenägare""",
    Ownership.UNKNOWN: "unknown notknown okänt okänd ejkänt vetej",
}
COLUMNS = {name: frozenset(words.split()) for name, words in _COLUMNS.items()}
NEEDED = frozenset(["number", "name", "ownership"])
# An empty cell says that it is not known
OWNERSHIPS = {"": Ownership.UNKNOWN} | {word: each for each, words in _CLASSES.items() for word in words.split()}
