from __future__ import annotations

import pytest

from benchmarks.tables import show, verdict


@pytest.mark.parametrize(
    ("value", "limit", "said"),
    [(3.0, 3, ("≤ 3", "kept")), (3.1, 3, ("≤ 3", "MISSED")), (1.4, 1.5, ("≤ 1.5", "kept")), (9, None, ("", ""))],
)
def test_a_verdict_says_the_limit_and_whether_it_is_kept(value, limit, said):
    assert verdict(value, limit) == said


def test_a_table_has_its_figures_below_each_other(capsys):
    show("Time", ("page", "ms", ""), [("plan page", "9.5", "kept"), ("list", "12.25", "MISSED")])

    assert capsys.readouterr().out == (
        "\nTime\n\npage          ms\n---------  -----  ------\nplan page    9.5    kept\nlist       12.25  MISSED\n"
    )
