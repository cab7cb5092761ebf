"""In a sitting one tap counts and shows: nobody but those who count has seen the result before the room does."""

from zukunftsparlament.polls.actions.counting import count_poll
from zukunftsparlament.polls.actions.publishing import publish_poll


async def show_result(number: int, *, actor: str) -> None:
    """Harmless at any time: cut off in between, the next tap goes on. Raises Refused while votes are taken."""
    await count_poll(number, actor=actor)
    await publish_poll(number, actor=actor)
