"""Whether somebody who was elected accepts. Others may only say it for them, and their own word counts for more."""

from enum import StrEnum

from zukunftsparlament.polls.rules.elections import WhyNotElect


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    OPEN = "open"  # nothing was said yet, or it was taken back


BY_SELF = "self"  # in place of an actor


def why_not_answer(
    *, before: Answer, by_self: bool, self_before: bool, elected: bool, followed: bool
) -> WhyNotElect | None:
    """`self_before`: the answer that stands is their own. `followed`: something was built on it, a ballot or a change
    of chairs."""
    if before is Answer.OPEN:
        return None if elected else WhyNotElect.NOT_ELECTED
    if self_before and not by_self:
        return WhyNotElect.SAID_THEMSELVES
    return WhyNotElect.IS_FOLLOWED if followed else None
