"""Formats whose files are made another way than the portal's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from actionplan.exports.formats import FORMATS


def render_with(monkeypatch: pytest.MonkeyPatch, render: Callable[..., bytes], name: str = "pdf") -> None:
    """Let this function make the files of the format."""
    monkeypatch.setitem(FORMATS, name, replace(FORMATS[name], render=render))
