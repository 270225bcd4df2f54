from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from actionplan.notices import archives
from actionplan.notices.archives import File, files_in, files_of
from tests.notices import tarred, zipped

XML = b"<notice/>"


def found(name: str, data: bytes) -> list[tuple[str, bytes | str]]:
    return [told(each) for each in files_of(name, io.BytesIO(data))]


def told(file: File) -> tuple[str, bytes | str]:
    if file.is_other:
        return file.name, "passed over"
    return file.name, file.refusal.reason if file.refusal else file.data


def test_a_file_is_what_it_holds_and_not_what_its_name_says():
    assert found("notice.zip", XML) == [("notice.zip", XML)]
    assert found("day.xml", zipped({"a.xml": XML})) == [("day.xml/a.xml", XML)]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_gives_its_files_one_by_one(pack):
    packed = pack({"20240319_056/1.xml": XML, "2.xml": b"\xef\xbb\xbf<b/>", "read me.txt": b"Hello", "no suffix": XML})

    assert found("day", packed) == [
        ("day/20240319_056/1.xml", XML),
        ("day/2.xml", b"\xef\xbb\xbf<b/>"),
        ("day/read me.txt", "passed over"),
        ("day/no suffix", XML),
    ]


def test_a_file_packed_alone_is_unpacked():
    assert found("notice.xml.gz", gzip.compress(XML)) == [("notice.xml.gz", XML)]


def test_only_what_comes_in_a_tar_file_is_everybodys():
    files = [*files_of("day", io.BytesIO(tarred({"1.xml": XML}))), *files_of("own", io.BytesIO(zipped({"1.xml": XML})))]

    assert [file.is_packed for file in files] == [True, False]


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize("name", ["../../etc/passwd.xml", "/etc/passwd.xml", "a/../../b.xml", "C:\\x.xml", "..\\x.xml"])
def test_a_name_that_leads_out_is_refused_and_the_rest_is_read(pack, name):
    assert [each for _name, each in found("day", pack({name: XML, "b.xml": XML}))] == ["climbs", XML]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_within_an_archive_is_not_opened(pack):
    assert found("day", pack({"a.xml": zipped({"b.xml": XML})})) == [("day/a.xml", "nested")]


def test_a_link_in_a_tar_file_is_not_followed():
    assert found("day", tarred({}, links={"a.xml": "/etc/passwd"})) == [("day/a.xml", "link")]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_what_unpacks_to_more_than_a_notice_holds_is_refused(pack, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST", 100_000)

    assert found("day", pack({"a.xml": b" " * 100_001, "b.xml": XML})) == [
        ("day/a.xml", "too_large"),
        ("day/b.xml", XML),
    ]


def test_a_bomb_is_refused_without_being_unpacked():
    packed = zipped({"a.xml": b" " * 3_000_000, "b.xml": XML})

    assert found("day", packed) == [("day/a.xml", "bomb"), ("day/b.xml", XML)]


def test_a_header_of_a_tar_file_cannot_ask_for_everything(monkeypatch):
    monkeypatch.setattr(archives, "LARGEST", 100_000)
    packed = tarred({"a" * 300_000 + ".xml": XML})  # its name takes a header of its own

    assert found("day", packed) == [("day", "broken_archive")]


def test_files_are_counted(monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 2)

    assert [each for _name, each in found("day", tarred({f"{n}.xml": XML for n in range(4)}))] == [XML, XML, "too_many"]
    assert [each for _name, each in found("day", zipped({f"{n}.xml": XML for n in range(4)}))] == [XML, XML, "too_many"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_that_is_cut_off_gives_what_can_be_read_and_says_so(pack):
    packed = pack({"a.xml": os.urandom(50_000), "b.xml": XML})

    assert found("day", packed[: len(packed) // 2])[-1] == ("day", "broken_archive")


def test_a_file_with_a_password_is_refused():
    packed = bytearray(zipped({"a.xml": XML}))
    for start in (packed.index(b"PK\x03\x04") + 6, packed.index(b"PK\x01\x02") + 8):
        packed[start] |= 1

    assert found("day", bytes(packed)) == [("day/a.xml", "encrypted")]


def test_what_systems_leave_behind_is_not_spoken_of():
    packed = zipped({"__MACOSX/._a.xml": b"x", ".DS_Store": b"x", "a.xml": XML})

    assert found("day", packed) == [("day/a.xml", XML)]


def test_a_folder_gives_what_is_in_it_and_follows_no_link(tmp_path: Path):
    folder = tmp_path / "notices"
    (folder / "inner").mkdir(parents=True)
    (folder / "b.xml").write_bytes(XML)
    (folder / "inner" / "a.zip").write_bytes(zipped({"1.xml": XML}))
    (folder / "README.md").write_text("About these notices")
    (folder / "z.xml").symlink_to("/etc/passwd")

    assert [told(each) for each in files_in(folder)] == [
        ("notices/README.md", "passed over"),
        ("notices/b.xml", XML),
        ("notices/inner/a.zip/1.xml", XML),
        ("notices/z.xml", "link"),
    ]


def test_a_path_that_leads_nowhere_is_said(tmp_path: Path):
    assert [told(each)[1] for each in files_in(tmp_path / "gone.xml")] == ["missing"]


def test_an_entry_that_is_damaged_is_refused_and_the_rest_is_read():
    packed = bytearray(zipped({"a.xml": os.urandom(2000), "b.xml": XML}))
    with zipfile.ZipFile(io.BytesIO(bytes(packed))) as archive:
        start = archive.infolist()[0].header_offset
    packed[start + 200] ^= 0xFF

    assert [each for _name, each in found("day", bytes(packed))] == ["broken_entry", XML]
