"""A picture that comes with a form. It is kept before anything else is judged: no mistake costs an upload."""

from collections.abc import Awaitable, Callable
from typing import IO

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pictures import NotTaken
from zukunftsparlament.kernel.refusals import TooOften
from zukunftsparlament.kernel.uploads import Upload
from zukunftsparlament.proposals.actions.pictures import Taken, taken
from zukunftsparlament.proposals.pace import count_picture
from zukunftsparlament.proposals.picture_texts import alt_sentence, not_taken_sentence
from zukunftsparlament.proposals.queries.pictures import Picture
from zukunftsparlament.proposals.rules.pictures import NotTakenBecause, problem_with_alt
from zukunftsparlament.proposals.texts import pace_sentence


async def with_picture(form: Form, member: int, keep: Callable[[Taken | None], Awaitable[bool]]) -> tuple[bool, str]:
    """What `keep` answers to the picture that came, or to None; and why one that came is not taken, else ""."""
    upload = form.uploads.get("picture")
    if upload is None:
        return await keep(None), ""
    try:
        count_picture(member)
        async with taken(_file_of(upload)) as new:
            return await keep(new), ""
    except NotTaken as error:
        why_not = not_taken_sentence(error.why)
    except TooOften as error:
        why_not = pace_sentence(error.seconds)
    return await keep(None), why_not


def _file_of(upload: Upload) -> IO[bytes]:
    if upload.is_too_heavy:
        raise NotTaken(NotTakenBecause.TOO_HEAVY)
    return upload.file


def alt_problem(alt: str, picture: Picture | None) -> dict[str, str]:
    """What a screen reader says instead of the picture must be there, and short."""
    problem = problem_with_alt(alt, has_picture=picture is not None)
    return {"alt": alt_sentence(problem, alt)} if problem else {}
