"""Accounts of the office: what opens them, and what does not any more."""

import pyotp
import pytest

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import sign_in_staff
from zukunftsparlament.people.rules import WhyNot
from zukunftsparlament.people.staff import StaffWhyNot, create_staff, end_staff, new_totp_secret, renew_staff

pytestmark = pytest.mark.usefixtures("store")

OLD, NEW = "ein-altes-geheimnis", "ein-neues-geheimnis"


async def _sign_in(name: str, passphrase: str, secret: str) -> str:
    return await sign_in_staff(name, passphrase, pyotp.TOTP(secret).now(), address="::1")


async def test_a_renewed_account_opens_with_what_is_new_only() -> None:
    secret, other = await create_staff("Haus am See", OLD), new_totp_secret()
    await _sign_in("Haus am See", OLD, secret)

    await renew_staff("haus am see", NEW, other)

    assert await Sql("SELECT count(*) FROM session").value() == 0
    with pytest.raises(Refused) as refused:
        await _sign_in("Haus am See", OLD, secret)
    assert refused.value.reason is WhyNot.STAFF_WRONG
    assert await _sign_in("Haus am See", NEW, other)


async def test_an_ended_account_opens_nothing_until_it_is_renewed() -> None:
    await create_staff("Bleibt", OLD)
    secret = await create_staff("Geht bald", OLD)
    await _sign_in("Geht bald", OLD, secret)

    await end_staff("Geht bald")
    await end_staff("Geht bald")  # once more is no fault

    assert await Sql("SELECT count(*) FROM session").value() == 0
    with pytest.raises(Refused):
        await _sign_in("Geht bald", OLD, secret)
    with pytest.raises(Refused) as last:
        await end_staff("Bleibt")
    assert last.value.reason is StaffWhyNot.LAST_ONE

    await renew_staff("Geht bald", NEW, secret)
    assert await _sign_in("Geht bald", NEW, secret)


@pytest.mark.parametrize("other", ["BÜRO ÄNDERN", "büro-ändern", "Bu\u0308ro A\u0308ndern", "Buero Aendern"])
async def test_a_name_that_differs_only_in_how_it_is_typed_is_the_same_account(other: str) -> None:
    """SQLite's lower() leaves Ü and Ä as they are: to it these were two accounts."""
    secret = await create_staff("Büro Ändern", OLD)

    with pytest.raises(Refused) as refused:
        await create_staff(other, NEW)

    assert refused.value.reason is StaffWhyNot.NAME_TAKEN
    assert await _sign_in(other, OLD, secret)


async def test_a_name_without_letters_is_none() -> None:
    with pytest.raises(Refused) as refused:
        await create_staff(" - - ", OLD)

    assert refused.value.reason is StaffWhyNot.NAME_WRONG
