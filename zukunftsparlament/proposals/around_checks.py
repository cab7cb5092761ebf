"""Whether versions, co-authors and mergings are what their proposals say."""
# ruff: noqa: S608 - column names are ours

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals.queries.versions import FIELDS

# A proposal that was never edited has no versions; one that was has them from 1 to its own number, and no gap.
NUMBERS = Sql(
    "SELECT p.id, p.version, count(v.number) AS found, coalesce(max(v.number), 0) AS highest FROM proposal p "
    "LEFT JOIN proposal_version v ON v.proposal = p.id GROUP BY p.id, p.version HAVING (p.version > 1 "
    "AND (count(v.number) <> p.version OR max(v.number) <> p.version)) OR (p.version = 1 AND count(v.number) > 0) "
    "ORDER BY p.id LIMIT 1"
)
NEWEST = Sql(
    "SELECT p.number FROM proposal p JOIN proposal_version v ON v.proposal = p.id AND v.number = p.version "
    f"WHERE p.removed_at IS NULL AND ({' OR '.join(f'v.{name} <> p.{name}' for name in FIELDS)}) ORDER BY p.id LIMIT 1"
)
OF_DRAFTS = Sql(
    "SELECT p.id FROM proposal p WHERE p.number IS NULL AND (EXISTS (SELECT 1 FROM proposal_version v "
    "WHERE v.proposal = p.id) OR EXISTS (SELECT 1 FROM co_author c WHERE c.proposal = p.id) "
    "OR EXISTS (SELECT 1 FROM follower f WHERE f.proposal = p.id)) ORDER BY p.id LIMIT 1"
)
TWICE = Sql(
    "SELECT p.number FROM proposal p JOIN co_author c ON c.proposal = p.id WHERE c.member = p.author "
    "OR c.member IN (SELECT b.member FROM backing b WHERE b.proposal = p.id) ORDER BY p.id LIMIT 1"
)
MERGED = Sql(
    "SELECT p.number FROM merging g JOIN proposal p ON p.id = g.source "
    "WHERE (g.outcome = 'merged') <> (g.ended_at IS NOT NULL AND g.source_yes_at IS NOT NULL "
    "AND g.target_yes_at IS NOT NULL AND g.outcome = 'merged') OR (g.outcome = 'merged' AND p.stage <> 'merged') "
    "ORDER BY g.id LIMIT 1"
)


async def _versions_fit() -> Found:
    if (row := await NUMBERS.row()) is not None:
        said = _(
            "Vorschlag (Zeile {id}): Fassung {version} ist vermerkt, gefunden sind {found}, die höchste ist {highest}."
        )
        return said.format(**row)
    if (number := await NEWEST.value()) is not None:
        return _("Vorschlag {n}: Die neueste Fassung ist nicht das, was dort steht.").format(n=number)
    if (row_id := await OF_DRAFTS.value()) is not None:
        return _("Vorschlag (Zeile {id}): Er ist nicht öffentlich und hat doch Fassungen oder Leute.").format(id=row_id)
    return None


async def _authors_fit() -> Found:
    if (number := await TWICE.value()) is not None:
        return _("Vorschlag {n}: Jemand hat ihn mitgeschrieben und unterstützt ihn auch.").format(n=number)
    return None


async def _mergings_fit() -> Found:
    if (number := await MERGED.value()) is not None:
        return _("Vorschlag {n}: Er ist zusammengelegt, aber nicht beide haben zugestimmt.").format(n=number)
    return None


CHECKS = (
    Check(N_("Fassungen der Vorschläge"), _versions_fit),
    Check(N_("Wer zusammen schreibt"), _authors_fit),
    Check(N_("Zusammengelegte Vorschläge"), _mergings_fit),
)
