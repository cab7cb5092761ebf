"""`verify` finds minutes that somebody has changed behind everybody's back."""

import pytest

from tests.makers_minutes import held
from tests.minutes.test_pages import published
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.checks import CHECKS

pytestmark = pytest.mark.usefixtures("store")


async def found() -> list[str]:
    return [said for check in CHECKS if (said := await check.find())]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE minutes SET content = replace(content, 'Skatepark', 'Parkplatz')",
        "UPDATE minutes SET version = 2",
        "DELETE FROM minutes_confirmation",
        "UPDATE minutes SET public_at = NULL",
        "UPDATE sitting SET closed_at = NULL",
        "UPDATE poll SET result = replace(result, '4', '5')",
    ],
)
async def test_every_change_is_found(change: str) -> None:
    await published(await held())
    assert await found() == []

    await Sql(change).rows()

    assert await found()
