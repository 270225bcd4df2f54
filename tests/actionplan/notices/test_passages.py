from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.notices.facts import LotFacts, Words
from actionplan.notices.passages import LONGEST_PASSAGE, MOST_PASSAGES, Passage, mentions, spans_of
from actionplan.reference.gender_words import WORDS


def marked(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in spans_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("SWE", "Leverantören ska redovisa lön för kvinnor och män.", ["kvinnor", "män"]),
        ("SWE", "Könsuppdelad statistik, jämställdhetsplan.", ["Könsuppdelad", "jämställdhetsplan"]),
        ("ENG", "Equal pay for women and men; the gender pay gap.", ["Equal pay", "women", "men", "gender", "pay gap"]),
        ("ENG", "The contractor promotes equality at work.", ["equality"]),
        ("FIN", "Sukupuolten tasa-arvo ja naisten osuus.", ["Sukupuolten", "tasa-arvo", "naisten"]),
        ("POR", "Promover a igualdade entre mulheres e homens.", ["igualdade", "mulheres", "homens"]),
        ("HRV", "Ravnopravnost spolova, razlika u plaćama.", ["Ravnopravnost", "spolova", "razlika u plaćama"]),
        ("BOS", "Zastupljenost žena i muškaraca.", ["žena", "muškaraca"]),
        ("SRP", "Родна равноправност и положај жена.", ["Родна", "равноправност", "жена"]),
        ("POL", "Równość kobiet i mężczyzn, luka płacowa.", ["Równość", "kobiet", "mężczyzn", "luka płacowa"]),
        ("ITA", "Parità di genere e divario retributivo tra donne e uomini.", [
            "Parità di genere", "divario retributivo", "donne", "uomini",
        ]),
        ("RON", "Egalitatea de gen între femei și bărbați.", ["Egalitatea de gen", "femei", "bărbați"]),
        ("HUN", "A nők és férfiak esélyegyenlősége, a nemek közötti bérkülönbség.", [
            "nők", "férfiak", "esélyegyenlősége", "nemek közötti", "bérkülönbség",
        ]),
        ("SPA", "Plan de igualdad y brecha salarial.", ["Plan de igualdad", "brecha salarial"]),
        ("CAT", "Igualtat entre dones i homes, de gènere.", ["Igualtat", "dones", "homes", "de gènere"]),
        ("DEU", "Gleichstellung von Frauen und Männern.", ["Gleichstellung", "Frauen", "Männern"]),
        ("FRA", "L’égalité entre les femmes et les hommes.", ["égalité", "femmes", "hommes"]),
    ],
)  # fmt: skip
def test_words_for_gender_equality_are_found(language, text, found):
    assert marked(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("SWE", "Varje människa, allmänna villkor, gemensamt kök, en skön miljö och många månader."),
        ("SWE", "Likabehandling av anbudsgivare och jämlikhet i behandlingen av leverantörer."),
        ("ENG", "Management shall mention payments to all members of the department."),
        ("ENG", "Equal treatment of bidders. The principle of equality. Equality of all the tenderers."),
        ("ENG", "A female connector of 12 mm."),
        ("FIN", "Tarjoajien tasa-arvoinen ja syrjimätön kohtelu; miehitys ja naulat."),
        ("POR", "Igualdade de tratamento dos concorrentes; géneros alimentícios."),
        ("HRV", "Jednakost ponuditelja; rodni list; Ženevska konvencija."),
        ("POL", "Zasada równości wykonawców; luki w planie."),
        ("ITA", "A parità di punteggio; generi alimentari."),
        ("RON", "Egalitate de tratament; produse de acest fel, în general."),
        ("HUN", "Nem kell, noha az ajánlattevők esélyegyenlősége fontos."),
        ("SPA", "Igualdad de trato; en caso de igualdad de puntos."),
        ("CAT", "Igualtat de tracte dels licitadors."),
        ("DEU", "Frau Beispiel nimmt Angebote an. Chancengleichheit der Bieter."),
        ("FRA", "Égalité de traitement des candidats ; sage-femme ; droits de l’homme ; en tout genre."),
    ],
)
def test_other_words_are_none(language, text):
    assert marked(text, language) == []


