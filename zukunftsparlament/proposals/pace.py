"""How fast one card may post: contributions, proposals and reports together. Nobody floods a page that all read."""

from zukunftsparlament.kernel.throttle import Limit, Throttle

AT_ONCE, THEN_ONE_EVERY_SECONDS = 10, 60

_posts = Throttle(Limit(free=AT_ONCE, seconds=THEN_ONE_EVERY_SECONDS))
_pictures = Throttle(Limit(free=AT_ONCE, seconds=THEN_ONE_EVERY_SECONDS))


def count_post(member: int) -> None:
    """Raises TooOften when it was too much. Call it for what could be posted as it is."""
    _posts.count(str(member))


def count_picture(member: int) -> None:
    """Each picture costs half a second of the machine, also one that is not taken. Raises TooOften."""
    _pictures.count(str(member))


def forget() -> None:
    """For tests."""
    global _posts, _pictures
    _posts, _pictures = Throttle(_posts.limit), Throttle(_pictures.limit)
