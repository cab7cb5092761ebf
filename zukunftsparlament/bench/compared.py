"""The servers that are measured beside the real one."""

from typing import Any


def program(name: str) -> Any:
    """`hello`, a bare `loop`, or the whole `program` with a door to publish by hand. Only what is asked for is loaded:
    a bare server must stay one."""
    if name == "hello":
        from zukunftsparlament.bench.hello import hello

        return hello
    from zukunftsparlament.bench.live.fan_out import BareLoop, WithPublishDoor

    if name == "loop":
        return BareLoop()
    from zukunftsparlament.app import app

    return WithPublishDoor(app)
