"""The page on which one of several decides about one thing: what all such desks show in the same way."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from litestar import Response

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import page
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS


def deciding_page(
    template: str,
    form: Form,
    *,
    why_not: Enum | None,
    status: int = 200,
    problems: Mapping[str, str] | None = None,
    late: bool = False,
    **about: Any,
) -> Response[str]:
    """`why_not`: why not this person. `late`: somebody else has decided in the meantime."""
    return page(
        template,
        status=status,
        form=form,
        problems=problems or {},
        late=late,
        limit=OFFICE_WORDS,
        why_not=sentence(why_not) if why_not else "",
        **about,
    )
