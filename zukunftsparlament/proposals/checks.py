"""Whether what is kept for the wall is what the rows say."""

from zukunftsparlament.kernel.checks import Check, Found, numbers_fit
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals import around_checks, finding_checks, picture_checks, removal_checks
from zukunftsparlament.proposals.rules.stages import STAGES

BACKINGS = Sql(
    "SELECT p.id, p.number, p.backings AS kept, count(b.id) + p.former_backings AS counted FROM proposal p "
    "LEFT JOIN backing b ON b.proposal = p.id GROUP BY p.id, p.number, p.backings, p.former_backings "
    "HAVING p.backings <> count(b.id) + p.former_backings ORDER BY p.id LIMIT 1"
)
COMMENTS = Sql(
    "SELECT p.id, p.number, p.comments AS kept, count(c.id) AS counted FROM proposal p "
    "LEFT JOIN comment c ON c.proposal = p.id AND c.released_at IS NOT NULL AND c.removed_at IS NULL "
    "GROUP BY p.id, p.number, p.comments HAVING p.comments <> count(c.id) ORDER BY p.id LIMIT 1"
)
UNNUMBERED = Sql("SELECT id, number FROM proposal WHERE (number IS NULL) <> (released_at IS NULL) ORDER BY id LIMIT 1")
UNNUMBERED_COMMENT = Sql(
    "SELECT id, number FROM comment WHERE (number IS NULL) <> (released_at IS NULL) ORDER BY id LIMIT 1"
)
STAGES_NAMED = ", ".join(f"'{stage}'" for stage in sorted(STAGES))
STAGE = Sql(
    "SELECT p.id, p.number, p.stage, s.stage AS told FROM proposal p JOIN proposal_step s ON s.id = "  # noqa: S608
    f"(SELECT max(x.id) FROM proposal_step x WHERE x.proposal = p.id AND x.stage IN ({STAGES_NAMED})) "
    "WHERE p.number IS NOT NULL AND p.stage <> s.stage ORDER BY p.id LIMIT 1"
)


def _named(row: Row) -> str:
    """A released proposal by its number; a draft only by its row, which tells nobody anything."""
    return str(row["number"]) if row["number"] is not None else f"(Zeile {row['id']})"


async def _backings_fit() -> Found:
    if (row := await BACKINGS.row()) is not None:
        said = _("Vorschlag {name}: {kept} Unterstützungen vermerkt, {counted} gezählt.")
        return said.format(name=_named(row), kept=row["kept"], counted=row["counted"])
    return None


async def _comments_fit() -> Found:
    if (row := await COMMENTS.row()) is not None:
        said = _("Vorschlag {name}: {kept} Beiträge vermerkt, {counted} gezählt.")
        return said.format(name=_named(row), kept=row["kept"], counted=row["counted"])
    return None


async def _released_have_numbers() -> Found:
    if (row := await UNNUMBERED.row()) is not None:
        return _("Vorschlag {name}: Nummer und Freigabe passen nicht zusammen.").format(name=_named(row))
    if (row := await UNNUMBERED_COMMENT.row()) is not None:
        return _("Beitrag {name}: Nummer und Freigabe passen nicht zusammen.").format(name=_named(row))
    return None


async def _stages_fit() -> Found:
    if (row := await STAGE.row()) is not None:
        said = _("Vorschlag {name}: Er steht auf „{stage}“, in seinem Zeitstrahl steht zuletzt „{told}“.")
        return said.format(name=_named(row), stage=row["stage"], told=row["told"])
    return None


CHECKS = (
    Check(N_("Unterstützungen"), _backings_fit),
    Check(N_("Beiträge"), _comments_fit),
    Check(N_("Freigaben"), _released_have_numbers),
    Check(N_("Stand der Vorschläge"), _stages_fit),
    numbers_fit("proposal", "proposal"),
    numbers_fit("comment", "comment"),
    *picture_checks.CHECKS,
    *removal_checks.CHECKS,
    *finding_checks.CHECKS,
    *around_checks.CHECKS,
)
