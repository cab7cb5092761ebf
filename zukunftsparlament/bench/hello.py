"""The least that an ASGI application can do: what every page is compared with."""

from typing import Any

START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-type", b"text/plain"), (b"content-length", b"5")],
}
BODY = {"type": "http.response.body", "body": b"hello"}


async def hello(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "http":
        await send(START)
        await send(BODY)
    else:
        await lifespan(receive, send)


async def lifespan(receive: Any, send: Any) -> None:
    ending = ""
    while ending != "lifespan.shutdown":
        ending = (await receive())["type"]
        await send({"type": f"{ending}.complete"})
