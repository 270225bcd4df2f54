"""The words by which a notice may speak of gender equality, one list a language.

A word ends where it ends: `men` is not in “mention”. A star stands for any letters: `jämställd*` begins a word, and
`*kvinn*` may stand in a longer one. Words with spaces stand after each other. `actionplan/notices/passages.py` reads
them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WordList:
    """The words of one language."""

    always: tuple[str, ...]  # women, men, gender, the pay gap
    only_here: tuple[str, ...] = ()  # the same, but other words in other languages: for texts in this language alone
    equality: tuple[str, ...] = ()  # equality of anybody: no hit beside the words of `procurement`
    procurement: tuple[str, ...] = ()  # bidders, treatment, points: what the principles of procurement speak of
    never: tuple[str, ...] = ()  # words that hold one of the others and mean something else
    has_own_letters: bool = False  # a letter with a sign is another letter, so that it is never read without it


SWEDISH = WordList(
    always=(
        *("*jämställd*", "*kvinn*", "könet", "könen", "könens", "köns*", "manliga", "lika lön", "lika löner"),
        *("löneskillnad*", "lönegap*", "lönekartlägg*", "feminis*", "genus*", "flickor*", "gender*"),
    ),
    only_here=("män", "mäns", "männen", "männens", "kön"),
    equality=("jämlikhet*",),
    procurement=("anbud*", "leverantör*", "behandling*", "poäng*", "princip*", "öppenhet*", "proportionalitet*"),
    never=("kvinnlig koppling*", "kvinnlig kontakt*"),
    has_own_letters=True,
)
ENGLISH = WordList(
    always=(
        *("women", "woman", "gender*", "girls", "female", "feminis*", "sexes", "equality plan*", "gender equality"),
        *("equal pay", "pay gap*", "wage gap*", "pay equity", "pay transparency"),
    ),
    only_here=("men",),
    equality=("equality", "inequality", "inequalities", "equal opportunity", "equal opportunities"),
    procurement=(
        *("treatment", "tenderer*", "tender", "tenders", "bidder*", "bid", "bids", "candidate*", "economic operator*"),
        *("participant*", "transparen*", "proportional*", "principle*", "points", "score*", "competition"),
    ),
    never=("female connector*", "female plug*", "female socket*", "female thread*"),
)
FINNISH = WordList(
    always=(
        *("sukupuol*", "*sukupuol*", "nainen", "nais*", "miesten", "miehet", "miehiä", "miehille", "palkkaero*"),
        *("samapalkkai*", "palkka-avoimu*", "palkkatasa-arvo*", "tasa-arvosuunnitel*", "tasa-arvolai*", "feminis*"),
    ),
    equality=("tasa-arvo*", "yhdenvertai*"),
    procurement=("tarjoaj*", "ehdokka*", "ehdokas*", "kohtelu*", "toimittaj*", "syrjimät*", "avoimu*", "suhteellisuu*"),
    has_own_letters=True,
)
PORTUGUESE = WordList(
    always=(
        *("mulher", "mulheres", "feminin*", "feminis*", "gender*", "de género", "de gênero", "ambos os sexos"),
        *("igualdade salarial", "igualdade remuneratória", "disparidade* salari*", "diferença* salari*", "raparigas"),
        *("plano* para a igualdade", "plano* de igualdade", "entre os sexos"),
    ),
    only_here=("homens", "sexo"),
    equality=("igualdade", "desigualdade*", "paridade"),
    procurement=(
        *(
            "tratamento",
            "concorrent*",
            "candidat*",
            "concorrência",
            "condições",
            "circunstâncias",
            "preço*",
            "proposta*",
        ),
        *("transparência", "proporcionalidade", "princípio*", "pontuação", "pontos", "acesso", "operador*"),
    ),
    never=("bens de género*", "homens hora", "homens dia"),
)
SPANISH = WordList(
    always=(
        *("mujer", "mujeres", "femenin*", "feminis*", "gender*", "de género", "ambos sexos", "entre los sexos"),
        *("brecha* salarial*", "igualdad salarial", "igualdad retributiva", "registro retributivo", "niñas"),
        *("plan de igualdad", "planes de igualdad", "ley orgánica de igualdad"),
    ),
    only_here=("hombres", "sexo"),
    equality=("igualdad", "desigualdad*"),
    procurement=(
        *("trato", "licitador*", "candidat*", "condiciones", "puntuación", "puntos", "puntuaciones", "precio*"),
        *("transparencia", "proporcionalidad", "principio*", "acceso", "concurrencia", "operador*", "ofertas"),
    ),
    never=("hombres hora", "caso de igualdad"),
)
CATALAN = WordList(
    always=(
        *("femení", "femenin*", "feminis*", "gender*", "de gènere", "perspectiva de gènere", "ambdós sexes"),
        *("bretxa salarial", "bretxes salarials", "escletxa salarial", "igualtat salarial", "igualtat retributiva"),
        *("pla d igualtat", "plans d igualtat", "registre retributiu", "hòmens"),
    ),
    only_here=("dones", "homes", "sexe", "xiques", "noies"),
    equality=("igualtat", "desigualtat*"),
    procurement=(
        *("tracte", "licitador*", "candidat*", "condicions", "puntuació", "punts", "preu*", "transparència"),
        *("proporcionalitat", "principi*", "accés", "concurrència", "operador*", "ofertes"),
    ),
    never=("cas d igualtat",),
)
ITALIAN = WordList(
    always=(
        *("donna", "femminil*", "femminis*", "di genere", "gender*", "entrambi i sessi", "pari opportunità"),
        *("divari* retributiv*", "divari* salarial*", "parità retributiva", "parità salariale", "gap retributiv*"),
        *("imprenditoria femminile", "parità di genere", "tra i sessi"),
    ),
    only_here=("donne", "uomini", "sesso"),
    equality=("parità", "uguaglianza", "eguaglianza", "disuguaglianz*", "diseguaglianz*"),
    procurement=(
        *(
            "trattamento",
            "concorrent*",
            "candidat*",
            "condizioni",
            "punteggi*",
            "punti",
            "prezz*",
            "offert*",
            "offerent*",
        ),
        *("trasparenza", "proporzionalità", "principi*", "operator*", "ribass*", "merito"),
    ),
    never=("uomini ora", "uomini giorno", "generi di genere"),
)
FRENCH = WordList(
    always=(
        *("femme", "femmes", "féminin*", "féminis*", "gender*", "égalité professionnelle", "égalité salariale"),
        *("écart* salari*", "écart* de rémunération*", "égalité de genre*", "inégalité* de genre*", "entre les sexes"),
        *("stéréotype* de genre", "identité de genre", "les deux sexes", "égalité entre les sexes"),
    ),
    only_here=("hommes", "sexe"),
    equality=("égalité", "inégalité*", "parité"),
    procurement=(
        *(
            "traitement",
            "candidat*",
            "soumissionnaire*",
            "concurrent*",
            "conditions",
            "points",
            "note*",
            "prix",
            "offre*",
        ),
        *("transparence", "proportionnalité", "principe*", "accès", "opérateur*"),
    ),
    never=("sage femme", "sages femmes", "droits de l homme", "jours hommes", "hommes jours", "cas d égalité"),
)
ROMANIAN = WordList(
    always=(
        *("femei*", "femeie", "feminin*", "feminis*", "bărbat*", "bărbați*", "gender*", "egalitat* de gen"),
        *("diferen* salarial*", "decalaj* salarial*", "ambele sexe", "egalitate salarială", "între sexe", "de gen"),
    ),
    only_here=("sexe", "sexul"),
    equality=("egalitate", "egalitatea", "egalității", "inegalit*"),
    procurement=(
        *("tratament*", "ofertan*", "candida*", "operator*", "punctaj*", "preț*", "transparen*", "proporționalit*"),
        *("principi*", "condiții*"),
    ),
)
CROATIAN_BOSNIAN_SERBIAN = WordList(
    always=(
        *("žena", "žene", "ženama", "ženu", "žensk*", "muškar*", "spol", "spola", "spolova", "spolovima", "spoln*"),
        *("rodna", "rodne", "rodnu", "rodno", "rodnoj", "rodnih", "rodnom", "rodni", "gender*", "feminis*"),
        *("platni jaz", "jaz u plaćama", "jaz u platama", "razlik* u plaćama", "razlik* u platama", "jednak* plać*"),
        *("ravnopravnost* polova", "oba pola", "polna", "polne"),
        *(
            "жена",
            "жене",
            "женама",
            "жену",
            "женск*",
            "мушкар*",
            "родна",
            "родне",
            "родну",
            "родно",
            "родној",
            "родних",
        ),
        *("равноправност* полова", "оба пола", "платни јаз", "сполова"),
    ),
    equality=("ravnopravnost*", "neravnopravnost*", "jednakost*", "nejednakost*", "равноправност*", "једнакост*"),
    procurement=(
        *("ponuditelj*", "ponuđač*", "natjecatelj*", "kandidat*", "postupanj*", "tretman*", "sudionik*", "učesnik*"),
        *("gospodarsk*", "privredn*", "transparentnost*", "razmjernost*", "načel*", "bodova", "понуђач*", "начел*"),
    ),
    never=("rodni list*", "rodnom list*", "rodnog list*"),
)
POLISH = WordList(
    always=(
        *(
            "kobiet*",
            "kobiec*",
            "mężczyzn*",
            "mężczyźn*",
            "płeć",
            "płci",
            "płcią",
            "płciow*",
            "równouprawni*",
            "gender*",
        ),
        *("luk* płacow*", "równ* płac*", "równ* wynagrodz*", "feminis*", "dziewcz*"),
    ),
    equality=("równość", "równości", "równością", "nierównoś*", "równe szanse", "równych szans"),
    procurement=(
        *("wykonawc*", "oferent*", "traktowan*", "konkurenc*", "punkt*", "ofert*", "przejrzyst*", "proporcjonaln*"),
        *("zasad*", "stron", "wobec prawa"),
    ),
    never=("zasad* równości",),
)
HUNGARIAN = WordList(
    always=(
        *(
            "nők",
            "nőknek",
            "nőket",
            "nőkkel",
            "nőkre",
            "nőknél",
            "nőkről",
            "női",
            "férfi*",
            "nemek",
            "nemeknek",
            "gender*",
        ),
        *(
            "nemi egyenlő*",
            "nemi esély*",
            "nemi sztereotíp*",
            "nemi alap*",
            "nemek közötti",
            "egyenlő bér*",
            "feminis*",
        ),
        *("bérszakadék*", "bérkülönbség*", "bérrés*", "béregyenlőség*"),
    ),
    only_here=("nő",),
    equality=("esélyegyenlőség*", "egyenlőség*", "egyenlőtlenség*"),
    procurement=(
        *("ajánlattev*", "részvételre", "bánásmód*", "pontszám*", "ajánlat*", "verseny*", "átlátható*", "arányosság*"),
        *("alapelv*", "gazdasági szereplő*"),
    ),
    has_own_letters=True,
)
GERMAN = WordList(
    always=(
        *("*gleichstellung*", "gleichberechtigung*", "frauen*", "weibliche*", "männer*", "maenner*", "geschlecht*"),
        *("*gender*", "entgeltgleichheit*", "lohngleichheit*", "lohnlücke*", "entgeltlücke*", "mädchen", "feminis*"),
        *("gleicher lohn", "gleiche bezahlung", "gleichen lohn"),
    ),
    equality=("chancengleichheit*", "gleichheit", "ungleichheit*"),
    procurement=(
        *("bieter*", "bewerber*", "behandlung*", "unternehmen*", "wettbewerb*", "punkt*", "grundsatz*", "grundsätz*"),
        *("transparenz*", "verhältnismäßigkeit*", "teilnehmer*", "angebot*"),
    ),
    never=("weibliche* stecker*", "weibliche* buchse*", "weibliche* anschl*", "frauenhofer*"),
    has_own_letters=True,
)

# By the codes of languages in notices (ISO 639-3)
WORDS: dict[str, WordList] = {
    "SWE": SWEDISH,
    "ENG": ENGLISH,
    "FIN": FINNISH,
    "POR": PORTUGUESE,
    "SPA": SPANISH,
    "CAT": CATALAN,
    "ITA": ITALIAN,
    "FRA": FRENCH,
    "RON": ROMANIAN,
    "HRV": CROATIAN_BOSNIAN_SERBIAN,
    "BOS": CROATIAN_BOSNIAN_SERBIAN,
    "SRP": CROATIAN_BOSNIAN_SERBIAN,
    "POL": POLISH,
    "HUN": HUNGARIAN,
    "DEU": GERMAN,
}
