"""Walks all routes: each names its guard, and each guard does what it says. A new route is here by itself."""

import re
from dataclasses import dataclass
from typing import Any

import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.app import app
from zukunftsparlament.people import access

pytestmark = pytest.mark.usefixtures("store")

# Whatever is open to everybody stands here by hand, so that opening a door is a decision that somebody reads.
OPEN_TO_READ = """
/ /healthz /ansicht /ueber /auf-wiedersehen /schluessel.pem /anmelden /karte /buero/anmeldung /daraus-geworden
/daraus-geworden/{number:int} /daraus-geworden/{number:int}/{name:str}
/woerter /woerter/{slug:str} /sorge /sorge/danke /vorschlaege/{number:int}/bild/meldungen
/vorschlaege /vorschlaege/{number:int} /vorschlaege/{number:int}/meldungen /vorschlaege/{number:int}/meldungen/danke
/vorschlaege/{number:int}/fassungen /mitmachen /vorschlaege.atom /daraus-geworden.atom
/beitraege/{number:int}/meldungen /bilder/{name:str} /suche /geschaeftsordnung /geschaeftsordnung/{number:int}
/abstimmungen /abstimmungen/{number:int} /abstimmungen/{number:int}/stand /abstimmungen/{number:int}/ergebnis
/abstimmungen/{number:int}/liste.json /abstimmungen/{number:int}/liste.sig /abstimmungen/{number:int}/pruefen.py
/abstimmungen/{number:int}/los.json
/abstimmungen/{number:int}/zettel /abstimmungen/{number:int}/zettel/{receipt:str}
/abstimmungen/probe /abstimmungen/reihen/{number:int}
/abstimmungen/{number:int}/nachzaehlen /abstimmungen/{number:int}/nachzaehlen.html
/geld
/sitzungen /sitzungen.ics /sitzungen/{name:str} /sitzungen/{number:int}/einladung.pdf /sitzungen/{number:int}/protokoll
/sitzungen/{number:int}/protokoll.pdf /sitzungen/{number:int}/protokoll.docx /leinwand/{token:str}
""".split()  # noqa: SIM905
OPEN_TO_WRITE = ["/anmelden", "/karte/anmeldung", "/buero/anmeldung", "/ansicht", "/sorge"]
FOR_THE_TWO = "/buero/sorgen"  # not for the rest of the office either
GUARDS = {"public", "signed_in", "has_card", "leads", "moderates", "office", "confirmed_office"}
# Who is signed in and still not meant, for each guard.
NOT_FOR = {"has_card": "office", "leads": "young", "moderates": "chair", "office": "chair", "confirmed_office": "chair"}
HEADERS = (  # noqa: SIM905
    "content-security-policy x-content-type-options referrer-policy cross-origin-opener-policy "
    "cross-origin-resource-policy permissions-policy cache-control"
).split()


@dataclass(frozen=True)
class Door:
    method: str
    path: str
    guards: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        return set(self.guards) == {"public"}

    @property
    def address(self) -> str:
        """Somewhere behind this door where nothing is."""
        return re.sub(r"{\w+:str}", "nichts", re.sub(r"{\w+:int}", "1", self.path))


def doors() -> list[Door]:
    handlers = [
        (route.path, handler, method)
        for route in app.app.app.routes
        for handler in getattr(route, "route_handlers", [])
        for method in sorted(handler.http_methods)
        if method in ("GET", "POST", "PUT", "PATCH", "DELETE")
    ]
    return [
        Door(method, path, tuple(guard.__name__ for guard in handler.resolve_guards()))
        for path, handler, method in sorted(handlers, key=lambda found: (found[0], found[2]))
    ]


DOORS = doors()
CLOSED = [door for door in DOORS if not door.is_open]
WRITING = [door for door in DOORS if door.method != "GET"]


def named(door: Door) -> str:
    return f"{door.method} {door.path}"


async def sign_in(client: Client, role: str) -> None:
    if role == "office":
        await client.sign_in(staff=await makers.staff())
    else:
        await client.sign_in(member=await (makers.chair() if role == "chair" else makers.member(role=role)))


@pytest.mark.parametrize("door", DOORS, ids=named)
def test_every_door_names_its_guard(door: Door) -> None:
    assert door.guards and set(door.guards) <= GUARDS
    assert all(hasattr(access, guard) for guard in door.guards)
    assert door.method in ("GET", "POST")
    if door.is_open:
        assert door.path in (OPEN_TO_READ if door.method == "GET" else OPEN_TO_WRITE)


@pytest.mark.parametrize("door", CLOSED, ids=named)
async def test_a_closed_door_asks_who_is_there(client: Client, door: Door) -> None:
    if door.method == "GET":
        answer = await client.get(door.address)
        assert (answer.status_code, answer.headers["location"][:15]) == (303, "/anmelden?then=")
        return
    for htmx in (False, True):
        answer = await client.send_form(door.address, {"text": "getippt"}, htmx=htmx)
        assert answer.status_code == 401
        assert 'name="passphrase"' in answer.text or 'name="words"' in answer.text
        assert "getippt" in answer.text or door.path.endswith("/stimme")  # what was typed is not lost


@pytest.mark.parametrize("door", [door for door in CLOSED if NOT_FOR.get(door.guards[-1])], ids=named)
async def test_a_desk_of_another_role_stays_shut(client: Client, door: Door) -> None:
    await sign_in(client, NOT_FOR[door.guards[-1]])

    answer = await (client.get(door.address) if door.method == "GET" else client.send_form(door.address))

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("door", WRITING, ids=named)
async def test_no_other_site_can_act(client: Client, door: Door) -> None:
    await sign_in(client, "office")
    sent: list[dict[str, str]] = [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "", "Origin": "https://boese.example"},
    ]
    for headers in sent:
        answer = await client.post(door.address, headers=headers)
        assert answer.status_code == 403, headers
    client.headers.pop("Sec-Fetch-Site")
    assert (await client.post(door.address)).status_code == 403
    assert (await client.post(door.address, headers={"Origin": "null"})).status_code == 403
    assert (await client.post(door.address, headers={"Origin": "http://127.0.0.1:8000"})).status_code != 403 or (
        door.guards[-1] == "has_card" or door.path.split("/{")[0] == FOR_THE_TWO
    )


@pytest.mark.parametrize("path", ["/", "/gibt-es-nicht", "/meins", "/healthz", "/static/nichts.css", "/vorschlaege/1"])
async def test_every_kind_of_answer_carries_the_headers(client: Client, path: str) -> None:
    await _has_headers(client, "GET", path)
    await _has_headers(client, "HEAD", path)
    await _has_headers(client, "POST", path)
    await _has_headers(client, "POST", path, headers={"Sec-Fetch-Site": "cross-site"})
    await _has_headers(client, "DELETE", path)


async def _has_headers(client: Client, method: str, path: str, **sent: Any) -> None:
    answer = await client.request(method, path, **sent)
    missing = [name for name in HEADERS if name not in answer.headers]
    assert not missing, (method, path, answer.status_code)
    assert not answer.headers.get("server")
    assert answer.status_code < 500


async def test_what_is_for_one_person_is_not_kept(client: Client) -> None:
    await sign_in(client, "young")

    for path in ("/", "/vorschlaege", "/meins", "/gibt-es-nicht"):
        assert (await client.get(path)).headers["cache-control"] == "no-store", path


async def test_the_schema_is_not_shown(client: Client) -> None:
    for path in ("/schema", "/schema/openapi.json", "/docs"):
        assert (await client.get(path)).status_code == 404
