from datetime import UTC, date, datetime

import pytest

from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.proposals import texts, timeline
from zukunftsparlament.proposals.coming import coming
from zukunftsparlament.proposals.queries.pages import Step
from zukunftsparlament.proposals.rules import STAGES, WAITING, ReportReason, Stage, WhyNot, WithdrawalReason, next_step
from zukunftsparlament.proposals.rules.walls import GROUPS
from zukunftsparlament.proposals.rules.writing import NEEDED, TOPICS, Problem

AT = datetime(2027, 2, 3, 12, tzinfo=UTC)
TODAY = date(2027, 3, 1)


def line(kind: str, **facts: object) -> timeline.Line:
    return timeline.lines([Step(AT, kind, dict(facts))])[0]


@pytest.mark.parametrize("why_not", WhyNot)
def test_every_reason_has_a_sentence(why_not: WhyNot) -> None:
    assert sentence(why_not).endswith(".")


def test_every_choice_has_its_word() -> None:
    assert set(texts.REPORT_REASONS) == set(ReportReason)
    assert set(texts.WITHDRAWAL_REASONS) == set(WithdrawalReason)
    assert set(texts.TOPICS) == set(TOPICS)
    assert set(texts.GROUPS) == set(GROUPS)
    assert set(NEEDED) <= set(texts.EMPTY)


def test_a_problem_says_how_much_is_too_much() -> None:
    assert "81" in texts.problem_sentence("title", Problem.TOO_LONG, "x" * 81, limit=80)


@pytest.mark.parametrize("kind", [*sorted(STAGES - {stage.value for stage in WAITING}), "straw_poll", "poll_void"])
def test_every_step_has_words(kind: str) -> None:
    assert line(kind).title != kind


def test_a_step_says_to_whom_and_until_when() -> None:
    told = line("handed_over", handover=1, body="AG Demokratie fördern", answer_by="2027-04-01")

    assert told.text == "An: AG Demokratie fördern. Antwort bis 1. April 2027."


def test_a_poll_is_linked() -> None:
    assert line("in_vote", poll=7).address == "/abstimmungen/7"


def test_after_a_void_poll_the_stage_before_is_not_told_again() -> None:
    kinds = ["public", "ripe", "in_vote", "poll_void", "ripe"]

    told = timeline.lines([Step(AT, kind, {}) for kind in kinds])

    assert [one.kind for one in told] == ["public", "ripe", "in_vote", "poll_void"]


def test_answers_stand_newest_first() -> None:
    steps = [Step(AT, "answered", {"answer": "later", "reason": "Kein Geld."}), Step(AT, "answered", {"answer": "yes"})]

    assert [answer.word for answer in timeline.answers(steps)] == ["Ja", "Später"]


@pytest.mark.parametrize("stage", Stage)
def test_whatever_comes_next_has_words(stage: Stage) -> None:
    ahead = next_step(stage, {"answer": "yes", "body": "AG", "next_date": "2027-02-01"}, today=TODAY)

    told = coming(ahead, backings=3, needed=10)

    assert told is None or (told.title and told.who)
    if stage is Stage.PUBLIC:
        assert told is not None
        assert told.title == "Noch 7 Unterstützungen, dann kommt der Vorschlag in eine Sitzung."
