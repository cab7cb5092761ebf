"""A hint for whoever writes along: here stands something that does not belong into public minutes. It forbids nothing:
before minutes are public two people read them."""

from collections.abc import Sequence

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals.guard import flags

SEATED = Sql(
    "SELECT m.name FROM seat t JOIN member m ON m.id = t.member WHERE m.name <> '' "
    "UNION SELECT d.name FROM seat t JOIN member d ON d.id = t.deputy WHERE d.name <> ''"
)
PRIVATE = frozenset({"phone", "address", "handle", "link", "e_mail"})
A_NAME = N_("Hier steht ein Name. Ins Protokoll gehören Sitz und Schule, keine Namen.")
SOMETHING_PRIVATE = N_("Hier steht vielleicht eine Nummer oder Adresse. Das Protokoll wird öffentlich.")
UNFRIENDLY = N_("Lies das noch einmal: Es könnte jemanden verletzen. Das Protokoll wird öffentlich.")


async def hint(text: str) -> str:
    """ "" where nothing stands out."""
    return (await hints([text]))[0]


async def hints(texts: Sequence[str]) -> list[str]:
    names = [row["name"].casefold() for row in await SEATED.rows()] if any(texts) else []
    return [_hint(text, names) if text.strip() else "" for text in texts]


def _hint(text: str, names: Sequence[str]) -> str:
    """`names`: folded."""
    folded, found = text.casefold(), set(flags(text))
    if any(name in folded for name in names):
        return _(A_NAME)
    if found & PRIVATE:
        return _(SOMETHING_PRIVATE)
    return _(UNFRIENDLY) if found & {"insult", "worry"} else ""
