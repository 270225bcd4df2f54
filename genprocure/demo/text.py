"""Lets the demo's texts be wrapped in the source without the line breaks reaching the plan."""

import re

BLOCK = r"/?(?:p|h2|h3|ul|ol|li|blockquote)"


def paragraphs(text: str) -> str:
    """Plain text: each paragraph on one line, a blank line between them."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def html(text: str) -> str:
    """Rich text: one line, without space around the block tags."""
    one_line = " ".join(text.split())
    return re.sub(rf"\s*(<{BLOCK}>)\s*", r"\1", one_line)
