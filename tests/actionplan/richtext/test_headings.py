import pytest

from actionplan import richtext


def heading(tag: str) -> dict:
    return {"t": tag, "c": ["Words"]}


@pytest.mark.parametrize(
    ("written", "below", "shown"),
    [
        ("h2 h3 h3 h2", 1, "h2 h3 h3 h2"),
        ("h2 h3 p h2", 3, "h4 h5 p h4"),
        ("p h3 h3", 3, "p h4 h4"),
        ("h3 h2 h3", 3, "h4 h4 h5"),
        ("h2 h3", 5, "h6 h6"),
    ],
)
def test_headings_stand_right_below_the_one_above_them(written, below, shown):
    nodes = [heading(tag) for tag in written.split()]

    lowered = richtext.lowered(nodes, below)

    assert [node["t"] for node in lowered] == shown.split()
    assert [node["t"] for node in nodes] == written.split()
    assert richtext.to_html(lowered) == "".join(f"<{tag}>Words</{tag}>" for tag in shown.split())
