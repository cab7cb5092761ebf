"""Headers, memory, assets: what the outermost layer does."""

import re
from html import unescape
from typing import Any

import httpx
import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.app import app
from zukunftsparlament.kernel import assets
from zukunftsparlament.kernel.doorman import SESSION_COOKIE, Doorman
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.public_memory import PublicMemory

pytestmark = pytest.mark.usefixtures("store")


async def test_every_page_has_its_own_nonce_in_policy_and_script(client: Client) -> None:
    first, second = await client.get("/anmelden"), await client.get("/anmelden")

    nonces = [re.findall(r"nonce-([\w-]+)", answer.headers["content-security-policy"]) for answer in (first, second)]
    assert nonces[0] != nonces[1]
    assert f'nonce="{nonces[0][0]}"' in first.text
    assert "unsafe" not in first.headers["content-security-policy"]


@pytest.mark.parametrize(
    "sent",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "", "Origin": "http://127.0.0.1:8000"},
    ],
)
async def test_unsafe_requests_from_elsewhere_are_refused(client: Client, sent: dict[str, str]) -> None:
    assert (await client.post("/anmelden", headers=sent, data={"name": "x"})).status_code == 403


async def test_without_fetch_metadata_the_origin_decides(client: Client) -> None:
    del client.headers["Sec-Fetch-Site"]

    ours = await client.post("/anmelden", headers={"Origin": "http://127.0.0.1:8000"}, data={"name": "x"})
    theirs = await client.post("/anmelden", headers={"Origin": "http://evil.example"}, data={"name": "x"})
    nobody = await client.post("/anmelden", data={"name": "x"})

    assert (ours.status_code, theirs.status_code, nobody.status_code) == (422, 403, 403)


async def ask(method: str, path: str, *sent: tuple[str, str]) -> httpx.Response:
    """With exactly these headers, the same name more than once if it must be."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1:8000") as anybody:
        return await anybody.request(method, path, headers=list(sent))


async def test_cookies_count_wherever_they_stand(client: Client) -> None:
    """Over HTTP/2 Chromium sends each cookie in a header of its own, over HTTP/1.1 all in one."""
    await client.sign_in(member=await makers.member())
    ours, size = f"{SESSION_COOKIE}={client.token}", "zp_size=3"

    for cookies in ([ours, size], [size, ours], [f"{ours}; {size}"]):
        answer = await ask("GET", "/meins", *(("Cookie", cookie) for cookie in cookies))
        assert (answer.status_code, 'data-size="3"' in answer.text) == (200, True)


@pytest.mark.parametrize("sites", [("cross-site", "same-origin"), ("same-origin", "cross-site")])
async def test_a_second_header_does_not_make_a_request_ours(sites: tuple[str, str]) -> None:
    assert (await ask("POST", "/anmelden", *(("Sec-Fetch-Site", site) for site in sites))).status_code == 403


async def test_assets_are_immutable_pressed_and_safe_from_dots(client: Client) -> None:
    page = (await client.get("/anmelden")).text
    style = re.search(r"/static/app\.\w+\.css", page)
    assert style is not None

    found = await client.get(style[0], headers={"Accept-Encoding": "br"})
    missing = [
        await client.get(path)
        for path in ("/static/app.000000000000.css", "/static/../app.py", "/static/%2e%2e/app.py")
    ]

    assert found.headers["content-encoding"] == "br"
    assert "immutable" in found.headers["cache-control"]
    assert [answer.status_code for answer in missing] == [404, 404, 404]


def test_a_kept_page_keeps_nonce_and_etag_until_it_changes() -> None:
    memory = PublicMemory()
    first = memory.keep("k", b"<script nonce=n1>a", nonce="n1", new_nonce="x", version=1)
    etag = first.etag

    same = memory.keep("k", b"<script nonce=n1>a", nonce="n1", new_nonce="n2", version=2)
    assert (same.etag, same.nonce, same.version) == (etag, "n1", 2)

    changed = memory.keep("k", b"<script nonce=n1>b", nonce="n1", new_nonce="n3", version=3)
    assert (changed.body, changed.nonce) == (b"<script nonce=n3>b", "n3")


def test_memory_is_bounded() -> None:
    memory = PublicMemory()
    for number in range(1000):
        memory.keep(number, b"x", nonce="n", new_nonce="m", version=hub.everything)

    assert len(memory._entries) == 400


async def test_a_no_is_a_page_or_a_fragment_as_asked(client: Client) -> None:
    page = await client.get("/gibt-es-nicht")
    fragment = await client.get("/gibt-es-nicht", headers={"HX-Request-Type": "partial"})

    assert (page.status_code, fragment.status_code) == (404, 404)
    assert "<html" in page.text and "<h1>Das gibt es hier nicht</h1>" in page.text
    assert "<html" not in fragment.text and 'role="alert"' in fragment.text
    assert "nonce-" in fragment.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["%00.x.css", f"{'a' * 300}.x.css", "css", "...", "app..css", "fonts/../app.css"])
async def test_what_is_no_asset_is_not_looked_for(path: str) -> None:
    before = assets.pressed.cache_info().currsize

    answer = await ask("GET", f"/static/{path}")

    assert (answer.status_code, answer.headers["content-length"]) == (404, "0")
    assert "nosniff" in answer.headers["x-content-type-options"]
    assert assets.pressed.cache_info().currsize == before


async def test_what_stops_the_program_is_still_a_calm_page() -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise ZeroDivisionError

    line = httpx.ASGITransport(app=Doorman(broken), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=line, base_url="http://127.0.0.1:8000") as anybody:
        answer = await anybody.get("/vorschlaege")

    assert (answer.status_code, answer.headers["cache-control"]) == (500, "no-store")
    assert "Da ist uns ein Fehler passiert" in answer.text
    assert "nonce-" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/", "/vorschlaege", "/anmelden", "/healthz", "/gibt-es-nicht", "/meins", "/static/x"]
)
async def test_head_is_get_without_the_body(path: str) -> None:
    unpressed = ("Accept-Encoding", "identity")  # a nonce is pressed now better, now worse
    get, head = await ask("GET", path, unpressed), await ask("HEAD", path, unpressed)

    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers.get("content-length") == get.headers.get("content-length")


async def test_head_of_the_stream_ends() -> None:
    answer = await ask("HEAD", "/ereignisse?raum=polls")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")


async def test_the_size_of_the_letters_leads_back_to_a_page_that_can_be_asked_for(client: Client) -> None:
    page, answered = await client.get("/vorschlaege?seite=2"), await client.send_form("/anmelden", {"name": "x"})
    only_answers = await client.send_form("/karte/anmeldung", {"code": "x"})

    assert (page.status_code, answered.status_code, only_answers.status_code) == (200, 422, 422)
    assert 'name="then" value="/vorschlaege?seite=2"' in unescape(page.text)
    assert 'name="then" value="/anmelden"' in unescape(answered.text)
    assert 'name="then" value="/"' in unescape(only_answers.text)
