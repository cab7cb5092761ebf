"""The two pictures in README, made anew with: pytest tests/browser/test_screenshots.py --screenshots"""

import zlib
from pathlib import Path

import pytest

from tests.browser.conftest import Phones
from tests.browser.phone import PORTRAIT, Phone
from tests.browser.world import World

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
MOST_BYTES = 75_000


def take(phone: Phone, path: Path) -> None:
    phone.page.evaluate("() => document.fonts.ready.then(() => null)")
    path.write_bytes(pressed(phone.page.screenshot()))


def pressed(png: bytes) -> bytes:
    """The same picture, its data deflated as hard as it goes (Chromium deflates for speed)."""
    kept, data, at = [], b"", 8
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        body, at = png[at + 8 : at + 8 + length], at + 12 + length
        if kind == b"IDAT":
            data += body
        else:
            kept.append((kind, body))
    kept.insert(-1, (b"IDAT", zlib.compress(zlib.decompress(data), 9)))
    chunks = (len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4) for kind, body in kept)
    return png[:8] + b"".join(chunks)


@pytest.mark.parametrize("name", ["wall", "ballot"])
def test_the_pictures_of_the_readme(
    name: str, world: World, phones: Phones, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    folder = FOLDER if pytestconfig.getoption("--screenshots") else tmp_path
    folder.mkdir(exist_ok=True)
    phone = phones(world, role="young")
    phone.go("/vorschlaege" if name == "wall" else world.places["open_straw_poll"] + "/stimme")
    take(phone, folder / f"{name}.png")
    for path in (folder / f"{name}.png", FOLDER / f"{name}.png"):
        header = path.read_bytes()[16:24]  # of a PNG: width and height
        assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (PORTRAIT["width"], PORTRAIT["height"])
        assert path.stat().st_size <= MOST_BYTES
