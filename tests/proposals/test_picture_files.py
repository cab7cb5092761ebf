"""Rows and files of pictures stay together: removed, put back, tidied, checked."""

import html
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests import makers, makers_pictures, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import pictures, tidying
from zukunftsparlament.proposals.picture_checks import CHECKS
from zukunftsparlament.proposals.queries.pictures import picture_of, removed_picture_of

pytestmark = pytest.mark.usefixtures("store")

HASHES = Sql("UPDATE picture SET files = '{}'")


async def shown() -> tuple[int, str]:
    """A public proposal with a picture: its row, and the address of the picture."""
    id_ = await makers_proposals.proposal_id(await makers_proposals.proposal())
    return id_, f"/bilder/{await makers_pictures.picture(id_)}-320.webp"


def age(path: Path, hours: float) -> None:
    then = time.time() - hours * 3600
    os.utime(path, (then, then))


async def broken() -> list[str]:
    return [said for check in CHECKS if (said := await check.find())]


async def test_a_removed_one_is_gone_at_once_but_for_the_office_and_can_come_back(client: Client) -> None:
    proposal, address = await shown()
    assert (await client.get(address)).status_code == 200

    async with writing():
        assert await pictures.remove_picture(proposal, until=now() + timedelta(days=14))
    gone = await client.get(address)
    await client.sign_in(staff=await makers.staff())
    for_the_office = await client.get(address)
    async with writing():
        assert await pictures.put_back_picture(proposal)
        assert not await pictures.put_back_picture(proposal)

    assert (gone.status_code, for_the_office.status_code) == (404, 200)
    assert for_the_office.headers["cache-control"] == "no-store"
    async with Client() as reader:
        assert (await reader.get(address)).status_code == 200
    assert not await broken()


async def test_a_removed_one_leaves_the_page_of_its_proposal(client: Client) -> None:
    proposal, address = await shown()
    assert address in html.unescape((await client.get("/vorschlaege/1")).text)

    async with writing():
        await pictures.remove_picture(proposal, until=now() + timedelta(days=14))

    assert address not in html.unescape((await client.get("/vorschlaege/1")).text)
    assert await picture_of(proposal) is None
    assert await removed_picture_of(proposal) is not None


async def test_when_its_time_is_over_it_leaves_the_disk() -> None:
    proposal, _ = await shown()
    async with writing():
        await pictures.remove_picture(proposal, until=now() - timedelta(seconds=1))

    await tidying.tidy_pictures()

    assert not list(folder.found())
    async with writing():
        assert not await pictures.put_back_picture(proposal)


async def test_what_no_row_took_is_gone_again() -> None:
    with makers_pictures.file_of(makers_pictures.photo()) as file:
        async with pictures.taken(file):
            assert list(folder.found())
    assert not list(folder.found())


async def test_rubbish_of_a_crash_is_collected_but_not_what_is_being_uploaded() -> None:
    _, address = await shown()
    old, young = folder.path_of("k" * 24, 320), folder.path_of("j" * 24, 320)
    for path in (old, young):
        path.write_bytes(b"halb")
    age(old, hours=1.1)

    assert await tidying.tidy_pictures() == 1

    assert not old.exists() and young.exists()
    assert folder.path_of(address.removeprefix("/bilder/")[:24], 320).exists()


async def test_verify_names_a_file_that_is_missing_changed_or_left_over() -> None:
    _, address = await shown()
    path = folder.folder() / address.removeprefix("/bilder/")
    whole = path.read_bytes()
    assert not await broken()

    path.write_bytes(whole + b"!")
    assert path.name in (await broken())[0]
    path.unlink()
    assert path.name in (await broken())[0]
    path.write_bytes(whole)
    stray = folder.path_of("k" * 24, 640)
    stray.write_bytes(b"?")
    assert not await broken()  # it may belong to an upload under way
    age(stray, hours=3)
    assert stray.name in (await broken())[0]
    stray.unlink()
    await HASHES.rows()
    assert len(await broken()) == 1
