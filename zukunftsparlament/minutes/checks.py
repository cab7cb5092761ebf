"""Whether minutes say what happened, and what was public is what was confirmed."""

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.minutes.freezing import fingerprint
from zukunftsparlament.minutes.queries.versions import local_day
from zukunftsparlament.minutes.rules import waited_enough
from zukunftsparlament.procedure import queries as procedure

ALL = Sql(
    "SELECT m.id, m.version, m.content, m.sha256, m.public_at, s.number, s.kind, s.closed_at, "
    "(SELECT count(*) FROM minutes_confirmation c WHERE c.minutes = m.id) AS confirmed "
    "FROM minutes m JOIN sitting s ON s.id = m.sitting ORDER BY s.number, m.version"
)
CONFIRMED = Sql(
    "SELECT s.number, s.rule_set, s.closed_at, m.version, m.made_at, c.actor, c.at FROM minutes_confirmation c "
    "JOIN minutes m ON m.id = c.minutes JOIN sitting s ON s.id = m.sitting ORDER BY s.number, m.version, c.id"
)
RESULT = Sql("SELECT result, voided_at FROM poll WHERE number = $1")


async def _content_fits_its_fingerprint() -> Found:
    last: tuple[int, int] = (0, 0)
    for row in await ALL.rows():
        number, version = row["number"], row["version"]
        about = _("Protokoll der Sitzung {number}, Fassung {version}: ").format(number=number, version=version)
        content = read_json(row["content"]) or {}
        if fingerprint(row["content"]) != row["sha256"]:
            return about + _("Inhalt und Prüfsumme passen nicht zusammen.")
        if content.get("version") != version or content.get("sitting", {}).get("number") != number:
            return about + _("Nummer oder Fassung sind andere als im Inhalt.")
        if version != (last[1] + 1 if last[0] == number else 1):
            return about + _("Davor fehlt eine Fassung.")
        last = (number, version)
    return None


async def _public_is_what_was_confirmed() -> Found:
    told = {
        (act.subject, act.facts["version"]): act.facts["sha256"] for act in await acts("minutes_published", "sitting")
    }
    for row in await ALL.rows():
        key = (row["number"], row["version"])
        about = _("Protokoll der Sitzung {number}, Fassung {version}: ").format(number=key[0], version=key[1])
        if row["kind"] == "rehearsal" or row["closed_at"] is None:
            return about + _("Von einer Übung oder vor dem Ende darf es keins geben.")
        if row["public_at"] is None:
            continue
        if not row["confirmed"]:
            return about + _("Es ist öffentlich, aber niemand hat es bestätigt.")
        if told.pop(key, None) != row["sha256"]:
            return about + _("Im Journal steht ein anderes.")
    if told:
        number, version = min(told)
        return _("Protokoll der Sitzung {number}, Fassung {version}: Es steht im Journal und fehlt hier.").format(
            number=number, version=version
        )
    return None


async def _votes_are_those_that_were_counted() -> Found:
    """A poll may be voided later; its numbers stay what they were."""
    for row in await ALL.rows():
        for item in (read_json(row["content"]) or {}).get("items", []):
            for vote in item["votes"]:
                if vote["state"] == "counted" and not await _is_counted_so(vote):
                    said = _("Protokoll der Sitzung {number}: Abstimmung {poll} hat dort andere Zahlen.")
                    return said.format(number=row["number"], poll=vote["poll"])
    return None


async def _is_counted_so(vote: dict[str, object]) -> bool:
    found = await RESULT.row(vote["poll"])
    counted = read_json(found["result"]) if found else None
    return counted is not None and counted["counts"] == vote["votes"]


async def _others_had_waited() -> Found:
    """A chair who did not lead confirms only in the place of somebody who has been silent. Of the office nobody can
    tell any more: where nobody is left who could, it need not wait."""
    for row in await CONFIRMED.rows():
        if row["actor"].startswith("chair:"):
            begun = row["made_at"] if row["version"] > 1 else row["closed_at"]
            rule = (await procedure.version(row["rule_set"])).rules.minutes
            if begun and not waited_enough(rule, begun_on=local_day(begun), today=local_day(row["at"])):
                said = _("Protokoll der Sitzung {number}, Fassung {version}: Andere haben es zu früh bestätigt.")
                return said.format(number=row["number"], version=row["version"])
    return None


CHECKS = (
    Check(N_("Protokolle"), _content_fits_its_fingerprint),
    Check(N_("Bestätigte Protokolle"), _public_is_what_was_confirmed),
    Check(N_("Protokolle, die andere bestätigt haben"), _others_had_waited),
    Check(N_("Abstimmungen in Protokollen"), _votes_are_those_that_were_counted),
)
