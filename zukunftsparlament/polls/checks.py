"""Every poll, counted again from what is left of it."""

from typing import Any

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey

from zukunftsparlament.kernel.checks import Check, Found, numbers_fit, read_json
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls import pruefen
from zukunftsparlament.polls.actions import signing_seed
from zukunftsparlament.polls.actions.counting import EMPTIED
from zukunftsparlament.polls.aside_checks import ASIDE_CHECKS
from zukunftsparlament.polls.election_checks import ELECTION_CHECKS
from zukunftsparlament.polls.journal_checks import JOURNAL_CHECKS, removed_proposals
from zukunftsparlament.polls.key_card_checks import KEY_CARD_CHECKS
from zukunftsparlament.polls.paper_checks import PAPER_CHECKS
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED
from zukunftsparlament.polls.series_checks import SERIES_CHECKS
from zukunftsparlament.polls.sitting_checks import SITTING_CHECKS
from zukunftsparlament.polls.step_checks import STEP_CHECKS

COUNTED = Sql(
    "SELECT id, number, proposal, secrecy, question, turnout, electorate_size, result, published, signature FROM poll "
    "WHERE counted_at IS NOT NULL ORDER BY number"
)
BALLOTS = Sql("SELECT receipt, choice FROM ballot WHERE poll = $1")
ROLL = Sql(
    "SELECT p.number, p.electorate_size, count(r.id) AS members FROM poll p LEFT JOIN on_roll r ON r.poll = p.id "
    "WHERE p.opened_at IS NOT NULL GROUP BY p.number, p.electorate_size "
    "HAVING p.electorate_size IS NULL OR p.electorate_size <> count(r.id) ORDER BY p.number LIMIT 1"
)
BOX = Sql(
    "SELECT p.number, (SELECT count(*) FROM turnout t WHERE t.poll = p.id) + CASE "
    "WHEN p.counted_at IS NULL AND p.voided_at IS NULL AND p.secrecy = 'secret' "
    "THEN coalesce(p.paper_returned - p.paper_invalid, 0) ELSE 0 END AS voters, "
    "(SELECT count(*) FROM sealed_ballot b WHERE b.poll = p.id) AS boxes FROM poll p ORDER BY p.number"
)
NOT_ON_ROLL = tuple(
    Sql(
        f"SELECT p.number FROM {table} t JOIN poll p ON p.id = t.poll "  # noqa: S608
        "LEFT JOIN on_roll r ON r.poll = t.poll AND r.member = t.member WHERE r.id IS NULL ORDER BY p.number LIMIT 1"
    )
    for table in ("turnout", "open_vote", "paper_voter")
)
LEFT_OVER = tuple(
    Sql(
        f"SELECT p.number FROM {table} t JOIN poll p ON p.id = t.poll "  # noqa: S608
        "WHERE p.counted_at IS NOT NULL OR p.voided_at IS NOT NULL ORDER BY p.number LIMIT 1"
    )
    for table in EMPTIED
)
NOT_COUNTED = Sql(
    "SELECT p.number FROM ballot b JOIN poll p ON p.id = b.poll WHERE p.counted_at IS NULL OR p.secrecy <> 'secret' "
    "ORDER BY p.number LIMIT 1"
)


async def _counts_fit() -> Found:
    removed = await removed_proposals()  # their words are gone from the polls, and stay in the signed lists
    for row in await COUNTED.rows():
        if (
            why := _why_not_signed(row)
            or _why_not_counted(row, is_removed=row["proposal"] in removed)
            or await _why_not_ballots(row)
        ):
            return _("Abstimmung {number}: {why}").format(number=row["number"], why=why)
    return None


def _why_not_signed(row: Row) -> Found:
    try:
        SigningKey(signing_seed()).verify_key.verify((row["published"] or "").encode(), bytes(row["signature"] or b""))
    except (BadSignatureError, ValueError):
        return _("Liste und Unterschrift passen nicht zusammen, oder es ist ein anderer server.key.")
    return None


def _why_not_counted(row: Row, *, is_removed: bool) -> Found:
    listed: dict[str, Any] = read_json(row["published"]) or {}
    try:
        pruefen.check(listed)
    except (pruefen.Difference, LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as difference:
        return _("Nachgezählt kommt etwas anderes heraus: {what}").format(what=difference)
    for name, kept in (("turnout", row["turnout"]), ("electorate_size", row["electorate_size"])):
        if listed[name] != kept:
            return _("{name} ist {kept}, in der Liste steht {listed}.").format(
                name=name, kept=kept, listed=listed[name]
            )
    if listed["poll"] != row["number"] or (listed["question"] != row["question"] and not is_removed):
        return _("Nummer oder Frage sind andere als in der Liste.")
    if listed["result"] != read_json(row["result"]):
        return _("Das Ergebnis ist ein anderes als in der Liste.")
    return None


async def _why_not_ballots(row: Row) -> Found:
    if row["secrecy"] != "secret":
        return None
    kept = [{"receipt": one["receipt"], "choice": read_json(one["choice"])} for one in await BALLOTS.rows(row["id"])]
    listed = read_json(row["published"])["ballots"]
    if len(kept) != len(listed):
        return _("{kept} Stimmzettel liegen da, in der Liste stehen {listed}.").format(
            kept=len(kept), listed=len(listed)
        )
    if sorted(kept, key=str) != sorted(({"receipt": b["receipt"], "choice": b["choice"]} for b in listed), key=str):
        return _("Die Stimmzettel sind andere als in der Liste.")
    return None


async def _rolls_fit() -> Found:
    if (row := await ROLL.row()) is not None:
        said = _("Abstimmung {number}: {members} stehen im Wählerverzeichnis, vermerkt sind {electorate_size}.")
        return said.format(**row)
    for statement in NOT_ON_ROLL:
        if (number := await statement.value()) is not None:
            return _("Abstimmung {number}: Es hat jemand gewählt, der nicht im Verzeichnis steht.").format(
                number=number
            )
    return None


async def _boxes_fit() -> Found:
    for row in await BOX.rows():
        if row["voters"] != row["boxes"]:
            said = _("Abstimmung {number}: {voters} haben abgestimmt, {boxes} Stimmzettel liegen in der Urne.")
            return said.format(**row)
    for statement in LEFT_OVER:
        if (number := await statement.value()) is not None:
            return _("Abstimmung {number}: Sie ist fertig, und es liegt noch etwas in der Urne.").format(number=number)
    if (number := await NOT_COUNTED.value()) is not None:
        return _("Abstimmung {number}: Es gibt Stimmzettel, aber keine Auszählung.").format(number=number)
    return None


CHECKS = (
    Check(N_("Auszählungen"), _counts_fit),
    Check(N_("Wählerverzeichnisse"), _rolls_fit),
    Check(N_("Urnen"), _boxes_fit),
    *JOURNAL_CHECKS,
    *ASIDE_CHECKS,
    *ELECTION_CHECKS,
    *KEY_CARD_CHECKS,
    numbers_fit("poll", "poll", below=FIRST_REHEARSED),
    *SERIES_CHECKS,
    *SITTING_CHECKS,
    *STEP_CHECKS,
    *PAPER_CHECKS,
)
