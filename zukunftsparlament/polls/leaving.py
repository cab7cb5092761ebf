"""What this room holds of a young person. Votes that are in stay: without them nobody could count again.

A row of the roll, of the turnout, of who votes on paper or of an open vote keeps the number of a member whose own row
is empty then. All but the first go when the poll is counted.
"""

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.people.belongings import Belonging, Goes, Leaver, Room
from zukunftsparlament.polls.actions import lock_polls_about, remove_words

OWN_IN_POLLS = Sql(
    "SELECT DISTINCT v.id FROM proposal v JOIN poll p ON p.proposal = v.id WHERE v.author = $1 ORDER BY v.id"
)
RUNNING_ABOUT_OWN = Sql(
    "SELECT v.number, v.title FROM poll p JOIN proposal v ON v.id = p.proposal WHERE v.author = $1 "
    "AND p.opened_at IS NOT NULL AND p.published_at IS NULL AND p.voided_at IS NULL ORDER BY v.number"
)


async def take_words_away(leaver: Leaver) -> None:
    """Polls are locked before their proposals, as everywhere. Signed lists and hand-overs stay as they are."""
    if not leaver.with_texts:
        return
    about = [row["id"] for row in await OWN_IN_POLLS.rows(leaver.member)]
    for proposal in about:
        await lock_polls_about(proposal)
    with speaking(GERMAN):
        instead = _("Entfernter Text")
    for proposal in about:
        await remove_words(proposal, instead=instead)


async def running_about(author: int) -> list[tuple[int, str]]:
    """Number and title of their proposals that people are voting on just now, or whose result is not out yet."""
    return [(row["number"], row["title"]) for row in await RUNNING_ABOUT_OWN.rows(author)]


ROOM = Room(
    first=take_words_away,
    belongings=(
        Belonging(
            "on_roll",
            "member",
            Goes.STAYS,
            Sql(
                "SELECT p.number AS poll, r.seat FROM on_roll r JOIN poll p ON p.id = r.poll WHERE r.member = $1 "
                "ORDER BY p.number"
            ),
        ),
        Belonging(
            "turnout",
            "member",
            Goes.STAYS,
            Sql(
                "SELECT p.number AS poll FROM turnout t JOIN poll p ON p.id = t.poll WHERE t.member = $1 "
                "ORDER BY p.number"
            ),
        ),
        Belonging(
            "paper_voter",
            "member",
            Goes.STAYS,
            Sql(
                "SELECT p.number AS poll FROM paper_voter v JOIN poll p ON p.id = v.poll WHERE v.member = $1 "
                "ORDER BY p.number"
            ),
        ),
        Belonging(
            "open_vote",
            "member",
            Goes.STAYS,
            Sql(
                "SELECT p.number AS poll, o.choice FROM open_vote o JOIN poll p ON p.id = o.poll WHERE o.member = $1 "
                "ORDER BY p.number"
            ),
        ),
        Belonging(
            "candidacy",
            "member",
            Goes.LINK,
            Sql(
                "SELECT s.number AS sitting, e.title, c.label, c.named_at, c.agreed_at, c.withdrew_at, c.accepted_at, "
                "c.declined_at FROM candidacy c JOIN election e ON e.id = c.election "
                "JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting WHERE c.member = $1 "
                "ORDER BY c.id"
            ),
        ),
        Belonging(
            "secret_wish",
            "member",
            Goes.ROW,
            Sql(
                "SELECT p.number AS poll FROM secret_wish w JOIN poll p ON p.id = w.poll WHERE w.member = $1 "
                "ORDER BY p.number"
            ),
        ),
    ),
)
