"""Whether what is known about people fits together."""

from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.checks import Check, Found, numbers_fit
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people.journal_checks import JOURNAL_CHECKS
from zukunftsparlament.people.secrets import open_totp

HALF_DELETED = Sql(
    "SELECT m.id FROM member m LEFT JOIN card c ON c.member = m.id LEFT JOIN name_key k ON k.member = m.id "
    "WHERE m.role IS NULL AND (m.name IS NOT NULL OR m.card_name IS NOT NULL OR m.school IS NOT NULL "
    "OR m.delete_after IS NOT NULL OR c.id IS NOT NULL OR k.id IS NOT NULL) ORDER BY m.id LIMIT 1"
)
UNKNOWN_ROLE = Sql(
    "SELECT id, role FROM member WHERE role NOT IN ('young', 'member', 'deputy', 'chair', 'moderator') "
    "ORDER BY id LIMIT 1"
)
CHAIR_WITHOUT_SEAT = Sql(
    "SELECT m.id FROM member m LEFT JOIN seat s ON s.member = m.id WHERE m.role IN ('chair', 'member') "
    "AND s.id IS NULL ORDER BY m.id LIMIT 1"
)
SEAT_WITHOUT_ROLE = Sql(
    "SELECT s.number FROM seat s JOIN member m ON m.id = s.member WHERE m.role IN ('young', 'deputy') "
    "ORDER BY s.number LIMIT 1"
)
DEPUTY_OF_NOBODY = Sql(
    "SELECT m.id FROM member m LEFT JOIN seat s ON s.deputy = m.id WHERE m.role = 'deputy' AND s.id IS NULL "
    "ORDER BY m.id LIMIT 1"
)
STILL_HERE = Sql("SELECT id FROM member WHERE id = $1 AND role IS NOT NULL")
DEAD_CARD = Sql("SELECT id FROM card WHERE code_hash = $1")
BATCH = Sql(
    "SELECT b.number, b.size, count(c.id) AS cards FROM card_batch b LEFT JOIN card c ON c.batch = b.id "
    "GROUP BY b.number, b.size HAVING count(c.id) > b.size ORDER BY b.number LIMIT 1"
)
WITHOUT_CARD = Sql(
    "SELECT m.id FROM member m LEFT JOIN card c ON c.member = m.id WHERE m.role IS NOT NULL AND c.id IS NULL "
    "ORDER BY m.id LIMIT 1"
)
STAFF = Sql("SELECT name, sealed_totp FROM staff WHERE ended_at IS NULL ORDER BY id")


async def _deleted_are_empty() -> Found:
    if (row := await HALF_DELETED.row()) is not None:
        return _("Mitglied {id} ist gelöscht, aber nicht leer.").format(id=row["id"])
    return None


async def _roles_are_known() -> Found:
    if (row := await UNKNOWN_ROLE.row()) is not None:
        return _("Mitglied {id} hat die unbekannte Rolle „{role}“.").format(id=row["id"], role=row["role"])
    if (row := await CHAIR_WITHOUT_SEAT.row()) is not None:
        return _("Mitglied {id} hat den Vorsitz oder ein Mandat, aber keinen Sitz.").format(id=row["id"])
    if (number := await SEAT_WITHOUT_ROLE.value()) is not None:
        return _("Sitz {number}: Wer dort sitzt, ist nicht als Mitglied vermerkt.").format(number=number)
    if (row := await DEPUTY_OF_NOBODY.row()) is not None:
        return _("Mitglied {id} ist Vertretung, aber von niemandem.").format(id=row["id"])
    return None


async def _deletions_hold() -> Found:
    for entry in deletions.entries():
        if entry["kind"] == "member" and await STILL_HERE.rows(entry["id"]):
            return _("Mitglied {id} wurde gelöscht und ist wieder da.").format(id=entry["id"])
        if entry["kind"] == "card" and (card := await DEAD_CARD.value(entry["hash"])) is not None:
            return _("Karte {id} wurde ersetzt, und die alte öffnet noch.").format(id=card)
    return None


async def _batches_fit() -> Found:
    if (row := await BATCH.row()) is not None:
        return _("Kartensatz {number}: {cards} Karten statt {size}.").format(**row)
    return None


async def _everybody_has_a_card() -> Found:
    if (id_ := await WITHOUT_CARD.value()) is not None:
        return _("Mitglied {id} hat keine Karte und kann auch keine neue bekommen.").format(id=id_)
    return None


async def _second_factors_open() -> Found:
    for row in await STAFF.rows():
        if open_totp(row["sealed_totp"]) is None:
            said = _("Konto „{name}“: Der zweite Faktor lässt sich mit diesem server.key nicht öffnen.")
            return said.format(name=row["name"])
    return None


CHECKS = (
    Check(N_("Gelöschte Mitglieder"), _deleted_are_empty),
    Check(N_("Rollen und Sitze"), _roles_are_known),
    Check(N_("Löschliste"), _deletions_hold),
    Check(N_("Kartensätze"), _batches_fit),
    Check(N_("Karten"), _everybody_has_a_card),
    Check(N_("Konten des Jugendbüros"), _second_factors_open),
    *JOURNAL_CHECKS,
    numbers_fit("card_batch", "card_batch"),
)
