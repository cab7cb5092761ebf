"""What the journal keeps of answers and hand-overs, so that `verify` notices when a row is changed later."""

from datetime import date

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.published import canonical, sha256

HANDED = Sql("SELECT id, number, sha256 FROM handover ORDER BY number")
ANSWERS = Sql(
    "SELECT d.number AS decision, a.answer, a.reason, a.next_date FROM answer a "
    "JOIN handed_decision d ON d.id = a.decision WHERE d.handover = $1 ORDER BY a.id"
)
DONE = Sql(
    "SELECT d.number AS decision, x.done_on, x.words FROM decision_done x "
    "JOIN handed_decision d ON d.id = x.decision WHERE d.handover = $1 ORDER BY x.id"
)

Given = tuple[int, str]  # number of the decision, fingerprint of the answer


def of_answer(answer: str, reason: str, next_date: date | None) -> str:
    said = {"answer": answer, "reason": reason, "next_date": next_date.isoformat() if next_date else None}
    return sha256(canonical(said))


def of_done(done_on: date | None, words: str) -> str:
    return sha256(canonical({"done_on": done_on.isoformat() if done_on else None, "words": words}))


async def answers_given(handover: int) -> list[Given]:
    """All answers to that hand-over (a row id), the oldest first."""
    rows = await ANSWERS.rows(handover)
    return [(row["decision"], of_answer(row["answer"], row["reason"], row["next_date"])) for row in rows]


async def done_in(handover: int) -> list[Given]:
    """The same of what has come true."""
    rows = await DONE.rows(handover)
    return [(row["decision"], of_done(row["done_on"], row["words"])) for row in rows]


async def write_down_again() -> None:
    """The demo moves the days of its hand-overs into the past: the journal says so. Inside `writing()`."""
    for row in await HANDED.rows():
        given = await answers_given(row["id"])
        await record(
            actor="system", verb="move_back", subject_kind="handover", subject_number=row["number"],
            sha256=row["sha256"], answers=given, done=await done_in(row["id"]),
        )  # fmt: skip
