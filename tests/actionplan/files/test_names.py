from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.files import names
from actionplan.reference.files import MediaType
from ulg import plaintext


@pytest.mark.parametrize(
    ("given_name", "cleaned"),
    [
        ("Policy 2023.pdf", "Policy 2023.pdf"),
        ("Jämställdhet.PDF", "Jämställdhet.pdf"),
        ("C:\\Users\\anna\\policy.pdf", "policy.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("policy\u202efdp.exe", "policyfdp.exe.pdf"),
        ("a\x01b\r\nc.pdf", "ab c.pdf"),
        ('say "no": <now>?.pdf', "say no now.pdf"),
        (".pdf", "file.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
        ("con.pdf", "con_.pdf"),
        ("policy.pdf.pdf", "policy.pdf"),
        ("v1.2 final", "v1.2 final.pdf"),
        ("n" * 300 + ".pdf", "n" * 120 + ".pdf"),
        ("\U0001f600" * 100 + ".pdf", "\U0001f600" * 50 + ".pdf"),
    ],
)
def test_name_is_kept_without_what_a_file_system_or_a_reader_could_stumble_on(given_name, cleaned):
    assert names.cleaned(given_name, MediaType.PDF) == cleaned


@given(st.text(max_size=400), st.sampled_from(MediaType))
def test_any_name_becomes_one_that_every_file_system_takes(given_name, media_type):
    found = names.cleaned(given_name, media_type)

    assert len(found.encode()) <= 210
    assert found == names.cleaned(found, media_type)
    assert found == plaintext.one_line(names.NOT_IN_NAMES.sub("", found))
