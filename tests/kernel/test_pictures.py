"""What people send as a picture, and what is made of it. The files are made here, hostile ones too."""

import asyncio
import io
import resource

import pytest
from PIL import Image, ImageCms

from tests import makers_pictures as makers
from zukunftsparlament.kernel.pictures import Decoded, NotTaken, decoded, decoding
from zukunftsparlament.kernel.refusals import TooOften

WIDTHS = (320, 640, 1280)
KINDS = ("JPEG", "PNG", "WEBP", "HEIF")


async def decode(body: bytes) -> Decoded:
    with makers.file_of(body) as file:
        return await decoded(file, WIDTHS)


async def why_not(body: bytes) -> str:
    with pytest.raises(NotTaken) as found:
        await decode(body)
    return found.value.why


def opened(made: Decoded, width: int = 320) -> Image.Image:
    picture = Image.open(io.BytesIO(made.copies[width]), formats=["WEBP"])
    picture.load()
    return picture


def corner(made: Decoded) -> tuple[int, ...]:
    found = opened(made).getpixel((0, 0))
    assert isinstance(found, tuple)
    return found


def is_about(colour: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(have - want) <= 6 for have, want in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("kind", KINDS)
async def test_three_widths_and_no_enlargement(kind: str) -> None:
    large, small = await asyncio.gather(
        decode(makers.pressed(makers.drawn(2000, 1000), kind)), decode(makers.pressed(kind=kind))
    )

    assert [opened(large, width).size for width in WIDTHS] == [(320, 160), (640, 320), (1280, 640)]
    assert (large.width, large.height) == (1280, 640)
    assert {width: opened(small, width).size for width in small.copies} == {320: (200, 100)}


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_that_a_camera_wrote_is_left_and_it_stands_upright(kind: str) -> None:
    sent = makers.photo(kind, orientation=6)
    assert b"4711-Kamera" in sent

    made = await decode(sent)

    assert (made.width, made.height) == (100, 200)
    assert is_about(corner(made), (255, 0, 0))
    for copy in made.copies.values():
        assert copy[12:16] == b"VP8 "  # the plain form of WebP: it has no room for anything but points
        assert not [told for told in makers.TOLD if told in copy]


async def test_what_hangs_behind_a_picture_stays_behind() -> None:
    picture, film = makers.pressed(), b"ftypmp42 Geheim: ein kurzer Film"
    for behind in (film, b"PK\x03\x04 GIFAR", b"<script>alert(1)</script>", b"%PDF-1.7", b"\0" * 100_000):
        made = await decode(picture + behind)

        assert not [copy for copy in made.copies.values() if behind in copy]
    commented = makers.pressed(comment=b"<html><script>alert(1)</script>")
    assert b"<script" in commented
    assert b"<script" not in (await decode(commented)).copies[320]


@pytest.mark.parametrize(
    ("sent", "colour"),
    [
        (makers.pressed(Image.new("CMYK", (60, 60), (0, 255, 255, 0))), (255, 0, 0)),
        (makers.pressed(Image.new("L", (60, 60), 128)), (128, 128, 128)),
        (makers.pressed(Image.new("1", (60, 60), 1), "PNG"), (255, 255, 255)),
        (makers.pressed(Image.new("I;16", (60, 60), 0x8080), "PNG"), (128, 128, 128)),
        (makers.pressed(Image.new("RGBA", (60, 60), (255, 0, 0, 0)), "PNG"), (255, 255, 255)),
        (makers.pressed(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), "WEBP", lossless=True), (255, 255, 255)),
        (makers.pressed(Image.new("LA", (60, 60), (0, 0)), "PNG"), (255, 255, 255)),
        (makers.pressed(makers.drawn(mode="RGBA").quantize(), "PNG"), (255, 0, 0)),
        (makers.pressed(Image.new("P", (60, 60), 0), "PNG", transparency=0), (255, 255, 255)),
        (makers.pressed(icc_profile=b"nonsense" * 50), (255, 0, 0)),
        (makers.pressed(kind="MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]), (255, 0, 0)),
        (makers.pressed(kind="PNG", save_all=True, append_images=[Image.new("RGB", (200, 100))]), (255, 0, 0)),
        (makers.pressed(Image.new("RGB", (1, 1), "red"), "PNG"), (255, 0, 0)),
    ],
)
async def test_unusual_pictures_are_taken_as_they_look(sent: bytes, colour: tuple[int, ...]) -> None:
    assert is_about(corner(await decode(sent)), colour)


async def test_colours_are_those_that_were_seen() -> None:
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert is_about(corner(await decode(makers.pressed(icc_profile=wide))), (255, 0, 0))


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", "empty"),
        (b"kein Bild", "not_a_picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "not_a_picture"),
        (b"<!doctype html><script>alert(1)</script>", "not_a_picture"),
        (b"%PDF-1.7\n", "not_a_picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not_a_picture"),
        *((makers.pressed(kind=kind), "not_a_picture") for kind in ("GIF", "TIFF", "BMP", "AVIF", "ICO")),
        (makers.pressed(makers.drawn(800, 800))[:2000], "broken"),
        (makers.pressed(makers.drawn(800, 800), "PNG")[:300], "broken"),
        (makers.pressed(makers.drawn(800, 800), "WEBP")[:300], "broken"),
        (makers.heic_that_claims(6000, 6000), "broken"),
        (makers.png_that_claims(4000, 4000), "broken"),
    ],
)
async def test_anything_else_is_refused(sent: bytes, why: str) -> None:
    assert await why_not(sent) == why


@pytest.mark.parametrize(
    "bomb",
    [
        makers.png_that_claims(30_000, 30_000),
        makers.png_that_claims(2**31 - 1, 2**31 - 1),
        makers.png_that_claims(100_000, 10),
        makers.heic_that_claims(30_000, 30_000),
    ],
    ids=["30,000 × 30,000", "4 GB", "long", "heic"],
)
async def test_a_bomb_is_refused_by_what_it_claims_and_costs_next_to_nothing(bomb: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert await why_not(bomb) == "too_large"

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1


async def test_of_ten_thousand_pictures_in_one_only_the_first_is_looked_at() -> None:
    sent = makers.animation()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    made = await decode(sent)

    assert is_about(corner(made), (0, 0, 0))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 1


async def test_a_decoder_that_takes_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "SECONDS_AT_MOST", 0.001)

    assert await why_not(makers.pressed()) == "broken"


async def test_too_many_at_once_are_asked_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "WAITING_AT_MOST", 1 - decoding.CORES)

    outcomes = await asyncio.gather(*(decode(makers.pressed()) for _ in range(3)), return_exceptions=True)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Decoded", "TooOften", "TooOften"]
    with pytest.raises(TooOften):
        monkeypatch.setattr(decoding, "WAITING_AT_MOST", -decoding.CORES)
        await decode(makers.pressed())
