"""Atom (RFC 4287), by hand: a handful of elements, and everything that somebody typed is text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

# What XML 1.0 cannot hold at all.
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NEVER_YET = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed in which nothing stands: the date is required


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` is an address of ours that stays the same, `address` where it is read; both absolute."""

    id: str
    address: str
    title: str
    text: str
    published: datetime
    updated: datetime


def feed(*, address: str, page: str, title: str, author: str, entries: Sequence[Entry]) -> bytes:
    """`address` of the feed itself and of the page that shows the same, both absolute."""
    updated = max((entry.updated for entry in entries), default=NEVER_YET)
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">\n'
        f"<id>{said(address)}</id>\n<title>{said(title)}</title>\n<updated>{moment(updated)}</updated>\n"
        f"<author><name>{said(author)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{said(address)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{said(page)}"/>\n'
    )
    return (head + "".join(map(_entry, entries)) + "</feed>\n").encode()


def _entry(entry: Entry) -> str:
    return (
        f"<entry><id>{said(entry.id)}</id><title>{said(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{said(entry.address)}"/>'
        f"<published>{moment(entry.published)}</published><updated>{moment(entry.updated)}</updated>"
        f'<content type="text">{said(entry.text)}</content></entry>\n'
    )


def said(text: str) -> str:
    return escape(_NEVER.sub("\N{REPLACEMENT CHARACTER}", text), {'"': "&quot;"})


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
