"""What this room holds of a young person. Who was here and who spoke stays as a seat, with nobody behind it."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Belonging, Goes, Leaver, Room
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.hands import hands_down_of
from zukunftsparlament.sittings.actions.happening import happened

SITTINGS = Sql(
    "SELECT DISTINCT s.number FROM sitting s WHERE s.id IN (SELECT sitting FROM attendance WHERE member = $1 "
    "AND left_at IS NULL UNION SELECT sitting FROM speaking_turn WHERE member = $1 AND lowered_at IS NULL "
    "AND ended_at IS NULL UNION SELECT sitting FROM boxed_question WHERE member = $1) ORDER BY s.number"
)
GO = Sql("UPDATE attendance SET left_at = $3 WHERE sitting = $1 AND member = $2 AND left_at IS NULL RETURNING seat")
# What nobody else has ever read goes in any case.
UNREAD = Sql("DELETE FROM boxed_question WHERE sitting = $1 AND member = $2 AND released_at IS NULL")
WITH_TEXTS = Sql("DELETE FROM boxed_question WHERE sitting = $1 AND member = $2")


async def leave_the_room(leaver: Leaver) -> None:
    """Sittings are locked before everything else, as everywhere."""
    for row in await SITTINGS.rows(leaver.member):
        sitting = await queries.sitting_for_changing(row["number"])
        await hands_down_of(sitting, leaver.member)
        at = now()
        if (seat := await GO.value(sitting.id, leaver.member, at)) is not None:
            await happened(sitting, "left", actor="system", when=at, seat=seat)
        await (WITH_TEXTS if leaver.with_texts else UNREAD).rows(sitting.id, leaver.member)
        announce(sitting.room)


ROOM = Room(
    first=leave_the_room,
    belongings=(
        Belonging(
            "attendance",
            "member",
            Goes.LINK,
            Sql(
                "SELECT s.number AS sitting, a.seat, a.deputy, a.came_at, a.left_at FROM attendance a "
                "JOIN sitting s ON s.id = a.sitting WHERE a.member = $1 ORDER BY a.id"
            ),
        ),
        Belonging(
            "speaking_turn",
            "member",
            Goes.LINK,
            Sql(
                "SELECT s.number AS sitting, w.order_kind, w.raised_at, w.lowered_at, w.begun_at, w.ended_at "
                "FROM speaking_turn w JOIN sitting s ON s.id = w.sitting WHERE w.member = $1 ORDER BY w.id"
            ),
        ),
        Belonging(
            "boxed_question",
            "member",
            Goes.LINK,
            Sql(
                "SELECT s.number AS sitting, q.text, q.asked_at, q.released_at, q.declined_at, q.decline_reason, "
                "q.answer, q.answered_at FROM boxed_question q JOIN sitting s ON s.id = q.sitting "
                "WHERE q.member = $1 ORDER BY q.id"
            ),
        ),
    ),
)
