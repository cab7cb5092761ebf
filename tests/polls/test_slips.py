"""Any slip can be shown as one's own, is found by its pictures, and the list is turned over page by page."""

import html
import re
from urllib.parse import quote

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from tests.statements import counted
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.controllers.slips import PAGE_SIZE, slip_page
from zukunftsparlament.polls.rules import Secrecy
from zukunftsparlament.polls.shown import Slip, pictures

pytestmark = pytest.mark.usefixtures("store")

WORDS = ("igel-mond-tür-apfel", "igel-bär-tor-zwiebel", "wal-mond-bär-rose")


async def with_slips(*receipts: str) -> int:
    """A published secret poll with exactly these receipts; the first voter says yes, all others no."""
    poll = await makers_polls.opened(voters=max(3, len(receipts)))
    for n, (voter, receipt) in enumerate(zip(poll.voters, receipts, strict=False)):
        slip = makers_polls.slip(poll.number, receipt)
        await makers_polls.vote(poll, voter, "no" if n else "yes", receipt=slip)
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(poll.number, actor=CHAIR)
    return poll.number


def without_words(text: str, receipt: str) -> str:
    """What a page says, without the words of one receipt."""
    text = html.unescape(text).partition("<main")[2].partition("</main")[0].replace(quote(receipt), "")
    for mark in pictures(receipt):
        text = text.replace(f"{mark.word}</li>", "</li>").replace(mark.slug, "")
    return re.sub(r"\.[0-9a-f]{12}\.svg", "", text)


async def test_every_slip_is_the_same_page_but_for_its_pictures(client: Client) -> None:
    number = await with_slips(*WORDS)
    pages = []
    for receipt in WORDS[1:]:
        answer = await client.get(f"/abstimmungen/{number}/zettel/{quote(receipt)}")
        assert answer.status_code == 200
        assert all(f"{mark.word}</li>" in answer.text for mark in pictures(receipt))
        assert "Nein</span>" in answer.text and "Soll es einen Skatepark geben?" in answer.text
        pages.append(without_words(answer.text, receipt))
    assert pages[0] == pages[1]
    await client.sign_in(member=await makers.member())
    assert (await client.get(f"/abstimmungen/{number}/zettel/{quote(WORDS[0])}")).status_code == 200


async def test_a_receipt_that_came_twice_shows_both_slips(client: Client) -> None:
    number = await with_slips(WORDS[0], WORDS[0], WORDS[1])
    page = (await client.get(f"/abstimmungen/{number}/zettel/{quote(WORDS[0])}")).text
    assert page.count('class="paper"') == 2 and "beide Stimmen sind gezählt" in page


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Igel", [0, 1]), ("mond igel", [0]), ("TUER", [0]), ("Tür", [0]), ("bär", [1, 2]), ("baer wal", [2]),
        ("igel igel", []), ("zwie", [1]), ("igel-mond-tür-apfel", [0]), ("Igel · Mond", [0]), ("xyz", []),
        ("  ", [0, 1, 2]), ("<b>" * 7000, []),
    ],
)  # fmt: skip
def test_a_slip_is_found_by_some_of_its_words(typed: str, found: list[int]) -> None:
    slips = [Slip(words=pictures(receipt), receipt=receipt, sides=[], twice=False) for receipt in WORDS]
    assert [WORDS.index(slip.receipt) for slip in slip_page(slips, typed, 1).slips] == found


async def test_the_search_says_how_many_fit_and_keeps_what_was_typed(client: Client) -> None:
    number = await with_slips(*WORDS)
    page = (await client.get(f"/abstimmungen/{number}/zettel", params={"zeichen": 'bär "'})).text
    assert "0 Zettel passen." in page and "bär &quot;" in page.replace("&#34;", "&quot;")
    assert "2 Zettel passen." in (await client.get(f"/abstimmungen/{number}/zettel?zeichen=igel")).text


async def test_long_lists_are_turned_over(client: Client) -> None:
    poll = await makers_polls.published(["yes"] * (PAGE_SIZE + 3))
    first, second, beyond = [
        (await client.get(f"/abstimmungen/{poll.number}/zettel?seite={page}")).text for page in (1, 2, 99)
    ]
    line = f'href="/abstimmungen/{poll.number}/zettel/'
    assert (first.count(line), second.count(line), beyond.count(line)) == (PAGE_SIZE, 3, 3)
    assert "Seite 1 von 2" in first and "Seite 2 von 2" in beyond


async def test_the_list_needs_as_many_statements_for_three_as_for_one(client: Client) -> None:
    needed = []
    for receipts in (WORDS[:1], WORDS):
        number = await with_slips(*receipts)
        with counted() as asked:
            await client.get(f"/abstimmungen/{number}/zettel")
        needed.append(len(asked))
    assert needed[0] == needed[1] <= 5


async def test_no_slip_before_publication_and_none_of_open_polls(client: Client) -> None:
    closed = await makers_polls.counted(["yes", "no", "yes"])
    opened = await makers_polls.published(["yes", "no"], secrecy=Secrecy.OPEN)
    other = await with_slips(*WORDS)
    for path in (
        f"{closed.number}/zettel",
        f"{opened.number}/zettel",
        f"{opened.number}/zettel/igel",
        f"{other}/zettel/wal-wal-wal-wal",
        f"{other}/zettel/" + "x" * 5000,
        "99/zettel",
    ):
        assert (await client.get(f"/abstimmungen/{path}")).status_code == 404


async def test_anybody_may_try_a_ballot_and_nothing_is_kept_of_it(client: Client) -> None:
    with counted() as asked:
        first = await client.get("/abstimmungen/probe")
        after = [(await client.get("/abstimmungen/probe", params={"choice": c})).text for c in ("1", "2", "abstain")]
    assert (first.status_code, len(asked), "set-cookie" in first.headers) == (200, 0, False)
    assert "Das ist eine Übung." in first.text and 'name="choice" value="2"' in first.text
    for text, said in zip(after, ("Pizza", "Nudeln", "Enthaltung"), strict=True):
        mine = text.partition("dein Zettel")[0].rpartition("<b>")[2]
        assert mine.startswith(said) and "Deine Stimme ist drin." in text
    assert (await client.get("/abstimmungen/probe?choice=nichts")).text.count("paper__choice") > 2
