"""A notice as a tree: parsed so that a file can neither fetch, grow nor dig, and searched by the names of eForms."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ulg import plaintext

LARGEST = 20_000_000  # bytes of one notice; the largest real ones have a tenth of it
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
EFORMS = "http://data.europa.eu/p27/eforms-ubl-"
NAMES = {
    "cac": f"{UBL}CommonAggregateComponents-2",
    "cbc": f"{UBL}CommonBasicComponents-2",
    "ext": f"{UBL}CommonExtensionComponents-2",
    "efac": f"{EFORMS}extension-aggregate-components/1",
    "efbc": f"{EFORMS}extension-basic-components/1",
    "efext": f"{EFORMS}extensions/1",
}
ROOTS = {f"{{{UBL}{name}-2}}{name}" for name in ("ContractNotice", "ContractAwardNotice", "PriorInformationNotice")}
REGISTRATION = "BusinessRegistrationInformationNotice"
OLD_SCHEMA = "TED_EXPORT"


class Refusal(Exception):
    """Why a file is no notice that can be taken; `reason` is a key of `reference.notice_words`."""

    def __init__(self, reason: str, about: str = "") -> None:
        super().__init__(reason)
        self.reason, self.about = reason, about


class Node:
    """An element of a notice. Names have the usual prefixes of eForms, whatever prefixes the file uses."""

    def __init__(self, element: etree._Element) -> None:
        self._element = element

    def all(self, path: str) -> Iterator[Node]:
        return (Node(found) for found in self._element.iterfind(path, NAMES))

    def first(self, path: str) -> Node | None:
        found = self._element.find(path, NAMES)
        return None if found is None else Node(found)

    def text(self, path: str = "") -> str:
        """The text of the first element on this path, or of this one; empty where there is none."""
        found = self.first(path) if path else self
        return plaintext.one_line(found._element.text or "") if found else ""

    def texts(self, path: str) -> Iterator[str]:
        return (node.text() for node in self.all(path))

    def attribute(self, name: str) -> str:
        return (self._element.get(name) or "").strip()

    def coded(self, path: str, list_name: str) -> Iterator[str]:
        """The codes on this path that belong to this list: eForms uses one element for several of them."""
        return (node.text() for node in self.all(path) if node.attribute("listName") == list_name)


def parse(data: bytes) -> Node:
    """The root of a notice; Refusal if the bytes are none."""
    if not data.strip():
        raise Refusal("empty")
    if len(data) > LARGEST:
        raise Refusal("too_large")
    if data.startswith(b"%PDF"):
        raise Refusal("pdf")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal("not_xml", _place(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal("has_doctype")
    _refuse_others(etree.QName(root).localname, root.tag)
    return Node(root)


def _place(error: Exception) -> str:
    return str(error.lineno or "") if isinstance(error, etree.XMLSyntaxError) else ""


def _refuse_others(name: str, tag: str) -> None:
    if tag in ROOTS:
        return
    if name == OLD_SCHEMA:
        raise Refusal("old_schema")
    raise Refusal("registration" if name == REGISTRATION else "no_notice", name[:60])
