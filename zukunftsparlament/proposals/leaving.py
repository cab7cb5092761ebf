"""What this room holds of a young person."""

import json

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.belongings import Belonging, Goes, Room
from zukunftsparlament.proposals.actions.clearing import clear

WORDS = ("title", "text", "reason", "for_whom", "place")


def _with_its_words(removal: Row) -> Row:
    """`words`: what was removed, as long as it can be put back. Contributions and pictures keep theirs themselves."""
    kept = json.loads(removal["kept"] or "{}")
    words = {name: kept.get(name, "") for name in WORDS} | {
        "withdrawal": "\n".join(json.loads(facts).get("reason", "") for facts in kept.get("withdrawn", {}).values())
    }
    told = {name: value for name, value in removal.items() if name != "kept"}
    return told | {"words": words if "title" in kept else None}


ROOM = Room(
    first=clear,
    told={
        "picture": Sql(
            "SELECT p.number AS proposal, i.alt, i.width, i.height, i.made_at, i.shown_at, i.removed_at "
            "FROM picture i JOIN proposal p ON p.id = i.proposal WHERE p.author = $1 ORDER BY i.id"
        )
    },
    belongings=(
        Belonging(
            "proposal",
            "author",
            Goes.LINK,
            Sql(
                "SELECT number, title, text, reason, for_whom, topic, place, stage, changed_at, submitted_at, "
                "held_because, asked_back_at, declined_at, office_words, released_at, ripe_at, withdrawn_at, "
                "removed_at, backings, comments FROM proposal WHERE author = $1 ORDER BY id"
            ),
        ),
        Belonging(
            "comment",
            "author",
            Goes.LINK,
            Sql(
                "SELECT c.number, p.number AS proposal, a.number AS answer_to, c.stance, c.text, c.submitted_at, "
                "c.held_because, c.asked_back_at, c.declined_at, c.office_words, c.released_at, c.removed_at, "
                "c.removed_because FROM comment c JOIN proposal p ON p.id = c.proposal "
                "LEFT JOIN comment a ON a.id = c.answer_to WHERE c.author = $1 ORDER BY c.id"
            ),
        ),
        Belonging(
            "proposal_version",
            "author",
            Goes.LINK,
            Sql(
                "SELECT p.number AS proposal, v.number, v.title, v.text, v.reason, v.for_whom, v.topic, v.place, "
                "v.alt, v.changed_at, v.submitted_at, v.held_because, v.asked_back_at, v.declined_at, v.office_words, "
                "v.released_at FROM proposal_version v JOIN proposal p ON p.id = v.proposal WHERE v.author = $1 "
                "ORDER BY v.id"
            ),
        ),
        Belonging(
            "co_author",
            "member",
            Goes.ROW,
            Sql(
                "SELECT p.number AS proposal, a.joined_at FROM co_author a JOIN proposal p ON p.id = a.proposal "
                "WHERE a.member = $1 ORDER BY a.id"
            ),
        ),
        Belonging(
            "invitation",
            "made_by",
            Goes.ROW,
            Sql(
                "SELECT p.number AS proposal, i.ends_at FROM invitation i JOIN proposal p ON p.id = i.proposal "
                "WHERE i.made_by = $1 ORDER BY i.id"
            ),
        ),
        Belonging(
            "follower",
            "member",
            Goes.ROW,
            Sql(
                "SELECT p.number AS proposal FROM follower f JOIN proposal p ON p.id = f.proposal WHERE f.member = $1 "
                "ORDER BY p.number"
            ),
        ),
        Belonging(
            "backing",
            "member",
            Goes.ROW,
            Sql(
                "SELECT p.number AS proposal FROM backing b JOIN proposal p ON p.id = b.proposal WHERE b.member = $1 "
                "ORDER BY p.number"
            ),
        ),
        Belonging(
            "report",
            "reporter",
            Goes.LINK,
            Sql(
                "SELECT p.number AS proposal, c.number AS comment, r.reason, r.text, r.made_at, r.settled_at, "
                "r.outcome FROM report r LEFT JOIN proposal p ON p.id = r.proposal "
                "LEFT JOIN comment c ON c.id = r.comment WHERE r.reporter = $1 ORDER BY r.id"
            ),
        ),
        Belonging(
            "removal",
            "author",
            Goes.LINK,
            Sql(
                "SELECT p.number AS proposal, c.number AS comment, 'author' AS you_are, r.removed_at, r.reason, "
                "r.objected_at, r.objection, r.decided_at, r.outcome, r.answer, r.kept FROM removal r "
                "LEFT JOIN proposal p ON p.id = r.proposal LEFT JOIN comment c ON c.id = r.comment "
                "WHERE r.author = $1 ORDER BY r.id"
            ),
            _with_its_words,
        ),
        Belonging(
            "removal",
            "by_member",
            Goes.LINK,
            Sql(
                "SELECT p.number AS proposal, c.number AS comment, 'moderator' AS you_are, r.removed_at "
                "FROM removal r LEFT JOIN proposal p ON p.id = r.proposal LEFT JOIN comment c ON c.id = r.comment "
                "WHERE r.by_member = $1 ORDER BY r.id"
            ),
        ),
    ),
)
