from genprocure.demo.text import html, paragraphs


def test_paragraphs_are_one_line_each():
    assert paragraphs("\n  One\n  line.\n\n  Another\n  line.\n") == "One line.\n\nAnother line."


def test_html_has_no_space_around_blocks_and_keeps_it_inside_them():
    source = """
        <h2>Title</h2>
        <ul>
        <li><p><strong>Word</strong> <em>by</em>
        word.</p></li>
        </ul>
    """

    assert html(source) == "<h2>Title</h2><ul><li><p><strong>Word</strong> <em>by</em> word.</p></li></ul>"
