"""The office has removed a proposal: its words go from the polls about it too.

Numbers and results stay. A signed list stays as it is, as does what was handed over: nobody could check them else.
"""

import json
from collections.abc import Iterable
from typing import Any

from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Row, Sql

ABOUT = Sql(
    "SELECT id, number, question, yes_means, no_means, options FROM poll WHERE proposal = $1 "
    "ORDER BY number {for_update}"
)
REPLACE = Sql("UPDATE poll SET question = $2, yes_means = $3, no_means = $4, options = $5 WHERE id = $1")
PUT_BACK = Sql(
    "UPDATE poll SET question = $2, yes_means = $3, no_means = $4, options = $5 WHERE id = $1 AND question = $6 "
    "RETURNING number"
)
SERIES_ABOUT = Sql("SELECT id, title, points FROM poll_series WHERE proposal = $1 ORDER BY number {for_update}")
REPLACE_SERIES = Sql("UPDATE poll_series SET title = $2, points = $3 WHERE id = $1")
PUT_SERIES_BACK = Sql("UPDATE poll_series SET title = $2, points = $3 WHERE id = $1 AND title = $4")


async def lock_polls_about(proposal_id: int) -> None:
    """Polls are locked before their proposal everywhere: so nobody waits in a circle. Inside `writing()`."""
    await ABOUT.rows(proposal_id)


async def remove_words(proposal_id: int, *, instead: str) -> list[Row]:
    """`instead` stands where the words stood. Inside `writing()`, after `lock_polls_about`.

    Returns what the polls said before, plain values that JSON can hold, for `put_words_back`.
    """
    before = await ABOUT.rows(proposal_id)
    for row in before:
        options = [f"{instead} {place}" for place, _option in enumerate(json.loads(row["options"]), start=1)]
        means = _means(row, instead)
        await REPLACE.rows(row["id"], instead, *means, json.dumps(options, ensure_ascii=False))
        announce("polls", f"poll-{row['number']}")
    series = await SERIES_ABOUT.rows(proposal_id)
    for row in series:
        await REPLACE_SERIES.rows(row["id"], instead, _points(row["points"], instead))
    return [*before, *series]


async def put_words_back(before: Iterable[dict[str, Any]], *, instead: str) -> None:
    """Where `instead` still stands. Inside `writing()`, after `lock_polls_about`."""
    for poll in before:
        if "points" in poll:
            await PUT_SERIES_BACK.rows(poll["id"], poll["title"], poll["points"], instead)
            continue
        words = (poll["question"], poll["yes_means"], poll["no_means"], poll["options"])
        if (number := await PUT_BACK.value(poll["id"], *words, instead)) is not None:
            announce("polls", f"poll-{number}")


def _points(written: str, instead: str) -> str:
    """That a point needed no vote stays; why, goes with its words."""
    points = [
        {"text": f"{instead} {place}", "reason": instead if point["reason"] else ""}
        for place, point in enumerate(json.loads(written), start=1)
    ]
    return json.dumps(points, ensure_ascii=False)


def _means(row: Row, instead: str) -> tuple[str, str]:
    """A choice of one has none, and gets none."""
    return (instead if row["yes_means"] else "", instead if row["no_means"] else "")
