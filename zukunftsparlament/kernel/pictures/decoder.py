"""One picture in on stdin, its smaller copies out on stdout. Runs as a process of its own (decoding.py).

Why a process: what a stranger sends is read by decoders written in C. Here they may neither take more memory and
time than they are given nor harm anything when they fall, and nothing of ours is imported.
Out comes a line of JSON, then the copies one after the other; or only `{"why_not": "…"}`.
What the header claims is looked at before anything is decoded.
"""

import io
import json
import resource
import sys
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")  # nothing else is even tried
MEGAPIXELS = {
    "JPEG": 50,
    "MPO": 50,
    "HEIF": 50,
    "PNG": 25,
    "WEBP": 25,
}  # what cameras make; what screens and programs make
SIDE_AT_MOST = 16_384
QUALITY = 78
MEMORY_BYTES, CPU_SECONDS = 1_200_000_000, 8


class WhyNot(Exception):
    """One of the codes in `rules/pictures.py`."""


def copies(source: Any, widths: list[int]) -> tuple[tuple[int, int], list[tuple[int, bytes]]]:
    """Width and height upright and in full, and a WebP for each of `widths` that is no enlargement."""
    picture = upright(opened(source, widths[-1]))
    made = []
    for width, size in sizes_for(picture.size, widths):
        made.append((width, pressed(picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0))))
    return sizes_for(picture.size, widths)[-1][1], made


def sizes_for(size: tuple[int, int], widths: list[int]) -> list[tuple[int, tuple[int, int]]]:
    """For each width the size that fits into it, and is twice as high at most. The last is the largest needed."""
    found = []
    for width in widths:
        share = min(1.0, width / size[0], 2 * width / size[1])
        found.append((width, (max(1, round(size[0] * share)), max(1, round(size[1] * share)))))
        if share == 1.0:
            break
    return found


def opened(source: Any, largest: int) -> Image.Image:
    if source.seek(0, io.SEEK_END) == 0:
        raise WhyNot("empty")
    source.seek(0)
    try:
        picture = Image.open(source, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise WhyNot("not_a_picture") from error
    width, height = picture.size
    if max(width, height) > SIDE_AT_MOST or width * height > MEGAPIXELS[str(picture.format)] * 1_000_000:
        raise WhyNot("too_large")
    picture.draft(None, (2 * largest, 2 * largest))  # a JPEG is decoded no larger than needed
    picture.load()
    return picture


def upright(picture: Image.Image) -> Image.Image:
    """The first frame, turned as the camera was held, in sRGB and without anything but its points."""
    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I"):  # 16 bits a point, in grey
        picture = picture.point(lambda value: value / 256).convert("L")
    if profile and picture.mode in ("RGB", "L", "CMYK"):
        picture = in_srgb(picture, profile)
    if picture.has_transparency_data:
        picture = on_white(picture.convert("RGBA"))
    picture = picture.convert("RGB")
    picture.info.clear()
    return picture


def in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        found = ImageCms.profileToProfile(picture, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a profile that says nothing sensible
    return found or picture


def on_white(picture: Image.Image) -> Image.Image:
    """A drawing with black lines must also be seen on a dark page."""
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture)


def pressed(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pillow_heif

    pillow_heif.options.THUMBNAILS = pillow_heif.options.DEPTH_IMAGES = pillow_heif.options.AUX_IMAGES = False
    pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None  # looked at here, by format
    made: list[tuple[int, bytes]] = []
    try:
        with open(0, "rb") as source:
            size, made = copies(source, [int(width) for width in sys.argv[1:]])
    except WhyNot as why_not:
        told: dict[str, Any] = {"why_not": str(why_not)}
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, RuntimeError):
        told = {"why_not": "broken"}
    else:
        told = {"size": size, "copies": [(width, len(body)) for width, body in made]}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + b"".join(body for _, body in made))


if __name__ == "__main__":
    main()
