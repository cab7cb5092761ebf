"""Preparing a vote of a sitting: ready-filled from an item of its agenda, under the rules of the sitting's day."""

from collections.abc import Mapping
from dataclasses import replace

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.polls import queries, rules
from zukunftsparlament.polls.actions.fund import why_not_from_fund
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.place_for_vote import AS_USUAL, FUND, Place, add_here, place_for_preparing
from zukunftsparlament.polls.actions.preparing import NO_PROBLEMS, as_it_counts, draft_of, why_not_another, words_of
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import Draft, PollState
from zukunftsparlament.polls.rules.in_sitting import BY_HANDS, HeldAs, WhyNotHere
from zukunftsparlament.polls.rules.paying import at_stake


async def prepare_in_sitting(
    number: int,
    mark: int,
    draft: Draft,
    *,
    held: HeldAs = AS_USUAL,
    actor: str,
    problems: Mapping[str, str] = NO_PROBLEMS,
    looked_at: bool = False,
) -> int:
    """Returns the number of the poll; the one that waits there already if it says the same. Raises Wrong, Refused.
    `looked_at`: the words are ours, made of such as the guard has let pass."""
    async with writing():
        place = await place_for_preparing(number, mark, actor)
        draft = as_it_counts(replace(draft, opens_at=None, closes_at=None))
        held = _as_it_holds(held, draft)
        waiting = [poll for poll in await queries.polls_about(place.item.id) if poll.state is PollState.PREPARED]
        amended = next((poll for poll in waiting if poll.number == held.amends), None)
        if amended is not None:  # it decides about the motion, so it binds as the motion does
            held = replace(held, straw=not amended.binding)
        about = None if place.is_rehearsed or held.amends or held.procedural else place.item.proposal
        fund = await FUND.value(held.fund) if held.fund else None
        how = (draft, place.binds(draft, held), held.by_hands, about, fund, held.cents, held.by_school, held.election)
        same = [poll for poll in waiting if poll.amends is None and poll.series is None and _how(poll) == how]
        if same and not problems and not held.amends:
            return same[0].number
        wrong = {**await _why_nots(place, draft, held, about, amended), **problems}
        flagged = {} if looked_at else problems_in(words_of(draft) | _amending(held), actor=actor)
        if wrong := {**flagged, **wrong}:
            raise Wrong(wrong)
        return await add_here(place, draft, held, about=about, amended=amended, actor=actor)


def _as_it_holds(held: HeldAs, draft: Draft) -> HeldAs:
    """Money leaves a fund only, and it is as much as the question shares out."""
    cents = at_stake(draft.kind, cents=held.cents, terms=draft.terms)
    return replace(held, cents=cents if held.fund else None)


def _how(poll: Poll) -> tuple[object, ...]:
    """All that must be alike for two to be one: what is asked, and what follows from it."""
    money = (poll.fund, poll.cents)
    return (draft_of(poll), poll.binding, poll.by_hands, poll.proposal, *money, poll.by_school, poll.election)


def _amending(held: HeldAs) -> dict[str, str]:
    return {"new_question": held.question, "new_yes_means": held.yes_means} if held.amends else {}


async def _why_nots(
    place: Place, draft: Draft, held: HeldAs, about: int | None, amended: Poll | None
) -> dict[str, str]:
    binding = place.binds(draft, held)
    found = dict[str, object](rules.why_not_prepare(draft, now=now(), binding=binding or place.is_rehearsed))
    if held.by_hands and draft.kind not in BY_HANDS:
        found["secrecy"] = WhyNotHere.HANDS_NOT_FOR_THIS
    if held.by_hands and held.by_school:
        found["secrecy"] = WhyNotHere.HANDS_NOT_BY_SCHOOL
    if problem := await why_not_another(about, binding):
        found["proposal"] = problem
    if draft.two_key and (problem := await queries.why_not_two_keys()):
        found.setdefault("two_key", problem)
    if held.amends and amended is None:
        found["amends"] = WhyNotHere.NOTHING_TO_AMEND
    if held.amends:
        found |= _why_not_amend(held)
    found |= await why_not_from_fund(held)
    return {field: sentence(why_not) for field, why_not in found.items()}  # type: ignore[arg-type]


def _why_not_amend(held: HeldAs) -> dict[str, rules.WhyNot]:
    """The motion must be a whole motion again once it is changed."""
    checks = {
        "new_question": rules.why_not_text(
            held.question, rules.LONGEST_QUESTION, rules.WhyNot.QUESTION_MISSING, rules.WhyNot.QUESTION_TOO_LONG
        ),
        "new_yes_means": rules.why_not_text(
            held.yes_means, rules.LONGEST_MEANING, rules.WhyNot.MEANING_OF_YES_MISSING, rules.WhyNot.MEANING_TOO_LONG
        ),
    }
    return {field: why_not for field, why_not in checks.items() if why_not}
