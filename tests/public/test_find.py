"""The page that finds: proposals, contributions, decisions, answers, and nothing that is not public any more."""

import html

import pytest

from tests import makers, makers_handovers, makers_proposals
from tests.client import Client
from zukunftsparlament.cli.finding import tell_everything_anew
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import record_step, talk
from zukunftsparlament.proposals.finding_checks import CHECKS
from zukunftsparlament.proposals.rules import Stance
from zukunftsparlament.search.checks import CHECKS as WORDS

pytestmark = pytest.mark.usefixtures("store")

REMOVE = Sql("UPDATE comment SET removed_at = submitted_at WHERE number = $1")
REMOVE_PROPOSAL = Sql("UPDATE proposal SET removed_at = changed_at, title = 'Entfernt', text = '' WHERE number = $1")
ENTRIES = Sql("SELECT kind, key, address, title, text FROM search_entry ORDER BY key")


async def broken() -> list[str]:
    return [said for check in (*CHECKS, *WORDS) if (said := await check.find())]


async def said(number: int, text: str) -> int:
    member = await makers_proposals.me(await makers.member())
    made = await talk.say(number, Stance.FOR, text, answer_to=None, me=member)
    assert made is not None
    return made


async def test_everything_public_is_found_and_the_hit_is_marked(client: Client) -> None:
    number = await makers_proposals.proposal(title="Mehr Bänke")
    comment = await said(number, "Am Radweg nach Hengsen fehlen sie auch.")
    async with writing():
        id_ = await makers_proposals.proposal_id(number)
        await record_step(
            id_, "answered", handover=4, body="Bauausschuss", answer="yes", reason="Wir stellen zwölf auf."
        )

    in_a_comment = await client.get("/suche?worte=Fahrradweg")
    in_an_answer = await client.get("/suche?worte=zwölf&art=antworten")

    assert '<mark class="mark">Radweg</mark>' in in_a_comment.text and f"#b{comment}" in in_a_comment.text
    assert "Bauausschuss" in in_an_answer.text and '<mark class="mark">zwölf</mark>' in in_an_answer.text
    assert "Nichts gefunden" in (await client.get("/suche?worte=zwölf&art=beitraege")).text
    assert "1 Treffer" in (await client.get("/suche?worte=Bänke")).text  # not once more for each contribution
    assert await broken() == []


async def test_an_answer_without_a_proposal_and_its_decision_are_found(client: Client) -> None:
    poll = await makers_handovers.decision(question="Wollen wir ein Maskottchen?")
    handover = await makers_handovers.handed_over(poll)
    await makers_handovers.answered(handover, reason="Es wird ein Biber aus Stoff.")

    answer = await client.get("/suche?worte=Biber&art=antworten")
    decision = await client.get("/suche?worte=Maskottchen&art=entscheidungen")

    assert html.unescape(answer.text).count(f"/daraus-geworden/{handover}") == 1
    assert f"/abstimmungen/{poll}/ergebnis" in html.unescape(decision.text)


async def test_what_is_removed_is_found_no_more_and_found_again_when_it_is_back(client: Client) -> None:
    number = await makers_proposals.proposal(title="Mehr Bänke")
    comment = await said(number, "Am Radweg fehlen sie auch.")
    async with writing():
        await REMOVE.rows(comment)
        announce("proposals", f"proposal-{number}")
    assert "Nichts gefunden" in (await client.get("/suche?worte=Radweg")).text

    async with writing():
        await REMOVE_PROPOSAL.rows(number)
        announce("proposals", f"proposal-{number}")

    assert "Nichts gefunden" in (await client.get("/suche?worte=Bänke")).text
    assert await ENTRIES.rows() == []
    assert await broken() == []


async def test_verify_names_what_is_missing_stale_or_hidden() -> None:
    number = await makers_proposals.proposal(title="Mehr Bänke")
    comment = await said(number, "Am Radweg fehlen sie auch.")

    await REMOVE.rows(comment)
    assert f"Beitrag {comment}" in (await broken())[0]
    await Sql("UPDATE proposal SET title = 'Anders' WHERE number = $1").rows(number)
    assert f"Vorschlag {number}" in (await broken())[0]
    async with writing():
        announce(f"proposal-{number}")
    assert await broken() == []
    await Sql("UPDATE search_word SET uses = uses + 1 WHERE word = 'anders'").rows()
    assert "anders" in (await broken())[0]


async def test_made_anew_it_is_the_same() -> None:
    number = await makers_proposals.proposal(title="Mehr Bänke")
    await said(number, "Am Radweg fehlen sie auch.")
    before = await ENTRIES.rows()

    await tell_everything_anew()

    assert await ENTRIES.rows() == before != []
    assert await broken() == []


async def test_a_text_that_looks_like_a_tag_stays_a_text(client: Client) -> None:
    await makers_proposals.proposal(title="<script>Radweg</script>")

    page = (await client.get("/suche?worte=Radweg")).text

    assert "<script>Radweg" not in page and '&lt;script&gt;<mark class="mark">Radweg</mark>' in page


async def test_nothing_asked_gets_a_helpful_page(client: Client) -> None:
    assert "Schreib ein Wort" in (await client.get("/suche")).text
    assert "in jedem Text" in (await client.get("/suche?worte=und+der")).text
    assert (await client.get("/suche?worte=x&art=quatsch&seite=-7")).status_code == 200
