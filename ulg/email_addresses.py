"""The one form in which the e-mail address of a person is stored and compared, and the form in which people read it."""

from __future__ import annotations

import unicodedata

import idna

from ulg.plaintext import one_line


def canonical(address: str) -> str:
    """Full-width letters folded, invisible characters gone, lower case, the domain as mail servers know it.

    What is no address comes back as near to one as it gets, to be refused by whoever validates it.
    """
    address = one_line(unicodedata.normalize("NFKC", one_line(address))).lower()
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{_ascii(domain)}"


def shown(address: str) -> str:
    """The address with its domain as its owner writes it."""
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{_unicode(domain)}"


def _ascii(domain: str) -> str:
    try:
        return idna.encode(domain, uts46=True).decode()
    except idna.IDNAError:
        return domain


def _unicode(domain: str) -> str:
    if not domain.isascii() or "xn--" not in domain:
        return domain
    try:
        return idna.decode(domain)
    except idna.IDNAError:
        return domain
