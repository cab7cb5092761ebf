"""A picture on its way with a proposal: kept with the draft, held with it, shown with it."""

import html
import re
from typing import Any

import httpx
import pytest

from tests import makers, makers_pictures, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.proposals.actions import drafts
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.pace import AT_ONCE
from zukunftsparlament.proposals.queries import held
from zukunftsparlament.proposals.rules.moderation import Decision

pytestmark = pytest.mark.usefixtures("store")

OFFICE = Moderator("office:Test", None)
THIRD = {"topic": "sport", "for_whom": "alle", "place": "Villa"}
ALT = "Eine rote Bank vor einer weißen Wand."
PICTURES = Sql("SELECT token, alt, files FROM picture ORDER BY id")


async def writer(client: Client, **about: Any) -> tuple[str, Me]:
    """Somebody with a draft that lacks nothing but a picture. Its address."""
    member = await makers.member(**about)
    token = await makers_proposals.draft(member)
    await client.sign_in(member=member)
    return f"/entwuerfe/{token}", await makers_proposals.me(member)


async def send(client: Client, draft: str, picture: bytes | None, **fields: str) -> httpx.Response:
    files = {} if picture is None else {"picture": ("bild.jpg", picture, "image/jpeg")}
    return await client.post(f"{draft}/3", data={**THIRD, "alt": ALT, **fields}, files=files or {"picture": ("", b"")})


def addresses(page: str) -> list[str]:
    return sorted(set(re.findall(r"/bilder/[\w-]+\.webp", html.unescape(page))))


def files() -> list[str]:
    return sorted(path.name for path, _ in folder.found())


async def test_a_picture_goes_with_its_proposal_from_draft_to_page(client: Client) -> None:
    draft, _ = await writer(client)

    kept = await send(client, draft, makers_pictures.photo())
    review = await client.get(draft)
    submitted = await client.send_form(f"{draft}/einreichung")
    told = (await client.get(submitted.headers["location"])).text
    await decide(draft.rpartition("/")[2], Decision.RELEASE, "", by=OFFICE)
    page = html.unescape((await client.get("/vorschlaege/1")).text)

    assert kept.headers["location"] == submitted.headers["location"] == draft
    assert "Weil ein Bild dabei ist, schaut vorher jemand vom Jugendbüro darauf." in told
    assert addresses(review.text) == addresses(page) != []
    assert f'alt="{ALT}"' in page
    assert 'width="200" height="100"' in page
    assert 'loading="lazy"' in page and "200w" in page
    token = (await PICTURES.rows())[0]["token"]
    assert files() == [f"{token}-320.webp"]


async def test_a_mistake_elsewhere_costs_no_upload(client: Client) -> None:
    draft, _ = await writer(client)

    answer = await send(client, draft, makers_pictures.photo(), topic="", for_whom="z" * 200, alt="")
    again = await client.post(f"{draft}/3", data={**THIRD, "alt": ALT}, files={"picture": ("", b"")})

    assert answer.status_code == 422
    assert all(said in answer.text for said in ("Such ein Thema aus", "höchstens 100", "Schreib auf, was auf dem Bild"))
    assert "z" * 200 in answer.text
    assert len(addresses(answer.text)) == 1
    assert again.headers["location"] == draft
    assert [row["alt"] for row in await PICTURES.rows()] == [ALT]


async def test_a_description_is_needed_and_short_once_there_is_a_picture(client: Client) -> None:
    draft, _ = await writer(client)
    assert (await send(client, draft, None, alt="")).status_code == 303

    await send(client, draft, makers_pictures.photo(), alt="")
    submitted = await client.send_form(f"{draft}/einreichung")
    long = await send(client, draft, None, alt="x" * 201)

    assert submitted.status_code == long.status_code == 422
    assert f'href="{draft}/3#alt"' in html.unescape(submitted.text)
    assert "x" * 201 in long.text


