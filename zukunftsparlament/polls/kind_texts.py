"""Results of the kinds with several marks, in German sentences."""

from collections.abc import Sequence

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import _, ngettext
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import Kind, Method, money
from zukunftsparlament.polls.yardstick import Yardstick

add_filter("money", money)

Options = Sequence[str]


def result_said(counted: Result, rule: Yardstick, options: Options) -> str:
    """Without what comes after a tie."""
    match rule.kind:
        case Kind.UP_TO:
            return _up_to(counted, options)
        case Kind.BUDGET:
            return _budget(counted, rule, options)
    return _ranked(counted, rule, options)


def names(choices: Sequence[str], options: Options) -> str:
    """Such as "„Rot“, „Blau“ und „Grün“"."""
    quoted = [f"„{options[int(choice) - 1]}“" for choice in choices]
    if len(quoted) < 2:
        return "".join(quoted)
    return _("{most} und {last}").format(most=", ".join(quoted[:-1]), last=quoted[-1])


def _up_to(counted: Result, options: Options) -> str:
    votes = dict(counted.counts.votes)
    inside = sorted(counted.winners, key=lambda choice: -votes[choice])
    said = ngettext("Gewählt: {names}.", "Gewählt sind {names}.", len(inside)).format(names=names(inside, options))
    if counted.drawn:
        drawn = names(counted.drawn, options)
        return said + " " + _("Davon hat das Los entschieden: {drawn}.").format(drawn=drawn)
    if counted.outcome is not Outcome.TIED:
        return said
    left = counted.more["places_left"]
    shape = ngettext(
        "Gleichstand um {n} Platz: {names} haben je {votes}.",
        "Gleichstand um {n} Plätze: {names} haben je {votes}.",
        left,
    )
    tie = shape.format(n=left, names=names(counted.tied, options), votes=votes_said(votes[counted.tied[0]]))
    return f"{said} {tie}" if inside else tie


def _budget(counted: Result, rule: Yardstick, options: Options) -> str:
    parts = []
    if counted.winners:
        shape = ngettext("Bezahlt wird {names}.", "Bezahlt werden {names}.", len(counted.winners))
        parts.append(shape.format(names=names(counted.winners, options)))
    if counted.drawn:
        parts.append(_("Davon hat das Los entschieden: {drawn}.").format(drawn=names(counted.drawn, options)))
    if counted.outcome is Outcome.TIED:
        votes = votes_said(counted.counts.of(counted.tied[0]))
        shape = _("Gleichstand: {names} haben je {votes}, und für alle reicht das Geld nicht.")
        parts.append(shape.format(names=names(counted.tied, options), votes=votes))
    parts.append(_("Übrig sind {left}.").format(left=money(counted.more["left"])))
    return " ".join(parts)


def _ranked(counted: Result, rule: Yardstick, options: Options) -> str:
    if rule.terms.method is Method.POINTS and not counted.drawn:
        return _most_points(counted, options)
    if counted.outcome is Outcome.TIED:
        said = _("Gleichstand: {names} können gleich gut gewinnen.")
        return said.format(names=names(counted.tied, options))
    winner = names(counted.winners, options)
    if counted.drawn:
        return _("Gleichstand. Das Los hat für {winner} entschieden.").format(winner=winner)
    if rule.terms.method is Method.SCHULZE:
        return _("Gewonnen hat {winner}: Im Vergleich jede gegen jede liegt nichts davor.").format(winner=winner)
    if counted.more["rounds"][-1]["either"]:
        return _("Gewonnen hat {winner}, ganz gleich, wer vorher ausscheidet.").format(winner=winner)
    rounds = len(counted.more["rounds"])
    shape = ngettext(
        "Gewonnen hat {winner}, gleich in der ersten Runde.", "Gewonnen hat {winner} nach {n} Runden.", rounds
    )
    return shape.format(winner=winner, n=rounds)


def _most_points(counted: Result, options: Options) -> str:
    if counted.outcome is Outcome.TIED:
        said = _("Gleichstand: {names} haben je {points}.")
        points = points_said(counted.more["points"][counted.tied[0]])
        return said.format(names=names(counted.tied, options), points=points)
    points = points_said(counted.more["points"][counted.winners[0]])
    said = _("Die meisten Punkte hat {winner}: {points}.")
    return said.format(winner=names(counted.winners, options), points=points)


def points_said(number: int) -> str:
    return ngettext("{n} Punkt", "{n} Punkte", number).format(n=number)


def votes_said(number: int) -> str:
    return ngettext("{n} Stimme", "{n} Stimmen", number).format(n=number)


def rules_said(rule: Yardstick) -> list[str]:
    """How this kind is counted."""
    if rule.kind is Kind.UP_TO:
        shape = ngettext("Jeder hat ein Kreuz.", "Jeder hat bis zu {n} Kreuze.", rule.terms.at_most)
        places = ngettext("Gewählt wird eins.", "Gewählt werden {n}.", rule.terms.places)
        return [shape.format(n=rule.terms.at_most) + " " + places.format(n=rule.terms.places)]
    if rule.kind is Kind.BUDGET:
        return [
            _("Zu verteilen sind {amount}.").format(amount=money(rule.terms.amount)),
            _("Die meisten Stimmen kommen zuerst, solange das Geld reicht. Was zu teuer ist, wird übersprungen."),
        ]
    if rule.terms.method is Method.POINTS:
        return [
            _("Jeder Zettel hat eine Erststimme und eine Zweitstimme. Die erste gibt zwei Punkte, die zweite einen."),
            _("Die meisten Punkte gewinnen."),
        ]
    if rule.terms.method is Method.IRV:
        return [
            _(
                "Gezählt wird in Runden: Wer die wenigsten Stimmen hat, scheidet aus, und dessen Zettel zählen für den "
                "nächsten Namen darauf. Gewonnen hat, wer mehr als die Hälfte hat."
            )
        ]
    return [_("Verglichen wird jede Möglichkeit mit jeder anderen. Gewonnen hat, was keinen Vergleich verliert.")]
