"""Results and turnout in German sentences."""

from collections.abc import Sequence

from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.polls import election_texts as election_texts
from zukunftsparlament.polls import kind_texts
from zukunftsparlament.polls import paper_texts as paper_texts
from zukunftsparlament.polls import refusals as refusals  # the sentences of the refusals are told with these texts
from zukunftsparlament.polls import sitting_texts as sitting_texts
from zukunftsparlament.polls import two_key_texts as two_key_texts
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import ABSTAIN, NO, YES, Kind
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure import texts as procedure_texts
from zukunftsparlament.procedure.rules import Tie, is_simple, quorum_number

ELECTED = {Outcome.ACCEPTED: N_("Gewählt"), Outcome.REJECTED: N_("Nicht gewählt")}
SEVERAL_MARKS = frozenset({Kind.UP_TO, Kind.RANKED, Kind.BUDGET})


def choice_label(choice: str, options: Sequence[str]) -> str:
    """`options`: the labels of the paper in its order, empty for a yes-or-no question."""
    if choice.isdecimal():
        return options[int(choice) - 1]
    return {YES: _("Ja"), NO: _("Nein"), ABSTAIN: _("Enthaltung")}[choice]


def result_sentence(counted: Result, rule: Yardstick, *, options: Sequence[str] = (), persons: bool = False) -> str:
    if counted.outcome is Outcome.NOT_QUORATE:
        return _not_quorate(counted, rule)
    if counted.counts.kind is Kind.YES_NO_ABSTAIN:
        return _elected(counted) if persons and counted.outcome in ELECTED else _yes_or_no(counted, rule)
    if counted.outcome is Outcome.NO_MAJORITY or counted.counts.kind is Kind.ONE_OF:
        return _one_of(counted, rule, options)
    said = kind_texts.result_said(counted, rule, options)
    return f"{said} {what_next(rule)}" if counted.outcome is Outcome.TIED else said


def rule_sentences(rule: Yardstick, *, persons: bool = False) -> list[str]:
    """Under which rule this poll was measured."""
    if rule.schools is None:
        return _rule_sentences(rule, persons)
    each = ngettext(
        "Jede Schule hat eine Stimme. {n} Schule war da.",
        "Jede Schule hat eine Stimme. {n} Schulen waren da.",
        rule.schools,
    )
    return [each.format(n=rule.schools), *_rule_sentences(rule, persons)]


def _rule_sentences(rule: Yardstick, persons: bool) -> list[str]:
    own = kind_texts.rules_said(rule) if rule.kind in SEVERAL_MARKS else []
    if not rule.binding or rule.quorum is None or rule.tie is None:
        return [_("Das ist ein Stimmungsbild: Es zeigt, was viele denken, und beschließt nichts."), *own]
    quorum = procedure_texts.quorum_sentence(rule.quorum, seats=rule.seats, second_call=rule.second_call)
    tie = procedure_texts.tie_sentence(rule.tie)
    if rule.kind is Kind.YES_NO_ABSTAIN:
        most = procedure_texts.majority_sentence(rule.majority, rule.abstentions_count, persons=persons)
        return [quorum, most, tie]
    most = procedure_texts.choice_sentence(rule.majority, rule.abstentions_count, persons=persons)
    says_it_all = own and is_simple(rule.majority)  # how the kind is counted
    return [quorum, *own, *([] if says_it_all else [most]), *([tie] if rule.tie is not Tie.REJECTED else [])]


def final_vote_sentence() -> str:
    return _("Danach stimmen alle mit Ja oder Nein darüber ab, ob das Gewählte gilt.")


def turnout_sentence(step: int, *, of: int) -> str:
    """`step`: what `turnout_step` says, or the true number once the poll is closed."""
    if step == 0:
        return _("Wie viele schon abgestimmt haben, steht hier, sobald es genug sind.")
    if step >= of:
        return ngettext("Wer abstimmen darf, hat abgestimmt.", "Alle {of} haben abgestimmt.", of).format(of=of)
    shape = ngettext("Mindestens {step} von {of} hat abgestimmt.", "Mindestens {step} von {of} haben abgestimmt.", step)
    return shape.format(step=step, of=of)


def handed_in(step: int, *, of: int, schools: bool = False) -> str:
    """In a sitting, large and short. `step` as in `turnout_sentence`; "" where nothing may be shown yet."""
    said = _("{step} von {of} Schulen") if schools else _("{step} von {of} abgegeben")
    return said.format(step=step, of=of) if step else ""


