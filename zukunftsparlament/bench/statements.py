"""How many statements a page sends to the store, the session's included."""

from typing import Any

from zukunftsparlament.app import app
from zukunftsparlament.bench.world import World
from zukunftsparlament.kernel.database import engine

NOTHING = {"type": "http.request", "body": b"", "more_body": False}


async def statements(world: World) -> dict[str, int]:
    pages = {
        "wall_signed_in": "/vorschlaege",
        "proposal_signed_in": f"/vorschlaege/{world.proposal}",
        "ballot": f"/abstimmungen/{world.polls[0]}/stimme",
        "polls": "/abstimmungen",
        "mine": "/meins",
    }
    return {name: await _statements(path, world.tokens[-1]) for name, path in pages.items()}


async def _statements(path: str, token: str) -> int:
    """For one page, made in this very process: the engine numbers what it is asked."""
    before = engine().query_id
    await app(_scope(path, token), _nothing_sent, _thrown_away)
    return int(engine().query_id - before)


def _scope(path: str, token: str) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1"), (b"cookie", f"__Host-zp={token}".encode())],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 1),
    }


async def _nothing_sent() -> dict[str, Any]:
    return NOTHING


async def _thrown_away(message: Any) -> None:
    pass
