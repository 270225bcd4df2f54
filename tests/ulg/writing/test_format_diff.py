from __future__ import annotations

from ulg.writing.format_diff import FormatChange, kinds, links

OLD, NEW = "https://example.org/old", "https://example.org/new"


def test_a_link_that_leads_elsewhere_is_told_from_what_to_what():
    assert links([("here", OLD), ("there", OLD)], [("here", NEW), ("there", OLD)]) == (FormatChange("here", OLD, NEW),)


def test_links_that_came_and_went_are_told():
    assert links([("a", OLD)], [("b", NEW)]) == (FormatChange("a", OLD, ""), FormatChange("b", "", NEW))


def test_a_link_that_moved_or_has_other_words_leads_where_it_led():
    assert links([("a", OLD), ("b", NEW)], [("b", NEW), ("c", OLD)]) == ()


def test_a_paragraph_that_became_a_heading_is_told():
    assert kinds([("Aim", "p"), ("x", "p")], [("Aim", "h2"), ("y", "p")]) == (FormatChange("Aim", "p", "h2"),)
