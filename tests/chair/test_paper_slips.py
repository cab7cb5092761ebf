"""Slips for votes on paper: what is printed on them, and what is read off those with several marks."""

from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from tests import makers_paper, makers_votes
from tests.chair.test_paper import chairs
from tests.client import as_read
from zukunftsparlament.dossiers.paper_slips import slips_pdf
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import Kind, Method, Secrecy, Terms

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize(
    ("kind", "terms", "marks", "wrong"),
    [
        (Kind.UP_TO, Terms(at_most=2, places=2), "3 + 1", ("1, 2, 3", "1, 1", "4", "x")),
        (Kind.RANKED, Terms(), "C, a B", ("aa", "0", "d")),
        (Kind.RANKED, Terms(method=Method.POINTS), "3,1", ("1, 2, 3",)),
        (Kind.BUDGET, Terms(costs=(100, 200, 300), amount=400), "3 1", ("2, 3", "9")),
    ],
)
async def test_numbers_are_read_off_the_slips(kind: Kind, terms: Terms, marks: str, wrong: tuple[str, ...]) -> None:
    """Whoever types numbers need not choose "Kreuze oder Zahlen" too; what cannot be stands beside its slip."""
    room = await makers_votes.room(voters=6)
    one, other = await chairs(room)
    number, slips = await makers_paper.opened(room, options="Ada\nBo\nCy", kind=kind, terms=terms, printed=3)
    await makers_votes.closed(number)
    address = f"/abstimmungen/{number}/papier"

    def form(*numbers: str) -> dict[str, str]:
        said = dict(zip((f"marks-{slip}" for slip in slips), numbers, strict=True))
        return {"round": "1", f"slip-{slips[2]}": "abstain"} | said

    for typed in wrong:
        seen = await one.send_form(address + "/eintrag", form(marks, typed, ""))
        assert (
            seen.status_code == 422 and as_read(seen.text).count("Das geht auf diesem Zettel nicht") == 2
        )  # on top too
        assert f'value="{typed}"' in seen.text
    for client in (one, other):
        assert (await client.send_form(address + "/eintrag", form(marks, marks, ""))).status_code == 303
    poll = await queries.poll(number)
    assert (poll.paper_given, poll.paper_returned, poll.paper_invalid) == (3, 3, 0)
    await actions.show_result(number, actor="system")
    listed = {one["receipt"]: one["choice"] for one in (await queries.published_poll(number)).list_["ballots"]}
    assert listed[slips[2]] == ["abstain"] and listed[slips[0]] == listed[slips[1]]
    assert listed[slips[0]] == (["3", "1", "2"][: len(listed[slips[0]])] if kind is Kind.RANKED else ["1", "3"])


@pytest.mark.parametrize(
    ("kind", "options", "terms", "said"),
    [
        (None, "", Terms(), "Ja heißt"),
        (Kind.UP_TO, "Ada\nBo\n日本\u202e #import <b>", Terms(at_most=2, places=2), "2 Kreuze"),
        (Kind.RANKED, "Ada\nBo", Terms(), "1 für deinen ersten Platz"),
        (Kind.RANKED, "Ada\nBo", Terms(method=Method.POINTS), "1 für deine Erststimme"),
        (Kind.BUDGET, "Ada\nBo", Terms(costs=(100, 20_000), amount=20_000), "200"),
    ],
)
async def test_everybody_can_read_the_slips(kind: Kind | None, options: str, terms: Terms, said: str) -> None:
    room = await makers_votes.room(voters=4)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET, kind=kind, options=options, terms=terms)
    await actions.draw_slips(number, 7, printed=0, actor="chair:1")
    poll = await queries.poll(number)
    drawn = (await queries.papers_of(poll)).drawn
    body = slips_pdf(poll, drawn)

    report = page.validate_pdf_bytes(body, profile="ua1")
    assert report.is_compliant, report.to_json()
    text = " ".join("".join(one.extract_text() for one in PdfReader(BytesIO(body)).pages).split())
    assert said in text and text.count("Das behältst du") == 7
    assert body == slips_pdf(poll, drawn)


async def test_slips_of_an_open_vote_say_the_seat() -> None:
    room = await makers_votes.room(voters=4)
    number = await makers_votes.prepared(room)
    body = slips_pdf(await queries.poll(number), [])
    assert page.validate_pdf_bytes(body, profile="ua1").is_compliant
    said = "".join(one.extract_text() for one in PdfReader(BytesIO(body)).pages)
    assert said.count("Mein Sitz") == 6
