"""What pages have shown is kept in memory: when somebody leaves, none of it may go on knowing them.

`forget_everywhere` reaches the other servers too: it is a room like any other, whose news every server hears.
"""

from zukunftsparlament.kernel import pieces, recently
from zukunftsparlament.kernel.hub import announce, hub
from zukunftsparlament.kernel.public_memory import memory

ROOM = "forgetting"


def forget() -> None:
    memory.forget()
    recently.forget()
    pieces.forget()


def forget_everywhere() -> None:
    """As soon as the surrounding `writing()` is durable."""
    announce(ROOM)


hub.whenever[ROOM] = forget
