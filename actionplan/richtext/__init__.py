"""Rich text: html that a person wrote or pasted, as a small, safe tree of nodes and back.

`reader` reads html, whoever made it, with `foreign`, `styles`, `tables`, `lists` and `superscripts`; `copied` reads
plain text of other programs; `tree` holds the text as nodes and writes our html; `markup` is for a text area.
"""

from actionplan.richtext.foreign import Told
from actionplan.richtext.reader import BlockNode, Node
from actionplan.richtext.tree import Text, blocks, clean, join, links, lowered, nodes, pasted, plain, read_once, to_html

__all__ = [
    "BlockNode",
    "Node",
    "Text",
    "Told",
    "blocks",
    "clean",
    "join",
    "links",
    "lowered",
    "nodes",
    "pasted",
    "plain",
    "read_once",
    "to_html",
]