def test_a_text_without_a_language_is_read_by_all_lists_but_for_words_that_mean_something_else_elsewhere():
    assert marked("Kvinnor, mulheres ja naiset") == ["Kvinnor", "mulheres", "naiset"]
    assert marked("Kvinnor, mulheres ja naiset", "NLD") == ["Kvinnor", "mulheres", "naiset"]
    assert marked("Der er mange, men ikke alle kan komme", "DAN") == []


def test_letters_may_lack_their_signs_where_no_other_word_comes_of_it():
    assert marked("IGUALDADE DE GENERO", "POR") == ["IGUALDADE", "DE GENERO"]
    assert marked("barbati si barbaţi", "RON") == ["barbati", "barbaţi"]
    assert marked("Man ska leverera", "SWE") == []


def test_a_lot_is_told_by_the_sentences_that_the_words_stand_in():
    text = "Lots of it. Report pay for women and men each year. The rest is as usual."
    lots = [LotFacts("LOT-1", conditions=(Words(text, "ENG"),)), LotFacts("LOT-1", conditions=(Words(text, "ENG"),))]

    found = mentions(lots)

    assert found is not None
    assert found.passages == (
        Passage(
            "conditions",
            "ENG",
            (
                ("… Report pay for ", False),
                ("women", True),
                (" and ", False),
                ("men", True),
                (" each year. …", False),
            ),
        ),
    )


def test_a_passage_of_a_long_sentence_is_what_is_around_the_words():
    text = f"{'before ' * 80}women{' after' * 80}"

    [passage] = mentions([LotFacts("LOT-1", criteria=(Words(text, "ENG"),))]).passages

    assert [marked for _text, marked in passage.pieces] == [False, True, False]
    assert len("".join(piece for piece, _marked in passage.pieces)) < 220
    assert passage.pieces[0][0].startswith("… before ")
    assert passage.pieces[2][0].endswith(" after …")


def test_passages_of_a_lot_are_bounded():
    text = " ".join(f"Sentence {number} is about women." for number in range(50)).replace(". ", f". {'x' * 150}. ")

    assert len(mentions([LotFacts("LOT-1", criteria=(Words(text, "ENG"),))]).passages) == MOST_PASSAGES


def test_no_passage_is_a_whole_document():
    text = " ".join(f"women{number}, women" for number in range(5000))

    found = mentions([LotFacts("LOT-1", criteria=(Words(text, "ENG"),))]).passages

    lengths = [len("".join(piece for piece, _marked in each.pieces)) for each in found]
    assert (len(found), max(lengths) <= LONGEST_PASSAGE + 4) == (MOST_PASSAGES, True)
    told = "".join("".join(piece for piece, _marked in each.pieces).replace("…", "") for each in found)
    assert "".join(text.split()).startswith("".join(told.split()))


def test_the_fingerprint_changes_with_a_text_that_was_found_and_with_no_other():
    def sha256(**texts: str) -> str:
        return mentions([LotFacts("LOT-1", **{part: (Words(each, "ENG"),) for part, each in texts.items()})]).sha256

    about = sha256(criteria="For women.")

    assert sha256(criteria="For women.", conditions="Invoices are sent by mail.") == about
    assert sha256(criteria="For women and girls.") != about


TEXTS = st.text(alphabet=st.characters(), max_size=80) | st.sampled_from(["kvinnor och män", "égalité", "İ ß women’s"])


@given(TEXTS, st.sampled_from([*WORDS, "", "XXX"]))
def test_any_text_is_read_and_what_is_marked_lies_within_it(text, language):
    composed = unicodedata.normalize("NFC", text)
    spans = spans_of(composed, language)

    assert all(0 <= start < end <= len(composed) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    found = mentions([LotFacts("LOT-1", criteria=(Words(composed, language),))])
    told = [piece for passage in found.passages for piece, is_hit in passage.pieces if is_hit] if found else []
    assert told == [composed[start:end] for start, end in spans][: len(told)]