async def test_another_one_takes_its_place_and_it_can_be_taken_away(client: Client) -> None:
    draft, _ = await writer(client)
    await send(client, draft, makers_pictures.photo())
    before = files()
    await send(client, draft, makers_pictures.photo("PNG"))
    after = files()

    taken_away = await send(client, draft, None, remove_picture="1")

    assert len(before) == len(after) == 1 and before != after
    assert taken_away.headers["location"] == draft
    assert not files() and not await PICTURES.rows()
    assert (await client.get(f"{draft}/3")).status_code == 200


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "JPEG, PNG, WebP und HEIC"),
        (b"", "In dieser Datei ist nichts"),
        (makers_pictures.photo()[:500], "kaputt"),
        (makers_pictures.png_that_claims(30_000, 30_000), "zu viele Bildpunkte"),
        (makers_pictures.photo() + b"\0" * 12_600_000, "höchstens 12 Megabyte"),
        (b"\0" * 20_000_000, "höchstens 12 Megabyte"),
    ],
    ids=["svg", "empty", "cut", "30,000 x 30,000", "13 MB", "20 MB"],
)
async def test_what_is_no_picture_is_refused_and_nothing_else_is_lost(client: Client, sent: bytes, said: str) -> None:
    draft, _ = await writer(client)
    await send(client, draft, makers_pictures.photo())
    old = files()

    answer = await send(client, draft, sent, for_whom="alle Frühaufsteher")

    assert answer.status_code == 422
    assert said in answer.text
    assert "alle Frühaufsteher" in answer.text and ALT in html.unescape(answer.text)
    assert files() == old and addresses(answer.text)
    assert "alle Frühaufsteher" in (await client.get(draft)).text


async def test_a_body_that_ends_nowhere_is_not_read(client: Client) -> None:
    draft, _ = await writer(client)
    headers = {"Content-Type": "multipart/form-data; boundary=b", "Content-Length": "90000000"}

    assert (await client.post(f"{draft}/3", content=b"--b\r\n", headers=headers)).status_code == 413
    for body in (b"--b\r\nnichts", b"", b"--b--", b"--b\r\n\r\n\r\n" * 100):
        answer = await client.post(f"{draft}/3", content=body, headers={"Content-Type": headers["Content-Type"]})
        assert answer.status_code in (400, 422), body
    typed = await client.send_form(f"{draft}/3", {"for_whom": "x" * 1_100_000})
    assert typed.status_code == 400


async def test_other_routes_take_no_file(client: Client) -> None:
    draft, _ = await writer(client)

    answer = await client.post(f"{draft}/1", data={"title": "Mit Datei"}, files={"text": ("a.txt", b"nichts")})
    heavy = await client.post("/vorschlaege/1/meldungen", files={"picture": ("a.jpg", b"\0" * 1_500_000)})

    assert answer.status_code == 422 and "Mit Datei" in answer.text
    assert heavy.status_code == 413


async def test_too_many_pictures_in_a_row_are_slowed_down(client: Client) -> None:
    draft, _ = await writer(client)
    for _ in range(AT_ONCE):
        assert (await send(client, draft, b"nichts")).status_code == 422

    answer = await send(client, draft, makers_pictures.photo(), for_whom="alle Geduldigen")

    assert "sehr viel auf einmal" in answer.text
    assert "alle Geduldigen" in answer.text
    assert not files()


async def test_what_is_said_to_be_on_a_picture_is_read_by_the_guard(client: Client) -> None:
    draft, me = await writer(client)
    await send(client, draft, makers_pictures.photo(), alt="Ruf mich an: 0171 2345678")

    assert await drafts.submit(draft.rpartition("/")[2], me) is None
    assert (await held.queue(1)).posts[0].codes == ["picture", "phone"]


async def test_a_draft_thrown_away_takes_its_picture_along(client: Client) -> None:
    draft, _ = await writer(client)
    await send(client, draft, makers_pictures.photo())

    await client.send_form(f"{draft}/loeschung")

    assert not files() and not await PICTURES.rows()
