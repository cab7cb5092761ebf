"""Forms that carry a file (multipart/form-data), read piece by piece: a file goes straight to the disk.

Litestar's own reader keeps whatever comes, however long; and a form that is refused as a whole for a heavy picture
would lose what was typed beside it. Here such a picture is passed over and the rest is read.
"""

import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import IO, Any

from litestar import Request
from litestar.exceptions import ClientException
from multipart import MultipartError, MultipartSegment, PushMultipartParser, parse_options_header

TEXT_BYTES, FILE_BYTES = 1_000_000, 12 * 1024 * 1024
BODY_BYTES = 40_000_000  # what a route that takes a picture reads to its end, to be able to say that it was too heavy
MOST_PARTS = 50


@dataclass(slots=True)
class Upload:
    """A file that was sent. `is_too_heavy`: more than FILE_BYTES; then nothing of it is here."""

    file: IO[bytes]
    size: int = 0

    @property
    def is_too_heavy(self) -> bool:
        return self.size > FILE_BYTES

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.is_too_heavy:
            self.file.truncate(0)
        else:
            self.file.write(piece)


class Parts:
    """What a form held: `fields` in their order, and files by the name of their field."""

    def __init__(self, takes: frozenset[str]) -> None:
        self.fields: list[tuple[str, str]] = []
        self.uploads: dict[str, Upload] = {}
        self._takes, self._typed_bytes = takes, 0
        self._name, self._is_file, self._typed = "", False, bytearray()

    def begin(self, part: MultipartSegment) -> None:
        self._name, self._is_file, self._typed = part.name, part.filename is not None, bytearray()
        if self._is_file and part.filename and self._name in self._takes and self._name not in self.uploads:
            self.uploads[self._name] = Upload(tempfile.TemporaryFile())  # noqa: SIM115 - closed with the form

    def go_on(self, piece: bytes) -> None:
        if self._is_file:
            if (upload := self.uploads.get(self._name)) is not None:
                upload.add(piece)
            return
        self._typed_bytes += len(piece)
        if self._typed_bytes > TEXT_BYTES:
            raise ClientException("too much text")
        self._typed += piece

    def end(self) -> None:
        if not self._is_file:
            self.fields.append((self._name, self._typed.decode("utf-8", "replace")))

    def close(self) -> None:
        for upload in self.uploads.values():
            upload.file.close()


def boundary_of(request: Request[Any, Any, Any]) -> str | None:
    """None for a form without files."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    return str(options.get("boundary", "")) if kind == "multipart/form-data" else None


async def read_parts(stream: AsyncIterator[bytes], boundary: str, *, takes: frozenset[str]) -> Parts:
    """`takes`: fields whose files are kept. The caller closes the parts."""
    parts = Parts(takes)
    try:
        with PushMultipartParser(boundary, max_segment_count=MOST_PARTS) as parser:
            async for piece in stream:
                if piece and not parser.closed:
                    _take(parts, parser, piece)
    except (MultipartError, UnicodeError) as error:
        parts.close()
        raise ClientException("not a form") from error
    except BaseException:
        parts.close()
        raise
    return parts


def _take(parts: Parts, parser: PushMultipartParser, piece: bytes) -> None:
    for event in parser.parse(piece):
        if isinstance(event, MultipartSegment):
            parts.begin(event)
        elif event:
            parts.go_on(bytes(event))
        else:
            parts.end()
