"""All rules of one version in plain sentences, each with the part of the rule set that it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from zukunftsparlament.kernel.texts import _, ngettext
from zukunftsparlament.procedure import texts
from zukunftsparlament.procedure.rules import ConfirmedBy, RuleSet, SeatsKind, SecretWhen, SpeakingSeconds

MINUTE = 60  # seconds


@dataclass(frozen=True)
class Said:
    """`key`: the same in every version, so that two versions can be laid beside each other."""

    key: str
    sentence: str


@dataclass(frozen=True)
class Chapter:
    title: str
    rules: tuple[Said, ...]


@dataclass(frozen=True)
class Change:
    """`before` is None where the older version says nothing about it."""

    before: str | None
    now: str


def chapters(rules: RuleSet, *, seats: int) -> list[Chapter]:
    """`seats`: all seats, empty ones too; the numbers of the quorum come from them."""
    return [
        Chapter(_("Einladung und Tagesordnung"), tuple(_inviting(rules))),
        Chapter(_("Abstimmen"), tuple(_voting(rules, seats))),
        Chapter(_("Geheim abstimmen"), tuple(_secret(rules.secret))),
        Chapter(_("Reden und Protokoll"), tuple(_speaking(rules))),
        Chapter(_("Mitglieder"), tuple(_members(rules))),
    ]


def changes(before: RuleSet, after: RuleSet, *, seats: int) -> dict[str, Change]:
    """What `after` says differently, by the key of the rule."""
    old = _by_key(chapters(before, seats=seats))
    new = _by_key(chapters(after, seats=seats))
    return {key: Change(old.get(key), said) for key, said in new.items() if old.get(key) != said}


def _by_key(found: Iterable[Chapter]) -> dict[str, str]:
    return {rule.key: rule.sentence for chapter in found for rule in chapter.rules}


def _inviting(rules: RuleSet) -> Iterable[Said]:
    yield Said("invitation", _("Eingeladen wird {when} vor der Sitzung.").format(when=_at_least(rules.invitation_days)))
    urgent = _("Ist es dringend, reicht es {when} vorher.").format(when=_days(rules.invitation_days_urgent))
    yield Said("urgent", urgent)
    deadline = _("Ein Punkt für die Tagesordnung muss {when} vor der Sitzung da sein.")
    yield Said("deadline", deadline.format(when=_at_least(rules.item_deadline_days)))
    backed = ngettext(
        "Ein Vorschlag kommt auf die Tagesordnung, wenn {n} Mensch ihn unterstützt.",
        "Ein Vorschlag kommt auf die Tagesordnung, wenn {n} Menschen ihn unterstützen.",
        rules.backings_for_agenda,
    )
    yield Said("backings", backed.format(n=rules.backings_for_agenda))


def _voting(rules: RuleSet, seats: int) -> Iterable[Said]:
    yield Said("quorum", texts.quorum_sentence(rules.quorum, seats=seats))
    if rules.quorum.second_call:
        yield Said("second_call", texts.quorum_sentence(rules.quorum, seats=seats, second_call=True))
    yield Said("majority", texts.majority_sentence(rules.majority, rules.abstentions_count))
    yield Said("choice", texts.choice_sentence(rules.majority, rules.abstentions_count))
    yield Said("tie", texts.tie_sentence(rules.tie))
    binding = _("Das Parlament kann auch zwischen zwei Sitzungen etwas beschließen.")
    straw = _("Zwischen zwei Sitzungen gibt es nur Stimmungsbilder, keine Beschlüsse.")
    shuffled = _("Die Möglichkeiten stehen auf jedem Stimmzettel in einer anderen, zufälligen Reihenfolge.")
    fixed = _("Die Möglichkeiten stehen auf allen Stimmzetteln in derselben Reihenfolge.")
    yield Said("order", shuffled if rules.random_ballot_order else fixed)
    final = _("Nach einer Auswahl kommt noch eine Frage: Wollen wir das Gewählte wirklich, ja oder nein?")
    chosen = _("Was bei einer Auswahl gewinnt, ist beschlossen.")
    yield Said("final", final if rules.final_vote else chosen)
    yield Said("circular", binding if rules.circular_votes_binding else straw)


def _secret(secret: SecretWhen) -> Iterable[Said]:
    yield Said("persons", _("Über Menschen wird immer geheim abgestimmt."))
    if secret.on_request is None:
        yield Said("request", _("Sonst reicht ein Mitglied, das geheim abstimmen will."))
        return
    part = texts.share_words(secret.on_request.num, secret.on_request.den)
    more = _("Sonst wird geheim abgestimmt, wenn mehr als {part} der Anwesenden das will.")
    least = _("Sonst wird geheim abgestimmt, wenn mindestens {part} der Anwesenden das will.")
    yield Said("request", (more if secret.on_request.strict else least).format(part=part))


def _speaking(rules: RuleSet) -> Iterable[Said]:
    times: SpeakingSeconds = rules.speaking_seconds
    yield Said("first", _("Wer das erste Mal redet, hat {time}.").format(time=duration(times.first)))
    yield Said("further", _("Danach sind es jedes Mal {time}.").format(time=duration(times.further)))
    yield Said("mover", _("Wer den Antrag vorstellt, hat {time}.").format(time=duration(times.mover)))
    due = _("Das Protokoll ist {when} nach der Sitzung fertig.").format(when=_at_most(rules.minutes.days))
    yield Said("minutes", due)
    confirmed = {
        ConfirmedBy.CHAIRS: _("Beide Vorsitzenden bestätigen es."),
        ConfirmedBy.TWO_SIGNATURES: _("Zwei Mitglieder unterschreiben es."),
        ConfirmedBy.NEXT_SITTING: _("Die nächste Sitzung bestätigt es."),
    }
    yield Said("confirmed", confirmed[rules.minutes.confirmed_by])


def _members(rules: RuleSet) -> Iterable[Said]:
    ages = _("Mitglied sein kann, wer {first} bis {last} Jahre alt ist.")
    yield Said("ages", ages.format(first=rules.ages.first, last=rules.ages.last))
    term = ngettext("Gewählt wird für {n} Jahr.", "Gewählt wird für {n} Jahre.", rules.term_years)
    yield Said("term", term.format(n=rules.term_years))
    yield Said("seats", _seats(rules))
    listed = _("Wird ein Platz frei, rückt nach, wer auf der Liste der Wahl als Nächstes kommt.")
    deputies = _("Wird ein Platz frei, rücken die gewählten Vertretungen nach. Sonst wird neu gewählt.")
    yield Said("list", listed if rules.external_list else deputies)
    if rules.unexcused_absences is None:
        yield Said("absences", _("Wer fehlt, behält den Sitz."))
        return
    lost = ngettext(
        "Wer einmal ohne Entschuldigung fehlt, verliert den Sitz.",
        "Wer {n}-mal ohne Entschuldigung fehlt, verliert den Sitz.",
        rules.unexcused_absences,
    )
    yield Said("absences", lost.format(n=rules.unexcused_absences))


def _seats(rules: RuleSet) -> str:
    rule = rules.seats_by_school
    if rule.kind is SeatsKind.FIXED:
        said = ngettext("Jede Schule hat {n} Sitz.", "Jede Schule hat {n} Sitze.", rule.seats or 1)
        return said.format(n=rule.seats)
    if rule.kind is SeatsKind.BY_SIZE:
        return _("Eine Schule hat für je angefangene {n} Kinder einen Sitz.").format(n=rule.pupils)
    return _("Wie viele Sitze eine Schule hat, steht nicht in der Geschäftsordnung.")


def duration(seconds: int) -> str:
    """ "3 Minuten", "90 Sekunden" or "2 Minuten und 30 Sekunden"."""
    minutes, rest = divmod(seconds, MINUTE)
    if rest and minutes < 2:
        return _("{n} Sekunden").format(n=seconds)
    said = ngettext("{n} Minute", "{n} Minuten", minutes).format(n=minutes)
    return said if not rest else _("{minutes} und {seconds} Sekunden").format(minutes=said, seconds=rest)


def _days(days: int) -> str:
    return ngettext("{n} Tag", "{n} Tage", days).format(n=days)


def _at_least(days: int) -> str:
    return _("mindestens {days}").format(days=_days(days))


def _at_most(days: int) -> str:
    return _("höchstens {days}").format(days=_days(days))
