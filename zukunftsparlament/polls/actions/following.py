"""The polls that follow a tie: a run-off between the tied, or a vote on how it shall go on.

Both are for the same people, as secret or as open, under the same version of the rules of procedure.
"""

import json

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, ngettext, speaking
from zukunftsparlament.polls import queries, settling, tie_texts
from zukunftsparlament.polls.actions.preparing import ONE_AT_A_TIME, UNDECIDED, add
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.tie_shapes import Tie
from zukunftsparlament.polls.rules import LONGEST_QUESTION, Draft, Kind, Way, WhyNot, ways_to_vote_on
from zukunftsparlament.polls.rules.in_sitting import BY_HANDS, WhyNotHere
from zukunftsparlament.polls.settling import RunOff
from zukunftsparlament.polls.tie_texts import WAYS_ON_PAPER
from zukunftsparlament.sittings import queries as sittings

FOLLOWS = Sql("UPDATE poll SET after_tie = $2, after_tie_as = $3 WHERE number = $1")
OF_ELECTION = Sql(
    "UPDATE poll SET election = (SELECT t.election FROM poll t WHERE t.id = $2), "
    "election_side = (SELECT t.election_side FROM poll t WHERE t.id = $2), "
    "candidate = (SELECT t.candidate FROM poll t WHERE t.id = $2) WHERE number = $1"
)
IN_SITTING = Sql("UPDATE poll SET item = $2, by_hands = $3, by_school = $4, voices = $5 WHERE number = $1")


async def prepare_run_off(tie: Tie, *, actor: str) -> int:
    """Returns the number of the new poll. Inside `writing()`, the tied poll locked."""
    poll = tie.counted.poll
    await ONE_AT_A_TIME.rows(poll.rule_set)
    if poll.proposal is not None and await UNDECIDED.row(poll.proposal, True):
        raise Refused(WhyNot.PROPOSAL_IN_ANOTHER_POLL)
    paper = settling.run_off(tie.open, tie.counted.rule, poll.options)
    with speaking(GERMAN):  # what stands on a paper is the same for all who read it
        shape = _("Noch einmal: {question}") if poll.kind is Kind.YES_NO_ABSTAIN else _("Stichwahl: {question}")
        question = shape.format(question=_without_prefix(poll.question))
    return await _add(tie, paper, question, poll.proposal, Way.RUN_OFF, actor)


async def prepare_vote_on_way(tie: Tie, *, actor: str) -> int:
    """About no proposal: that the parliament wants a run-off is not yet a decision about the matter."""
    poll = tie.counted.poll
    ways = ways_to_vote_on(poll.kind, persons=poll.persons)
    with speaking(GERMAN):
        paper = RunOff(kind=Kind.ONE_OF, options=tuple(_(WAYS_ON_PAPER[way]) for way in ways))
        question = _("Gleichstand in Abstimmung {number}: Wie soll es weitergehen?").format(number=poll.number)
    return await _add(tie, paper, question, None, Way.WAYS, actor)


async def prepare_enlarging(tie: Tie, *, actor: str) -> int:
    """ "Wir nehmen alle auf": whoever was elected with as many votes as others is not to lose a place by lot."""
    names = tie_texts.names_of(tie, tie.open.tied)
    more = len(tie.open.tied) - settling.places_open(tie.open)
    with speaking(GERMAN):
        yes = ngettext(
            "Alle mit gleich vielen Stimmen sind gewählt. Es gibt {n} Platz mehr.",
            "Alle mit gleich vielen Stimmen sind gewählt. Es gibt {n} Plätze mehr.",
            more,
        )
        question = _("Nehmen wir alle auf: {names}?").format(names=names)
        no = _("Die Zahl der Plätze bleibt. Der Gleichstand wird anders geklärt.")
    if len(question) > LONGEST_QUESTION:
        with speaking(GERMAN):
            question = _("Nehmen wir alle auf, die in Abstimmung {number} gleich viele Stimmen haben?").format(
                number=tie.counted.poll.number
            )
    paper = RunOff(kind=Kind.YES_NO_ABSTAIN)
    return await _add(tie, paper, question, None, Way.ENLARGE, actor, means=(yes.format(n=more), no))


def _without_prefix(question: str) -> str:
    """A run-off after a run-off is called the same."""
    for prefix in (_("Noch einmal: {question}"), _("Stichwahl: {question}")):
        question = question.removeprefix(prefix.format(question=""))
    return question


async def _add(
    tie: Tie,
    paper: RunOff,
    question: str,
    proposal: int | None,
    way: Way,
    actor: str,
    *,
    means: tuple[str, str] | None = None,
) -> int:
    poll = tie.counted.poll
    draft = _draft(poll, paper, question, means or (poll.yes_means, poll.no_means), is_run_off=way is Way.RUN_OFF)
    series, point = (poll.series, poll.point) if way is Way.RUN_OFF else (None, None)
    number = await add(
        draft, proposal, rule_set=poll.rule_set, binding=poll.binding, actor=actor, series=series, point=point
    )
    about_way = poll.after_tie_as == Way.WAYS  # a run-off between ways is a vote on the way too
    await FOLLOWS.rows(number, poll.id, Way.WAYS.value if about_way else way.value)
    if way is Way.RUN_OFF:
        await OF_ELECTION.rows(number, poll.id)
    if poll.item is not None:
        by_hands = poll.by_hands and paper.kind in BY_HANDS
        await IN_SITTING.rows(number, await _item_for(poll), by_hands, poll.by_school, json.dumps(poll.voices))
    return number


def _draft(poll: Poll, paper: RunOff, question: str, means: tuple[str, str], *, is_run_off: bool) -> Draft:
    yes_means, no_means = means if paper.kind is Kind.YES_NO_ABSTAIN else ("", "")
    return Draft(
        question=question,
        yes_means=yes_means,
        no_means=no_means,
        kind=paper.kind,
        options=paper.options,
        terms=paper.terms,
        persons=poll.persons and is_run_off,
        two_key=poll.two_key and is_run_off,
        secrecy=poll.secrecy,
        electorate=poll.electorate,
    )


async def _item_for(poll: Poll) -> int:
    """The same item while it is dealt with; else what is dealt with now, as much in public as the tied vote was."""
    held = await queries.held_at(poll)
    if held is not None and held.why_not_now is None:
        return held.item
    for sitting in await sittings.going_on():
        item = await sittings.running_item(sitting.id)
        if sitting.is_binding and item is not None and item.public == poll.is_public:
            return item.id
    raise Refused(WhyNotHere.TIE_NEEDS_SITTING if poll.is_public else WhyNotHere.TIE_NEEDS_CLOSED_DOORS)
