"""What happens after a tie, in German sentences."""

from collections.abc import Sequence
from enum import Enum

from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.queries.counted import CountedPoll
from zukunftsparlament.polls.queries.tie_shapes import Tie, TieStep
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import YES, Choice, Kind, Way, WhyNotSettle, money
from zukunftsparlament.polls.texts import choice_label, what_next

SENTENCES: dict[Enum, str] = {
    WhyNotSettle.NO_TIE: N_("Hier gibt es keinen Gleichstand, der noch zu klären ist."),
    WhyNotSettle.NOT_PUBLISHED: N_("Erst wenn das Ergebnis veröffentlicht ist, geht es nach einem Gleichstand weiter."),
    WhyNotSettle.WAY_NOT_OFFERED: N_(
        "Dieser Weg ist hier nicht vorgesehen. Was geht, steht auf der Seite der Abstimmung."
    ),
    WhyNotSettle.ONLY_THE_CHAIRS: N_("Das entscheidet nach der Geschäftsordnung nur der Vorsitz."),
    WhyNotSettle.NOTHING_PICKED: N_("Wähle aus, was gelten soll."),
    WhyNotSettle.NOT_AMONG_THE_TIED: N_("Zur Wahl steht nur, was gleich viele Stimmen hat."),
    WhyNotSettle.WRONG_NUMBER: N_("Das sind zu viele oder zu wenige. Es gibt nur so viele, wie noch Plätze frei sind."),
    WhyNotSettle.TOO_EXPENSIVE: N_("Dafür reicht das Geld nicht, das noch da ist."),
    WhyNotSettle.TIE_REASON_MISSING: N_(
        "Der Grund fehlt. Alle sollen lesen können, warum der Vorsitz so entschieden hat."
    ),
    WhyNotSettle.TIE_REASON_TOO_LONG: N_("Der Grund ist zu lang. Höchstens 500 Zeichen."),
    WhyNotSettle.WORD_MISSING: N_("Das Wort fehlt. Lass jemanden im Raum eins rufen."),
    WhyNotSettle.WORD_TOO_LONG: N_("Das Wort ist zu lang. Höchstens 40 Zeichen."),
    WhyNotSettle.AMOUNT_NOT_READABLE: N_("Diesen Betrag verstehen wir nicht. Er sieht so aus: 1.000,00."),
    WhyNotSettle.NEWER_POLL: N_(
        "Zu diesem Vorschlag gibt es eine neuere Abstimmung. Was sie entscheidet, gilt. Hebt diese hier auf."
    ),
}

tell(SENTENCES)

# The options of a vote on the way, as they stand on the paper.
WAYS_ON_PAPER = {
    Way.SHARE: N_("Zu gleichen Teilen teilen"),
    Way.RUN_OFF: N_("Stichwahl"),
    Way.LOT: N_("Das Los entscheidet"),
}


def count_sentence(counted: CountedPoll, tie: Tie | None) -> str:
    """What was counted; what comes next only as long as nothing has come."""
    said = counted.sentence
    return said.removesuffix(what_next(counted.rule)).strip() if tie and tie.steps else said


def whole_sentence(counted: CountedPoll) -> str:
    """What was counted, and what it came to after a tie where that is known."""
    said = [count_sentence(counted, counted.tie), final_sentence(counted.tie) if counted.tie else ""]
    return " ".join(filter(None, said))


def step_sentence(tie: Tie, step: TieStep) -> str:
    """One step, as a page tells it. What a chair has written stands beside it, not in it."""
    poll = tie.counted.poll
    if step.way is Way.RUN_OFF:
        return (
            _("Es wird noch einmal abgestimmt.") if poll.kind is Kind.YES_NO_ABSTAIN else _("Es gibt eine Stichwahl.")
        )
    if step.way is Way.WAYS:
        return _("Das Parlament stimmt darüber ab, wie es weitergeht.")
    if step.way is Way.ENLARGE:
        return _("Das Parlament stimmt darüber ab, ob alle mit gleich vielen Stimmen aufgenommen werden.")
    if step.way is Way.STEPS_BACK:
        return _("Zurückgetreten: {names}.").format(names=names_of(tie, [step.stepped_back]))
    if step.way is Way.LOT and not step.picked:
        return _("Das Los soll entscheiden. Es ist gezogen und verschlossen; sein Fingerabdruck steht fest.")
    names = names_of(tie, step.picked)
    if step.way is Way.LOT:
        return _("Das Los hat entschieden: {names}.").format(names=names)
    if step.way is Way.CHAIR:
        return _("Der Vorsitz hat entschieden: {names}.").format(names=names)
    if not step.shares:
        return _("Es wird zu gleichen Teilen geteilt: {names}.").format(names=names)
    return _("Es wird zu gleichen Teilen geteilt: {names}.").format(names=shared(tie, step))


def shared(tie: Tie, step: TieStep) -> str:
    """Such as "Tornetze 333,34 €, Schulhof 333,33 €"."""
    options = tie.counted.poll.options
    return ", ".join(
        f"{choice_label(choice, options)} {money(cents)}"
        for choice, cents in zip(step.picked, step.shares, strict=True)
    )


def names_of(tie: Tie, picked: Sequence[str]) -> str:
    """The labels of what was picked; of a yes or a no what follows from it."""
    if tie.counted.poll.kind is Kind.YES_NO_ABSTAIN:
        return _("angenommen") if tuple(picked) == (YES,) else _("abgelehnt")
    return ", ".join(f"„{choice_label(choice, tie.counted.poll.options)}“" for choice in picked)


def final_sentence(tie: Tie) -> str:
    """What the tied poll has come to; "" while it is open."""
    if tie.final is None:
        return ""
    if tie.final.outcome in (Outcome.ACCEPTED, Outcome.REJECTED):
        return _("Angenommen.") if tie.final.outcome is Outcome.ACCEPTED else _("Abgelehnt.")
    winners: Choice = tie.final.winners
    return _("Entschieden: {names}.").format(names=names_of(tie, winners))


def again_sentence(tie: Tie) -> str:
    """Where money was tied, that was settled, and below it is tied once more; "" for all others."""
    if tie.final is not None or tie.open is tie.counted.result:
        return ""
    said = _("Für das Geld, das noch da ist, gibt es wieder einen Gleichstand: {names}.")
    return said.format(names=names_of(tie, tie.open.tied))


def told_after(tie: Tie | None) -> list[str]:
    """The whole way out of a tie, for a document: each step with its day and reason, and what it came to."""
    if tie is None or not tie.steps:
        return []
    steps = [f"{day(step.at)}: {step_sentence(tie, step)} {step.reason}".strip() for step in tie.steps]
    return [_("Nach dem Gleichstand:"), *steps, *filter(None, [final_sentence(tie), again_sentence(tie)])]
