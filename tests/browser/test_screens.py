"""Every screen: axe in light and dark, nothing too wide, nothing too small, valid HTML, nothing moves."""

import pytest

from tests.browser.all_screens import SCREENS
from tests.browser.looking import Eyes, look_at
from tests.browser.screens import Screen

__all__ = ["look_at"]
every_screen = pytest.mark.parametrize("screen", SCREENS, ids=str)


@every_screen
def test_axe_finds_nothing_in_the_light(screen: Screen, look_at: Eyes) -> None:
    assert look_at(screen).light == []


@every_screen
def test_axe_finds_nothing_in_the_dark(screen: Screen, look_at: Eyes) -> None:
    assert look_at(screen).dark == []


@every_screen
def test_it_never_scrolls_sideways(screen: Screen, look_at: Eyes) -> None:
    assert look_at(screen).too_wide == []


@every_screen
def test_thumbs_find_every_button(screen: Screen, look_at: Eyes) -> None:
    assert look_at(screen).small_targets == []


@every_screen
def test_nothing_lies_over_what_can_be_tapped(screen: Screen, look_at: Eyes) -> None:
    assert look_at(screen).covered == []


@every_screen
def test_it_answers_as_it_should_and_quietly(screen: Screen, look_at: Eyes) -> None:
    seen = look_at(screen)
    assert (seen.status, seen.troubles) == (screen.status, [])


@every_screen
def test_its_html_is_valid(screen: Screen, look_at: Eyes) -> None:
    assert look_at.html_findings(screen) == []
