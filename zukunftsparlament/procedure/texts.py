"""The rules of procedure in German sentences."""

from math import gcd

from zukunftsparlament.kernel.texts import _
from zukunftsparlament.procedure import refusals  # noqa: F401  their sentences are told with these texts
from zukunftsparlament.procedure.rules import (
    Majority,
    MajorityOf,
    Quorum,
    QuorumKind,
    RuleSet,
    Tie,
    is_simple,
    quorum_number,
)


def quorum_sentence(quorum: Quorum, *, seats: int, second_call: bool = False) -> str:
    needed = quorum_number(quorum, seats=seats, second_call=second_call)
    if second_call and quorum.second_call:
        shape = _("Beim zweiten Mal reichen {needed} von {seats}.")
    elif quorum.kind is QuorumKind.AT_LEAST_HALF:
        shape = _("Mindestens die Hälfte muss dabei sein: {needed} von {seats}.")
    elif quorum.kind is QuorumKind.MORE_THAN_HALF:
        shape = _("Mehr als die Hälfte muss dabei sein: {needed} von {seats}.")
    else:
        shape = _("Mindestens {needed} von {seats} müssen dabei sein.")
    return shape.format(needed=needed, seats=seats)


def majority_sentence(majority: Majority, abstentions_count: bool, *, persons: bool = False) -> str:
    if is_simple(majority) and not abstentions_count:
        if persons:
            return _("Gewählt ist, wer mehr Ja als Nein bekommt. Enthaltungen zählen nicht mit.")
        return _("Angenommen ist, was mehr Ja als Nein bekommt. Enthaltungen zählen nicht mit.")
    return _("Für ein Ja braucht es {share}.").format(share=_share(majority)) + _abstaining(majority, abstentions_count)


def choice_sentence(majority: Majority, abstentions_count: bool, *, persons: bool = False) -> str:
    """What the majority means among several options, or `persons` who stand in an election."""
    if is_simple(majority):
        if persons:
            return _("Gewählt ist die Person mit den meisten Stimmen. Bei Gleichstand ist noch niemand gewählt.")
        return _("Gewonnen hat die Möglichkeit mit den meisten Stimmen. Bei Gleichstand hat noch keine gewonnen.")
    needs = _("Um zu gewinnen, braucht eine Möglichkeit {share}.")
    if persons:
        needs = _("Um gewählt zu sein, braucht eine Person {share}.")
    return needs.format(share=_share(majority)) + _abstaining(majority, abstentions_count)


def tie_sentence(tie: Tie) -> str:
    return {
        Tie.REJECTED: _("Bei Gleichstand ist es abgelehnt."),
        Tie.RUN_OFF: _("Bei Gleichstand gibt es eine Stichwahl."),
        Tie.LOT: _("Bei Gleichstand entscheidet das Los."),
        Tie.BODY_DECIDES: _("Bei Gleichstand beschließt das Parlament, wie es weitergeht."),
        Tie.CHAIR_DECIDES: _("Bei Gleichstand entscheidet der Vorsitz."),
    }[tie]


def rule_sentences(rules: RuleSet, *, seats: int) -> list[str]:
    """Quorum, majority and tie: what everybody should know before a vote."""
    return [
        quorum_sentence(rules.quorum, seats=seats),
        majority_sentence(rules.majority, rules.abstentions_count),
        tie_sentence(rules.tie),
    ]


def share_words(num: int, den: int) -> str:
    """ "zwei Drittel"; for rare shares the fraction itself, as small as it gets."""
    parts = {
        (1, 4): _("ein Viertel"),
        (1, 3): _("ein Drittel"),
        (1, 2): _("die Hälfte"),
        (2, 3): _("zwei Drittel"),
        (3, 4): _("drei Viertel"),
        (1, 1): _("die volle Zahl"),
    }
    divisor = gcd(num, den)
    num, den = num // divisor, den // divisor
    return parts.get((num, den), f"{num}/{den}")


def _share(majority: Majority) -> str:
    part = share_words(majority.num, majority.den)
    base = {
        MajorityOf.CAST: _("der abgegebenen Stimmen"),
        MajorityOf.PRESENT: _("der Anwesenden"),
        MajorityOf.SEATS: _("aller Sitze"),
    }[majority.of]
    shape = _("mehr als {part} {base}") if majority.strict else _("mindestens {part} {base}")
    return shape.format(part=part, base=base)


def _abstaining(majority: Majority, abstentions_count: bool) -> str:
    if majority.of is not MajorityOf.CAST:
        return ""
    return " " + (_("Enthaltungen zählen mit.") if abstentions_count else _("Enthaltungen zählen nicht mit."))
