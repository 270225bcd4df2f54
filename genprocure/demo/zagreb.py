"""Zagreb's beginnings in English: three sections begun, three barriers, one solution. People are invented."""

from datetime import date

from genprocure.demo.assessments import answered, left_out
from genprocure.demo.text import html, paragraphs

PLAN = {
    "title": "Integrated Action Plan for Gender-Responsive Public Procurement",
    "subtitle": "City of Zagreb and its URBACT Local Group. An example: people, figures and decisions are invented.",
    "period": "2026–2029",
    "case_number": "",
}

ORGANISATIONS = [
    {"key": "procurement", "name": "City Office for Public Procurement", "sector": "public", "kind": "city_department"},
    {"key": "studio", "name": "Studio Kolarek", "sector": "private", "kind": "supplier"},
    {"key": "countryside", "name": "Women of the Countryside Network", "sector": "civic", "kind": "ngo"},
    {"key": "faculty", "name": "Institute for Local Economies", "sector": "knowledge", "kind": "research"},
]

# The coordinator is an entrepreneur from outside the city administration.
PEOPLE = [
    {
        "key": "nives",
        "name": "Nives Kolarek",
        "email": "nives@example.org",
        "role": "coordinator",
        "function": "entrepreneur, coordinator of the local group",
        "organisation": "studio",
        "published_as": "name",
    },
    {
        "key": "hrvoje",
        "name": "Hrvoje Lastrić",
        "email": "hrvoje@example.org",
        "role": "editor",
        "function": "procurement officer",
        "organisation": "procurement",
        "published_as": "function",
    },
    {
        "key": "mirna",
        "name": "Mirna Podravec",
        "email": "mirna@example.org",
        "role": "editor",
        "function": "researcher",
        "organisation": "faculty",
        "published_as": "name",
    },
    {
        "key": "dunja",
        "name": "Dunja Brezar",
        "email": "dunja@example.org",
        "role": "member",
        "function": "network organiser",
        "organisation": "countryside",
        "published_as": "organisation",
    },
]

SECTIONS = [
    {
        "key": "profile",
        "status": "draft",
        "text": html("""
            <p>The local group brings together the city administration, businesses, civil society and universities. Its
            coordinator is an entrepreneur. Members and officers share the writing: procurement officers describe how
            the city buys, the researchers look after the figures, and the associations write about the people whom the
            purchases are meant for.</p>
            <p>The city buys through its own offices and through companies that it owns. This draft covers the offices.
            Whether the companies join is to be settled before the section is finished.</p>
        """),
    },
    {
        "key": "baseline",
        "status": "draft",
        "text": html("""
            <p>We read 40 tenders from 2023. Eleven had a social criterion of some kind. None mentioned gender equality,
            in the need, in the criteria or in the contract.</p>
            <p>Two studies are to fill the gaps. The first looks at who the city's contractors are, by size, sector and
            ownership. The second asks what keeps women with small businesses in the rural parts of the city from
            bidding.</p>
        """),
    },
    {
        "key": "needs",
        "status": "draft",
        "text": html("""
            <p>The group met for the first time on 21 December 2023. Three barriers have been written down so far, all
            from the experience of members. They still have to be checked against the study of contractors.</p>
        """),
    },
]

BARRIERS = [
    {
        "key": "price",
        "title": "The lowest price decides most tenders",
        "description": paragraphs("""
            Social criteria are known and allowed, but they carry so few points that they never change who wins.
            Officers see little reason to write them, and bidders see little reason to answer them well.
        """),
        "category": "process",
        "step": "award",
        "status": "agreed",
        "findings": [],
        "raised_by": "hrvoje",
        "raised_on": date(2024, 3, 14),
    },
    {
        "key": "contractors",
        "title": "We do not know who our contractors are",
        "description": paragraphs("""
            The payment records hold a name and a tax number. They do not tell the size of a firm, or whether women own
            or lead it. Every discussion about suppliers ends in guesses.
        """),
        "category": "data",
        "step": "market",
        "status": "discussed",
        "findings": [],
        "raised_by": "mirna",
        "raised_on": date(2024, 5, 23),
    },
    {
        "key": "rural",
        "title": "Rural women with small firms do not hear of tenders in time",
        "description": paragraphs("""
            Notices are published where procurement professionals look. A woman who makes cheese or runs a guest house
            with two employees finds out when the contract has been signed. Two members had this happen last year.
        """),
        "category": "stakeholders",
        "step": "market",
        "status": "raised",
        "findings": [],
        "raised_by": "dunja",
        "raised_on": date(2024, 9, 19),
    },
]

SOLUTIONS = [
    {
        "key": "calendar",
        "title": "A yearly calendar of coming purchases, sent through associations",
        "description": paragraphs("""
            In January the city publishes what it plans to buy below the EU threshold, in one page and in plain words.
            Associations and chambers pass it on to their members, with a name to call.
        """),
        "kind": "dialogue",
        "status": "proposed",
        "barriers": ["rural"],
        "proposed_by": "dunja",
        "proposed_on": date(2024, 11, 21),
    },
]

READ = ("Reading of 40 tenders from 2023", date(2024, 2, 8))
ASSESSMENT = {
    "title": "Start",
    "describes_on": date(2023, 7, 1),
    "opened_on": date(2024, 1, 15),
    "by": "hrvoje",
    "answers": {
        "frame-rules": answered("1", "Officers know the social criteria, but are unsure about gender equality."),
        "frame-policy": answered("0", "The internal rules do not mention it.", "Internal rules", date(2024, 1, 10)),
        "organisation-responsible": answered("0", "", "", None, hrvoje="0", mirna="0", dunja="0"),
        "organisation-cooperation": answered("0", "", "", None, hrvoje="2", mirna="0", dunja="0"),
        "strategy-targets": left_out("The city sets no targets for procurement of any kind."),
        "skills-training": answered("0", "No course so far.", "Office for Public Procurement", date(2024, 1, 22)),
        "practice-needs": answered("0", "None of 40 tenders mentions women and men in the need.", *READ, dunja="0"),
        "practice-award": answered("0", "None of 40 tenders.", *READ),
        "practice-clauses": answered("0", "None of 40 tenders.", *READ),
        "practice-lots": answered("unknown", "", "", None, nives="0", dunja="0", hrvoje="2"),
        "data-users": answered("unknown"),
        "data-suppliers": answered("0", "The payment records hold a name and a tax number.", "Payment records"),
        "criteria-environmental-tenders": answered("unknown"),
        "criteria-social-tenders": answered("1", "Eleven of 40 tenders.", *READ),
        "criteria-gender-policy": answered("0", "Not mentioned.", "Internal rules", date(2024, 1, 10)),
        "criteria-gender-tenders": answered("0", "None of 40 tenders.", *READ),
        "criteria-gender-contracts": answered("0", "There is nothing to follow up yet.", *READ),
    },
}
