"""The two pictures in README, made anew with: pytest tests/browser/test_screenshots.py --screenshots"""

from pathlib import Path

import pytest

from tests.browser.conftest import Phones
from tests.browser.phone import PORTRAIT, Phone
from tests.browser.world import World

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
MOST_BYTES = 90_000


def take(phone: Phone, path: Path) -> None:
    phone.page.evaluate("() => document.fonts.ready.then(() => null)")
    phone.page.screenshot(path=path)


@pytest.mark.parametrize("name", ["wall", "ballot"])
def test_the_pictures_of_the_readme(
    name: str, fresh_world: World, phones: Phones, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    folder = FOLDER if pytestconfig.getoption("--screenshots") else tmp_path
    folder.mkdir(exist_ok=True)
    phone = phones(fresh_world, role="young")
    phone.go("/vorschlaege" if name == "wall" else fresh_world.places["open_straw_poll"] + "/stimme")
    take(phone, folder / f"{name}.png")
    for path in (folder / f"{name}.png", FOLDER / f"{name}.png"):
        header = path.read_bytes()[16:24]  # of a PNG: width and height
        assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (PORTRAIT["width"], PORTRAIT["height"])
        assert path.stat().st_size <= MOST_BYTES