def hands_said(counted: int, *, again: bool) -> str:
    """`counted`: how many of the two are ready in this round. `again`: the first ones did not agree."""
    said = _("Eine Zählung ist da, eine fehlt noch.") if counted else _("Noch hat niemand gezählt.")
    return _("Es war nicht gleich. Zählt noch einmal.") + " " + said if again else said


def numbers(counts: Counts) -> str:
    """Such as "8 dafür, 0 dagegen, 3 Enthaltungen"."""
    abstain = counts.of(ABSTAIN)
    parts = [_("{n} dafür").format(n=counts.of(YES)), _("{n} dagegen").format(n=counts.of(NO))]
    if abstain:
        parts.append(ngettext("{n} Enthaltung", "{n} Enthaltungen", abstain).format(n=abstain))
    return ", ".join(parts)


def _not_quorate(counted: Result, rule: Yardstick) -> str:
    needed = quorum_number(rule.quorum, seats=rule.seats, second_call=rule.second_call) if rule.quorum else 0
    shape = ngettext(
        "Nicht beschlussfähig: {have} war dabei, {needed} müssen es sein. Es ist nichts beschlossen.",
        "Nicht beschlussfähig: {have} waren dabei, {needed} müssen es sein. Es ist nichts beschlossen.",
        counted.present,
    )
    return shape.format(have=counted.present, needed=needed)


def _yes_or_no(counted: Result, rule: Yardstick) -> str:
    said = numbers(counted.counts)
    if counted.drawn:
        drawn = _("angenommen") if counted.outcome is Outcome.ACCEPTED else _("abgelehnt")
        return _("Gleichstand: {said}. Das Los hat entschieden: {drawn}.").format(said=said, drawn=drawn)
    if counted.outcome is Outcome.TIED:
        return _("Gleichstand: {said}.").format(said=said) + " " + what_next(rule)
    if counted.outcome is Outcome.NO_MAJORITY:
        return _("Niemand hat Ja oder Nein gesagt.")
    if not rule.binding:
        return _("Stimmungsbild: {said}.").format(said=said)
    if counted.tied:
        return _("Gleichstand: {said}. Damit ist es abgelehnt.").format(said=said)
    if counted.outcome is Outcome.ACCEPTED:
        shape = _("Einstimmig angenommen: {said}.") if counted.unanimous else _("Angenommen: {said}.")
    else:
        shape = _("Einstimmig abgelehnt: {said}.") if counted.unanimous else _("Abgelehnt: {said}.")
    return shape.format(said=said)


def _elected(counted: Result) -> str:
    """Nobody is accepted or rejected."""
    return f"{_(ELECTED[counted.outcome])}: {numbers(counted.counts)}."


def _one_of(counted: Result, rule: Yardstick, options: Sequence[str]) -> str:
    counts = counted.counts
    if counted.winners:
        shape = _("Die meisten Stimmen hat „{winner}“: {n} von {all}.")
        if counted.drawn:
            shape = _("Gleichstand. Das Los hat für „{winner}“ entschieden: {n} von {all} Stimmen.")
        votes = counts.of(counted.winners[0])
        return shape.format(winner=choice_label(counted.winners[0], options), n=votes, all=counts.ballots)
    if counted.outcome is Outcome.TIED:
        names = ", ".join(f"„{choice_label(choice, options)}“" for choice in counted.tied)
        votes = counts.of(counted.tied[0])
        shape = ngettext(
            "Gleichstand: {names} haben je {n} Stimme.", "Gleichstand: {names} haben je {n} Stimmen.", votes
        )
        return shape.format(names=names, n=votes) + " " + what_next(rule)
    if any(number for _choice, number in counts.sides):
        return _("Keine Möglichkeit hat die nötige Mehrheit. Es ist nichts beschlossen.")
    return _("Niemand hat eine Möglichkeit gewählt.")


def what_next(rule: Yardstick) -> str:
    """A tie has no winner yet; this says who or what will settle it. Only a rehearsal decides and has no way out."""
    if rule.binding and rule.tie is None:
        return _("In der Übung bleibt es so stehen. In echt sagen eure Regeln, wie es weitergeht.")
    sentences = {
        None: _("Es ist ein Stimmungsbild, darum bleibt es so stehen."),
        Tie.RUN_OFF: _("Noch ist nichts entschieden. Es gibt eine Stichwahl."),
        Tie.LOT: _("Noch ist nichts entschieden. Es wird gelost."),
        Tie.CHAIR_DECIDES: _("Noch ist nichts entschieden. Jetzt entscheidet der Vorsitz."),
    }
    return sentences.get(rule.tie, _("Noch ist nichts entschieden. Jetzt beschließt das Parlament, wie es weitergeht."))
