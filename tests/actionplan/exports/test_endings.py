from __future__ import annotations

import zlib

from actionplan.exports import endings

PAGE = b"/P <</MCID %d>>BDC\nBT\n/f0 10 Tf\n1 0 0 -1 %d 700 Tm\n<0041> Tj\nET\nEMC\n"


def stream(data: bytes) -> bytes:
    return b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(data), data)


def that_ends_as_a_line_does(page: bytes) -> bytes:
    """Such a page's data, packed in haste."""
    pages = (
        b"".join(page % (place, (number + place) * 7919 % 9973) for place in range(90)) for number in range(10_000)
    )
    return next(data for data in (zlib.compress(each, 1) for each in pages) if data.endswith(b"\r"))


def test_a_page_is_packed_to_the_same_length_with_one_line_end_less():
    data = that_ends_as_a_line_does(PAGE)
    before, after = b"%PDF-1.7\n1 0 obj\n", b"\nendobj\n2 0 obj\n" + stream(zlib.compress(b"q Q")) + b"\nendobj\n"

    mended = endings.mended(before + stream(data) + after)

    place = (before + stream(data)).index(data)
    packed = mended[place : place + len(data)]
    assert mended.replace(packed, data) == before + stream(data) + after
    plain, drawn = zlib.decompress(data), zlib.decompress(packed)
    assert not packed.endswith(b"\r")
    assert (drawn.split(), len(drawn), drawn.count(b"\n")) == (plain.split(), len(plain), plain.count(b"\n") - 1)


def test_what_holds_no_operators_stays_as_it_is():
    pdf = stream(that_ends_as_a_line_does(b"glyphs %d\n and %d no operators\n"))

    assert endings.mended(pdf) == pdf


def test_a_file_without_such_an_ending_stays_as_it_is():
    pdf = stream(zlib.compress(PAGE % (1, 2)))

    assert endings.mended(pdf) == pdf
