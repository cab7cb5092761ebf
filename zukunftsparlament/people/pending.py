"""What was tapped before signing in is done after it.

The sign-in form carries the act's address (`act`) and fields. After the sign-in the program asks
itself for that address, in the new session, and the answer goes to the phone with the new cookie.
"""

from typing import Any
from urllib.parse import urlencode, urlsplit

from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import AnyRequest
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.sessions import Sessions

SIGN_IN_FIELDS = ("name", "words", "own_device", "then", "act", "code", "waited", "passphrase", "totp", "show")
SECRETS = ("passphrase", "totp")  # of an act that asks for them again: they stand in no page
NEVER = ("/anmelden", "/karte", "/abmeldung", "/buero/anmeldung", "/buero/bestaetigung")
OF_THE_ACT = "act."  # before a field of the act that is called like one of the sign-in form


def is_local(address: str) -> bool:
    """Whether it is a path of ours: no host, no backslash, no control character."""
    try:
        parts = urlsplit(address)
    except ValueError:  # "//[", say
        return False
    plain = address.isascii() and address.isprintable() and "\\" not in address
    return plain and address.startswith("/") and not address.startswith("//") and not parts.scheme and not parts.netloc


def is_vote(address: str) -> bool:
    """Whether it is the address of a ballot, however it is written."""
    steps = [step for step in urlsplit(address).path.split("/") if step]
    return steps[-1:] == ["stimme"]


def way_on(form_or_query: Form) -> str:
    then = form_or_query.text("then")
    return then if is_local(then) and not then.startswith(NEVER) else ""


def act_in(form: Form) -> str:
    """The address of the act that waits, or "". A vote never waits: its ballot is shown anew."""
    act = form.text("act")
    return act if is_local(act) and not act.startswith(NEVER) and not is_vote(act) else ""


def ballot_in(form: Form) -> str:
    """The ballot to be shown anew to somebody who tapped it before signing in, or ""."""
    act = form.text("act")
    return urlsplit(act).path.rstrip("/") if is_local(act) and is_vote(act) else ""


def waiting(address: str, form: Form, *, had_session: bool) -> Form:
    """What the sign-in form carries: the act's address and fields. Of a vote only the address: no choice may lie
    in a page that somebody else can look into. `had_session`: tapped in one that has ended, perhaps somebody else's.
    """
    if urlsplit(address).path in NEVER:  # asked to confirm in a session that has ended: what it was about waits on
        inner = act_in(form)
        return waiting(inner, Form(fields_to_send(form)), had_session=True) if inner else Form(fields_of(form))
    fields = [] if is_vote(address) else form.without(*SECRETS)
    renamed = [(OF_THE_ACT + name if name in SIGN_IN_FIELDS else name, value) for name, value in fields]
    return Form([("act", address), *([("waited", "session")] if had_session else []), *renamed])


def fields_of(form: Form) -> list[tuple[str, str]]:
    """The act's fields as the sign-in form holds them."""
    return form.without(*SIGN_IN_FIELDS)


def fields_to_send(form: Form) -> list[tuple[str, str]]:
    """The act's fields under their own names."""
    return [(name.removeprefix(OF_THE_ACT), value) for name, value in fields_of(form)]


async def do_act(request: AnyRequest, act: str, fields: list[tuple[str, str]], token: str) -> tuple[int, Any, bytes]:
    """Ask the program itself for `act` in the session of `token`. Returns status, headers and body."""
    body = urlencode(fields).encode()
    kept = [
        (name, value)
        for name, value in request.scope["headers"]
        if name not in (b"cookie", b"content-length", b"content-type")
    ]
    scope: Any = {
        **request.scope,
        "path": urlsplit(act).path,
        "raw_path": urlsplit(act).path.encode(),
        "query_string": urlsplit(act).query.encode(),
        "headers": [
            *kept,
            (b"cookie", f"{SESSION_COOKIE}={token}".encode()),
            (b"content-type", b"application/x-www-form-urlencoded"),
            (b"content-length", str(len(body)).encode()),
        ],
        "state": {},
    }
    return await _ask(request, scope, body)


async def _ask(request: AnyRequest, scope: Any, body: bytes) -> tuple[int, Any, bytes]:
    start: dict[str, Any] = {}
    parts: list[bytes] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    visit.get().cookies = {SESSION_COOKIE: dict(scope["headers"])[b"cookie"].decode().partition("=")[2]}
    visit.get().path = scope["path"]
    await Sessions(request.app)(scope, receive, send)
    return start["status"], start["headers"], b"".join(parts)
