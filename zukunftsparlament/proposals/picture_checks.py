"""Whether every picture has its files, and every file its picture."""
# ruff: noqa: S608 - codes are ours

import asyncio
import json

from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals.actions.tidying import MEANT_TO_GET_A_ROW
from zukunftsparlament.proposals.rules.pictures import InEdit, PictureChange

ROWS = Sql("SELECT id, token, files FROM picture ORDER BY id")
WAITING = Sql(
    "SELECT p.number FROM proposal p WHERE EXISTS (SELECT 1 FROM picture c WHERE c.proposal = p.id "
    "AND c.shown_at IS NULL) <> EXISTS (SELECT 1 FROM proposal_version v WHERE v.proposal = p.id "
    f"AND v.number IS NULL AND v.declined_at IS NULL AND v.picture = '{InEdit.NEW}') ORDER BY p.id LIMIT 1"
)
CHANGES = ", ".join(f"'{change}'" for change in PictureChange)
NOT_FORGOTTEN = Sql(
    "SELECT p.number FROM proposal_version v JOIN proposal p ON p.id = v.proposal WHERE v.number IS NOT NULL "
    f"AND (v.alt <> '' OR v.picture NOT IN ('', {CHANGES})) "
    "ORDER BY p.id LIMIT 1"
)
TWO_HOURS = 2 * MEANT_TO_GET_A_ROW  # by then a running server has tidied up


async def _files_fit() -> Found:
    for row in await ROWS.rows():
        if (broken := await asyncio.to_thread(_broken, row)) is not None:
            said = _("Bild, Zeile {id}: Die Datei {name} fehlt oder ist eine andere.")
            return said.format(id=row["id"], name=broken)
    return None


def _broken(row: Row) -> str | None:
    """The first file that is not as it was written."""
    files = read_json(row["files"])
    if not isinstance(files, dict) or not files:
        return str(row["token"])
    for width, sha256 in files.items():
        if folder.fingerprint(row["token"], int(width)) != sha256:
            return folder.path_of(row["token"], int(width)).name
    return None


async def _no_file_is_left_over() -> Found:
    files = await asyncio.to_thread(lambda: list(folder.found(older_than_seconds=TWO_HOURS)))
    known = {row["token"]: json.loads(row["files"]) for row in await ROWS.rows()}
    for path, token in files:
        if token not in known or path.stem.rpartition("-")[2] not in known[token]:
            return _("Ordner der Bilder: Zu {name} gehört kein Vorschlag.").format(name=path.name)
    return None


async def _edits_fit() -> Found:
    if (number := await WAITING.value()) is not None:
        return _("Vorschlag {n}: Das neue Bild und die Änderung dazu passen nicht zusammen.").format(n=number)
    if (number := await NOT_FORGOTTEN.value()) is not None:
        return _("Vorschlag {n}: Eine Fassung sagt zu viel über ihr Bild.").format(n=number)
    return None


CHECKS = (
    Check(N_("Dateien der Bilder"), _files_fit),
    Check(N_("Ordner der Bilder"), _no_file_is_left_over),
    Check(N_("Bilder von Änderungen"), _edits_fit),
)
