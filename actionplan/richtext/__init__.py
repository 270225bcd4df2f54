"""Rich text: html that a person wrote or pasted, as a small, safe tree of nodes and back.

`reader` reads html, whoever made it; `tree` holds the text as nodes and writes our html; `marks` is for a text area.
"""

from actionplan.richtext.reader import BlockNode, Node
from actionplan.richtext.tree import blocks, clean, join, lowered, nodes, plain, to_html

__all__ = ["BlockNode", "Node", "blocks", "clean", "join", "lowered", "nodes", "plain", "to_html"]
