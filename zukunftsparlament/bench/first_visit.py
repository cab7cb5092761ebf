"""What a phone fetches that was never here before."""

import re
from dataclasses import dataclass

import brotli

from zukunftsparlament.bench.load import fetch

# Whatever the page loads by itself; where a link leads, also that to a feed, is loaded by nobody yet.
_LOADED = re.compile(
    r"""(?:<link(?![^>]*"alternate")[^>]+?href|<script[^>]+?src|<img[^>]+?src|<use[^>]+?href)="(/[^"#]+)"""
)


@dataclass(frozen=True)
class FirstVisit:
    """`bytes`: all answers as they come over the wire, headers included."""

    bytes: int
    requests: int


async def first_visit(port: int, path: str) -> FirstVisit:
    page = await fetch(port, path)
    loaded = sorted({*_LOADED.findall(body_of(page))})
    answers = [page, *[await fetch(port, address) for address in loaded]]
    return FirstVisit(sum(map(len, answers)), len(answers))


def body_of(answer: bytes) -> str:
    head, _, body = answer.partition(b"\r\n\r\n")
    return (brotli.decompress(body) if b"content-encoding: br" in head.lower() else body).decode()
