"""The picture in the wizard's third step. It is kept before anything else is judged: no mistake costs an upload."""

from typing import IO

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pictures import NotTaken
from zukunftsparlament.kernel.refusals import TooOften
from zukunftsparlament.kernel.uploads import Upload
from zukunftsparlament.proposals.actions.drafts import keep_picture
from zukunftsparlament.proposals.actions.pictures import taken
from zukunftsparlament.proposals.pace import count_picture
from zukunftsparlament.proposals.picture_texts import alt_sentence, not_taken_sentence
from zukunftsparlament.proposals.queries.drafts import draft_of
from zukunftsparlament.proposals.queries.pictures import Picture
from zukunftsparlament.proposals.rules.pictures import NotTakenBecause, problem_with_alt
from zukunftsparlament.proposals.texts import pace_sentence

STEP = 3


async def keep_what_came(token: str, author: int, form: Form) -> str:
    """Why the picture that came is not taken, "" when it is or when none came. Raises Missing or Refused."""
    alt, away = form.text("alt"), form.ticked("remove_picture")
    if (upload := form.uploads.get("picture")) is None:
        await keep_picture(token, author, alt, new=None, away=away)
        return ""
    await draft_of(token, author)  # before a second of work for a draft that is not theirs
    try:
        count_picture(author)
        async with taken(_file_of(upload)) as new:
            await keep_picture(token, author, alt, new=new, away=away)
    except NotTaken as error:
        await keep_picture(token, author, alt, new=None, away=away)
        return not_taken_sentence(error.why)
    except TooOften as error:
        return pace_sentence(error.seconds)
    return ""


def _file_of(upload: Upload) -> IO[bytes]:
    if upload.is_too_heavy:
        raise NotTaken(NotTakenBecause.TOO_HEAVY)
    return upload.file


def alt_problem(alt: str, picture: Picture | None) -> dict[str, str]:
    """What a screen reader says instead of the picture must be there, and short."""
    problem = problem_with_alt(alt, has_picture=picture is not None)
    return {"alt": alt_sentence(problem, alt)} if problem else {}
