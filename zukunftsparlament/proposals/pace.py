"""How fast one card may post: contributions, proposals and reports together. Nobody floods a page that all read."""

from zukunftsparlament.kernel.throttle import Limit, Throttle

AT_ONCE, THEN_ONE_EVERY_SECONDS = 10, 60

_posts = Throttle(Limit(free=AT_ONCE, seconds=THEN_ONE_EVERY_SECONDS))


def count_post(member: int) -> None:
    """Raises TooOften when it was too much. Call it for what could be posted as it is."""
    _posts.count(str(member))


def forget() -> None:
    """For tests."""
    global _posts
    _posts = Throttle(_posts.limit)
