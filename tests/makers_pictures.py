"""Pictures for tests, made here: no file of ours, and nobody's photo."""

import io
import struct
import tempfile
import zlib
from typing import IO, Any

import pillow_heif
from PIL import Image

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.proposals.actions.pictures import attach, taken

GPS = b"51.500123N 7.618456E"
MAKER_NOTE = b"SerialNumber 4711-Kamera-von-Mia"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>Mia Muster, Hauptstr. 7</creator></x:xmpmeta>'
TOLD = (
    b"51.500123N",
    b"4711-Kamera",
    b"Mia Muster",
    b"GPS",
    b"Exif",
    b"http://ns.adobe.com",
    b"ICC_PROFILE",
    b"Geheim",
)

pillow_heif.register_heif_opener()


def drawn(width: int = 200, height: int = 100, *, mode: str = "RGB") -> Image.Image:
    """Left half red, right half white."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("red", (0, 0, width // 2, height))
    return picture.convert(mode)


def pressed(picture: Image.Image | None = None, kind: str = "JPEG", **how: Any) -> bytes:
    out = io.BytesIO()
    (picture or drawn()).save(out, kind, **how)
    return out.getvalue()


def exif(*, orientation: int = 1) -> bytes:
    """As a phone writes it: how it was held, where it was, and what its maker likes to know."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010E] = "Geheim: " + GPS.decode()
    told.get_ifd(0x8825)[29] = GPS.decode()
    told.get_ifd(0x8769)[0x927C] = MAKER_NOTE
    return told.tobytes()


def photo(kind: str = "JPEG", *, orientation: int = 1) -> bytes:
    """With everything in it that nobody should learn."""
    more: dict[str, Any] = {"comment": b"Geheim: Mia"} if kind == "JPEG" else {}
    return pressed(kind=kind, exif=exif(orientation=orientation), xmp=XMP, **more)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_that_claims(width: int, height: int, *, body: bytes = b"\0" * 1000) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def heic_that_claims(width: int, height: int) -> bytes:
    heic = bytearray(pressed(drawn(640, 640), "HEIF"))
    at = heic.find(b"ispe") + 8
    heic[at : at + 8] = struct.pack(">II", width, height)
    return bytes(heic)


def animation(frames: int = 10_000) -> bytes:
    first, *rest = (Image.new("RGB", (16, 16), (number % 256, number // 256, 0)) for number in range(frames))
    return pressed(first, "WEBP", save_all=True, append_images=rest, duration=10)


def file_of(body: bytes) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the test closes it
    file.write(body)
    return file


async def picture(proposal_id: int, *, alt: str = "Eine Bank", body: bytes | None = None) -> str:
    """A picture of this proposal. Returns its token."""
    with file_of(body or pressed(drawn(800, 600))) as file:
        async with taken(file) as new, writing():
            await attach(proposal_id, new, alt)
            return new.token
