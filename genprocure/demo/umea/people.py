"""The local group of Umeå: its organisations and its people. All people and companies are invented."""

PLAN = {
    "title": "Lokal handlingsplan för jämställd upphandling",
    "subtitle": "Umeå kommun och dess lokala referensgrupp. Exempel: personer, siffror och beslut är påhittade.",
    "period": "2026–2030",
    "case_number": "KS-2024/00417",
}

ORGANISATIONS = [
    {"key": "upphandling", "name": "Upphandlingsbyrån", "sector": "public", "kind": "city_department"},
    {"key": "ledning", "name": "Stadsledningskontoret", "sector": "public", "kind": "city_department"},
    {"key": "naringsliv", "name": "Näringslivsenheten", "sector": "public", "kind": "city_department"},
    {"key": "omsorg", "name": "Äldreomsorgen", "sector": "public", "kind": "city_department"},
    {"key": "maltid", "name": "Måltidsservice", "sector": "public", "kind": "city_department"},
    {"key": "styrelsen", "name": "Kommunstyrelsen", "sector": "public", "kind": "authority"},
    {"key": "bostad", "name": "Älvbo i Umeå AB", "sector": "public", "kind": "municipal_company"},
    {"key": "vannas", "name": "Vännäs kommun", "sector": "public", "kind": "authority"},
    {"key": "region", "name": "Region Västerbotten", "sector": "public", "kind": "region"},
    {"key": "tallmon", "name": "Tallmon Städ AB", "sector": "private", "kind": "supplier"},
    {"key": "norrholmen", "name": "Norrholmen Bygg AB", "sector": "private", "kind": "supplier"},
    {"key": "kvarnforsen", "name": "Kvarnforsens Persontrafik AB", "sector": "private", "kind": "supplier"},
    {"key": "kammaren", "name": "Handelskammaren", "sector": "private", "kind": "business_organisation"},
    {"key": "foretagarna", "name": "Nätverket Egen firma i norr", "sector": "civic", "kind": "business_organisation"},
    {"key": "villkor", "name": "Kvinnoföreningen Lika villkor", "sector": "civic", "kind": "ngo"},
    {"key": "universitet", "name": "Umeå universitet", "sector": "knowledge", "kind": "university"},
]


def _person(key: str, name: str, role: str, function: str, organisation: str, published_as: str) -> dict:
    return {
        "key": key,
        "name": name,
        "email": f"{key}@example.org",
        "role": role,
        "function": function,
        "organisation": organisation,
        "published_as": published_as,
    }


PEOPLE = [
    _person("karin", "Karin Åström", "coordinator", "hållbarhetsstrateg", "ledning", "name"),
    _person("anna", "Anna Lindqvist", "editor", "upphandlare", "upphandling", "name"),
    _person("mikael", "Mikael Stenvall", "editor", "kategoriansvarig för fastighet", "upphandling", "name"),
    _person("leila", "Leila Rahimi", "editor", "jämställdhetsstrateg", "ledning", "name"),
    _person("yusuf", "Yusuf Demir", "member", "verkställande direktör", "tallmon", "name"),
    _person("anneli", "Anneli Stormark", "member", "hållbarhetschef", "norrholmen", "function"),
    _person("henrik", "Henrik Stråle", "member", "trafikchef", "kvarnforsen", "anonymous"),
    _person("siv", "Siv Hedlund", "member", "näringspolitisk rådgivare", "kammaren", "name"),
    _person("maj", "Maj Fjällgren", "member", "ordförande", "foretagarna", "name"),
    _person("hanna", "Hanna Tegsmark", "member", "verksamhetsledare", "villkor", "organisation"),
    _person("elin", "Elin Sandkvist", "member", "forskare i rättsvetenskap", "universitet", "name"),
    _person("omar", "Omar Farah", "member", "inköpsstrateg", "region", "function"),
    _person("carina", "Carina Bergdahl", "member", "verksamhetschef", "omsorg", "name"),
    _person("patrik", "Patrik Norling", "member", "enhetschef", "maltid", "function"),
    _person("gustav", "Gustav Brännlund", "member", "inköpschef", "bostad", "organisation"),
    _person("ingela", "Ingela Rosenfors", "member", "upphandlingssamordnare", "vannas", "name"),
    _person("birgitta", "Birgitta Lövgren", "observer", "ledamot i kommunstyrelsen", "styrelsen", "function"),
]
