"""Whatever is typed is stored, shown and kept as text."""

import html
import time

import pytest

from tests import makers, makers_proposals
from tests.client import Client

pytestmark = pytest.mark.usefixtures("store")

HOSTILE = {
    "control characters": "Bank\x07 am\x1b[31m Bach\x00\x0b!",
    "right to left": "Vorschlag \u202egnaL dnu tug\u202c und \u2066gut\u2069",
    "zalgo": "Z" + "\u0338\u0337\u0321\u0348" * 5 + "algo",
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "template": "{{ 7 * 7 }}{% raw %}",
    "htmx": '" hx-get="/abmeldung" hx-trigger="load"',
    "formula": "=HYPERLINK(1)",
    "emoji": "Skaten 🛹👩‍👩‍👧‍👦",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_text_is_a_text(client: Client, text: str) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author, title=text.replace("\x00", "\ufffd"))
    await client.sign_in(member=author)
    draft = (await client.send_form("/entwuerfe")).headers["location"].removesuffix("/1")

    saved = await client.send_form(f"{draft}/1", {"title": text, "text": text})
    said = await client.send_form(f"/vorschlaege/{number}/beitraege", {"stance": "for", "text": text})
    pages = [
        (await client.get(where)).text for where in (draft, f"{draft}/1", "/vorschlaege", f"/vorschlaege/{number}")
    ]

    assert (saved.status_code, said.status_code) == (303, 303)
    shown = text.replace("\x00", "\ufffd")
    assert all(shown in html.unescape(page) for page in pages)
    assert all("<script>alert" not in page and "<img src=x" not in page for page in pages)


@pytest.mark.parametrize("sign", ["x", "0151 ", "ÄÖ", "\u0301", "a.", "@", "🛹"])
async def test_twenty_thousand_characters_are_refused_quickly_and_not_lost(client: Client, sign: str) -> None:
    await client.sign_in(member=await makers.member())
    draft = (await client.send_form("/entwuerfe")).headers["location"].removesuffix("/1")
    text = "a" + (sign * 20_000)[:19_998] + "z"
    began = time.process_time()

    answer = await client.send_form(f"{draft}/1", {"title": text, "text": text})

    assert answer.status_code == 422
    assert time.process_time() - began < 1
    assert text in html.unescape((await client.get(f"{draft}/1")).text)
