"""Minutes as the documents get them: the frozen content, and what came later and is not part of it."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.minutes.shape import Content


@dataclass(frozen=True, slots=True)
class Written:
    """`made_on`: the date of the files. `public_at` is None for a draft. `confirmed`: by whom and when.

    `removed`: numbers of proposals whose words have been removed since.
    """

    content: Content
    sha256: str
    made_on: datetime
    public_at: datetime | None = None
    confirmed: tuple[tuple[str, datetime], ...] = ()
    removed: frozenset[int] = frozenset()
