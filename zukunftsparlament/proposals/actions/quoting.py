"""People are told what became of a proposal by its title. Once its words are gone, they do not read that either."""

import json
import re
from collections.abc import Collection, Mapping

from zukunftsparlament.kernel.sql import Row, Sql

QUOTING = Sql("SELECT id, member, kind, facts, address FROM message WHERE facts LIKE $1 ORDER BY id")
FACTS = Sql("SELECT facts FROM message WHERE id = $1")
QUOTE_ANEW = Sql("UPDATE message SET facts = $2 WHERE id = $1")
ABOUT = re.compile(r"/vorschlaege/(\d+)")


async def quote_no_more(title: str, *, of: int, instead: str, but: Collection[int] = ()) -> list[int]:
    """The row ids of the messages that now say `instead`. `of`: number of the proposal. `but`: members who keep it.

    Another proposal called the same loses it where a message does not say which of the two it is about.
    """
    changed = []
    inside = json.dumps(title, ensure_ascii=False)[1:-1]
    for message in await QUOTING.rows("%" + inside.replace("\\", "_").replace("%", "_") + "%"):
        facts = json.loads(message["facts"])
        if facts.get("title") == title and message["member"] not in but and _may_be_about(of, message):
            await QUOTE_ANEW.rows(message["id"], facts_text({**facts, "title": instead}))
            changed.append(int(message["id"]))
    return changed


async def quote_again(title: str, messages: Collection[int], *, said: str) -> None:
    """Where it says `said` now. A message may be gone, and its row id given to another."""
    for id_ in messages:
        facts = json.loads(await FACTS.value(id_) or "{}")
        if facts.get("title") == said:
            await QUOTE_ANEW.rows(id_, facts_text({**facts, "title": title}))


def _may_be_about(number: int, message: Row) -> bool:
    """What was merged is told with the address of the proposal that it went into."""
    address = ABOUT.match(message["address"])
    return address is None or int(address[1]) == number or message["kind"].startswith("merg")


def facts_text(facts: Mapping[str, object]) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)
