"""What Umeå's records said in version 1, field by field, where they have changed since."""

from datetime import date
from typing import Any

from genprocure.demo.text import paragraphs

Changes = dict[str, dict[str, Any]]

NEW_SINCE = {
    "findings": {"cleaning", "subcontractors"},
    "barriers": {"subcontractors"},
    "solutions": {"register", "chain"},
    "actions": {"lots", "register"},
    "indicators": {"lots", "bids"},
}

BARRIERS: Changes = {
    "mandate": {"status": "agreed"},
    "lots": {
        "status": "agreed",
        "description": paragraphs("""
            Lokalvård, måltidstjänster och konsulter upphandlas oftast för hela kommunen på en gång, och kravet på
            omsättning räknas på hela avtalet.

            I enkäten svarade 28 av 46 småföretag att de har avstått för att avtalet var för stort. Gruppen är enig om
            hindret men har inte bestämt hur en lösning ska prövas.
        """),
    },
    "ownership": {"status": "discussed"},
    "notices": {"status": "addressed"},
    "followup": {"findings": ["followup"]},
    "segregation": {"status": "discussed", "parked_reason": ""},
}

SOLUTIONS: Changes = {
    "policy": {"barriers": ["policy"]},
    "mandate": {"barriers": ["silos"]},
    "lots": {
        "status": "assessed",
        "description": paragraphs("""
            Utgångspunkten är att tjänster delas i anbudsområden. Omsättningskravet räknas på den del anbudet gäller.
            Delas avtalet inte skrivs skälen ned.
        """),
    },
    "followup": {
        "description": paragraphs("""
            Planen skrivs innan annonsen går ut och säger vad som ska redovisas, när och till vem. Kan ett krav inte
            följas upp ställs det inte.
        """),
    },
    "points": {"status": "assessed", "rejected_reason": ""},
}

OBJECTIVES: Changes = {
    "market": {
        "description": paragraphs("""
            Under 2027 deltar minst 25 företag som aldrig har lämnat anbud till kommunen i en marknadsdialog (6 i provet
            2025).
        """),
    },
}

INDICATORS: Changes = {
    "gender": {"actions": ["assessment", "clauses"]},
    "fulltime": {"actions": ["followup"]},
    "newcomers": {"actions": ["dialogue", "newsletter"]},
}

ACTIONS: Changes = {
    "policy": {
        "status": "agreed",
        "ends_on": date(2026, 6, 30),
        "description": paragraphs("""
            Ett förslag till ny policy går till fullmäktige i juni 2026. Texten tas fram efter sommaren 2025.
        """),
    },
    "mandate": {
        "status": "drafted",
        "title": "Peka ut ansvariga för frågan",
        "description": paragraphs("""
            Upphandlingschefen och hållbarhetschefen utser var sin kontaktperson som upphandlare och beställare kan
            ringa. Nämnder och bolag tar upp frågan i årsrapporten.
        """),
    },
    "assessment": {
        "status": "funded",
        "cost_amount": 240_000,
        "funding_amount": 240_000,
        "description": paragraphs("""
            Mallen på en sida, med fem frågor, blir en del av förstudien i alla upphandlingar över en miljon kronor. Den
            prövades i fem upphandlingar vintern 2024–2025. En egen modul i upphandlingssystemet byggs för svaren.
        """),
    },
    "training": {
        "status": "agreed",
        "funding_source": "Kommunens centrala medel för kompetensutveckling, sökta för 2026–2028",
        "funding_status": "applied",
    },
    "clauses": {
        "description": paragraphs("""
            En jurist och två upphandlare tar fram de första tio formuleringarna. Regionen och grannkommunerna lämnar
            egna formuleringar och rapporterar hur de fungerade.
        """),
        "funding_source": "Ingen källa är utpekad",
        "funding_status": "to_find",
    },
    "users": {"status": "drafted"},
    "dialogue": {
        "status": "drafted",
        "funding_source": "Ingen källa är utpekad",
        "funding_status": "to_find",
    },
    "newsletter": {
        "status": "agreed",
        "description": paragraphs("""
            Nyhetsbrevet berättar om kommande upphandlingar och om kraven på jämställdhet. Det skickas i mars och
            september till alla leverantörer som har avtal eller har lämnat anbud de senaste fyra åren.
        """),
        "funding_source": "Näringslivsenhetens budget 2025–2027",
        "funding_status": "secured",
        "funding_amount": 135_000,
    },
    "followup": {
        "status": "costed",
        "responsible": "Upphandlingschef",
        "cost_amount": 180_000,
        "funding_source": "Begärs i kommunstyrelsens budget 2026",
        "funding_status": "applied",
        "funding_amount": 720_000,
        "description": paragraphs("""
            En upphandlare får en fjärdedel av sin tid för uppföljning. Alla nya avtal med sociala krav får en
            uppföljningsplan på högst två sidor, och leverantören redovisar i en blankett varje halvår.
        """),
        "risk_mitigation": "Blanketten hålls kort och är densamma i alla avtal.",
    },
    "notices": {
        "status": "running",
        "description": paragraphs("""
            Annonsmallen ändrades i januari 2025 så att uppgiften om socialt mål inte kan lämnas tom. Alla upphandlare
            får en timmes genomgång före juni.
        """),
    },
}
