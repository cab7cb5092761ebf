"""The picture in the wizard's third step."""

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.proposals.actions.drafts import keep_picture
from zukunftsparlament.proposals.actions.pictures import Taken
from zukunftsparlament.proposals.controllers.picture_uploads import with_picture
from zukunftsparlament.proposals.queries.drafts import draft_of

STEP = 3


async def keep_what_came(token: str, author: int, form: Form) -> str:
    """Why the picture that came is not taken, "" when it is or when none came. Raises Missing or Refused."""
    await draft_of(token, author)  # before a second of work for a draft that is not theirs

    async def keep(new: Taken | None) -> bool:
        await keep_picture(token, author, form.text("alt"), new=new, away=form.ticked("remove_picture"))
        return True

    _, why_not = await with_picture(form, author, keep)
    return why_not
