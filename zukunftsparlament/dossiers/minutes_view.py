"""Minutes as a page shows them: the same blocks as on paper, as plain values for a template."""

from collections.abc import Mapping
from typing import Any

from zukunftsparlament.dossiers.block_data import as_data
from zukunftsparlament.dossiers.minutes_items import veiled
from zukunftsparlament.dossiers.minutes_outline import lines, outline
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.minutes.drafting import Draft
from zukunftsparlament.minutes.queries import Version
from zukunftsparlament.minutes.rules import changes
from zukunftsparlament.minutes.rules.correcting import Changed


def of_version(version: Version, removed: frozenset[int]) -> Written:
    """A frozen one. Its files bear the day on which it became public."""
    made_on = (version.public_at or version.made_at).replace(microsecond=0)
    confirmed = tuple((one.actor, one.at) for one in version.confirmed)
    return Written(version.content, version.sha256, made_on, version.public_at, confirmed, removed)


def of_draft(draft: Draft) -> Written:
    times = draft.record.sitting.times
    confirmed = draft.row.confirmed if draft.row and draft.is_frozen else ()
    made_on = (times.closed_at or times.opened_at or times.starts_at).replace(microsecond=0)
    return Written(draft.content, draft.sha256, made_on, None, tuple((one.actor, one.at) for one in confirmed))


def blocks(minutes: Written) -> list[Mapping[str, Any]]:
    """Without the heading of the whole, which is the page's own."""
    return [as_data(block) for block in outline(minutes)][1:]


def changed(before: Written, now: Written) -> list[Changed]:
    """Line by line what two versions say differently; what was removed is shown in neither."""
    return changes(lines(veiled(before.content, before.removed)), lines(veiled(now.content, now.removed)))
