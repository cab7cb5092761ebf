"""What stands beside the counts: steps after a tie, explanations, wishes for secrecy, practice."""

import json
from hashlib import sha256
from typing import Any

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls import minutes, queries, settling
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.results import Result
from zukunftsparlament.polls.rules import LONGEST_TIE_REASON, SETTLES, Way, shares
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED

STEPS = Sql(
    "SELECT p.number, t.place, t.way, t.actor, t.winners, t.reason, t.lot, t.shares, t.stepped_back, p.result, "
    "p.published_at, f.number AS follow_up, f.after_tie, p.id FROM tie_step t JOIN poll p ON p.id = t.poll "
    "LEFT JOIN poll f ON f.id = t.follow_up ORDER BY p.number, t.place"
)
EXPLAINED = Sql(
    "SELECT p.number, e.text, e.earlier FROM poll_explanation e JOIN poll p ON p.id = e.poll "
    "WHERE e.text <> '' AND p.number < $1 ORDER BY p.number"
)
MADE_SECRET = Sql("SELECT number, secrecy FROM poll WHERE made_secret_at IS NOT NULL ORDER BY number")
WISH_TOO_LATE = Sql(
    "SELECT p.number FROM secret_wish w JOIN poll p ON p.id = w.poll "
    "WHERE p.opened_at IS NOT NULL OR p.voided_at IS NOT NULL OR p.secrecy = 'secret' ORDER BY p.number LIMIT 1"
)
NOT_ONLY_PRACTICE = Sql(
    "SELECT number FROM poll WHERE practice = $1 AND (binding = $1 OR proposal IS NOT NULL) ORDER BY number LIMIT 1"
)


async def _ties_fit() -> Found:
    known = {(act.subject, act.facts.get("place")): act.facts for act in await acts("settle_tie", "poll")}
    rows = await STEPS.rows()
    for row in rows:
        why = await _why_not_step(row, known)
        if why:
            return _("Abstimmung {number}, Schritt {place} nach dem Gleichstand: {why}").format(
                number=row["number"], place=row["place"], why=why
            )
    if lost := sorted(set(known) - {(row["number"], row["place"]) for row in rows}):
        return _("Abstimmung {number}: Ein Schritt nach dem Gleichstand fehlt.").format(number=lost[0][0])
    return None


async def _why_not_step(row: Row, known: dict[tuple[int, Any], dict[str, Any]]) -> Found:
    step = {name: read_json(row[name]) for name in ("winners", "lot", "shares")}
    step |= {name: row[name] for name in ("place", "way", "reason", "follow_up", "actor", "stepped_back")}
    if known.get((row["number"], row["place"])) != json.loads(json.dumps(minutes.of_tie_step(step))):
        return _("Im Journal steht es anders.")
    result = read_json(row["result"]) or {}
    if row["published_at"] is None or result.get("outcome") != "tied":
        return _("Es gab keinen veröffentlichten Gleichstand.")
    counted = await queries.counted(row["number"])
    tie = await queries.tie_of(counted)
    about = tie.about.get(row["place"], counted.result) if tie else counted.result
    if (step["way"] == Way.STEPS_BACK) != (step["stepped_back"] in about.tied):
        return _("Zurückgetreten ist, wer nicht gleich viele Stimmen hatte.")
    if not set(step["winners"]) <= set(about.tied):
        return _("Gewählt ist etwas, das nicht gleich viele Stimmen hatte.")
    if why := _why_not_settled(step):
        return why
    if step["shares"] != (shares(sum(step["shares"]), among=len(step["winners"])) if step["shares"] else []):
        return _("Das Geld ist nicht in gleichen Teilen verteilt.")
    if row["follow_up"] is not None and row["after_tie"] != row["id"]:
        return _("Die Abstimmung danach gehört nicht zu dieser.")
    return _why_not_drawn(step, counted, about) if step["way"] == Way.LOT and step["winners"] else None


def _why_not_settled(step: dict[str, Any]) -> Found:
    """What each way may hold: nobody decides alone by a way that is not theirs."""
    way = Way(step["way"])
    if step["winners"] and (way not in SETTLES or (way is Way.LOT and "revealed" not in step["lot"])):
        return _("Auf diesem Weg kann noch nichts gewählt sein.")
    if way is Way.CHAIR and not step["actor"].startswith("chair:"):
        return _("Das darf nur der Vorsitz entscheiden.")
    if step["reason"] and (way is not Way.CHAIR or len(step["reason"]) > LONGEST_TIE_REASON):
        return _("Die Begründung gehört nicht hierher, oder sie ist zu lang.")
    return None


def _why_not_drawn(step: dict[str, Any], counted: CountedPoll, about: Result) -> Found:
    """A lot that was drawn after the count, drawn again."""
    lot, revealed = step["lot"], bytes.fromhex(step["lot"]["revealed"])
    if sha256(revealed).hexdigest() != lot["commitment"]:
        return _("Das Los passt nicht zu seinem Fingerabdruck.")
    drawn = settling.drawn_later(about, counted.rule, lot=revealed, listed=counted.listed, word=lot["word"])
    return None if drawn == tuple(step["winners"]) else _("Das Los fällt anders.")


async def _explanations_fit() -> Found:
    """The last one and all before it, in their order."""
    noted: dict[int, list[Any]] = {}
    for act in await acts("explain_poll", "poll"):
        noted.setdefault(act.subject, []).append(act.facts.get("explanation"))
    kept = {row["number"]: row for row in await EXPLAINED.rows(FIRST_REHEARSED)}
    for number in sorted(noted.keys() | kept.keys()):
        row = kept.get(number)
        told = [*(one["text"] for one in read_json(row["earlier"]) or []), row["text"]] if row else []
        if noted.get(number) != [sha256(text.encode()).hexdigest() for text in told]:
            return _("Abstimmung {number}: Die Erklärung ist eine andere als im Journal.").format(number=number)
    return None


async def _wishes_fit() -> Found:
    granted = {act.subject for act in await acts("make_poll_secret", "poll")}
    made = {row["number"]: row["secrecy"] for row in await MADE_SECRET.rows()}
    for number in sorted(granted ^ set(made)):
        return _("Abstimmung {number}: Dass sie geheim wurde, steht nicht im Journal und im Bestand.").format(
            number=number
        )
    if wrong := [number for number, secrecy in made.items() if secrecy != "secret"]:
        return _("Abstimmung {number}: Sie wurde geheim und ist es nicht mehr.").format(number=wrong[0])
    if (number := await WISH_TOO_LATE.value()) is not None:
        return _("Abstimmung {number}: Wer um Geheimhaltung gebeten hat, ist nicht vergessen.").format(number=number)
    return None


async def _practice_fits() -> Found:
    number = await NOT_ONLY_PRACTICE.value(True)
    return None if number is None else _("Abstimmung {number}: Eine Übung entscheidet nichts.").format(number=number)


ASIDE_CHECKS = (
    Check(N_("Nach einem Gleichstand"), _ties_fit),
    Check(N_("Erklärungen zu Fragen"), _explanations_fit),
    Check(N_("Bitten um geheime Wahl"), _wishes_fit),
    Check(N_("Übungen"), _practice_fits),
)
