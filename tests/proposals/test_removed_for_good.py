"""Pictures and older versions go and come back with what they belong to; wiped is wiped, in every file of the store."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from tests import makers, makers_pictures, makers_proposals
from tests import makers_moderation as posts
from tests.client import Client
from tests.polls.forensics import HEAP, take_copies
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.office.objections import carry_out as rule_on
from zukunftsparlament.office.reports import carry_out as settle
from zukunftsparlament.proposals.actions import edits
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.objections import object_to
from zukunftsparlament.proposals.actions.reporting import report_picture
from zukunftsparlament.proposals.actions.wiping import TABLES, wipe_removed
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.queries import versions
from zukunftsparlament.proposals.queries.pictures import picture_of
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.moderation import Verdict
from zukunftsparlament.proposals.rules.objections import TIME_TO_OBJECT, Ruling

pytestmark = pytest.mark.usefixtures("store")

TITLE, WORDS = "Unverwechselbarer Trichterling", "Ein ganz besonderer Satz ueber Klaus-Heinrich."
PICTURE = "Zwei Kinder winken hinter einem gestreiften Ball."


async def office() -> Moderator:
    id_ = await makers.staff()
    return Moderator(f"office:{id_}", None, id_)


async def a_proposal(author: int) -> tuple[int, int]:
    """Its number and row id; with a picture."""
    number = await makers_proposals.proposal(author=author, title=TITLE)
    id_ = await makers_proposals.proposal_id(number)
    await Sql("UPDATE proposal SET text = $1 WHERE id = $2").rows(WORDS, id_)
    await makers_pictures.picture(id_, alt=PICTURE)
    return number, id_


async def removed(report: str) -> str:
    done = await settle(report, Verdict.REMOVE, "So nicht.", by=await office())
    return str(done.removal)


async def test_a_picture_alone_is_reported_removed_and_put_back(client: Client) -> None:
    author, reporter = await makers.member(), await makers.member()
    number, id_ = await a_proposal(author)
    await client.sign_in(member=reporter)
    address = f"/vorschlaege/{number}/bild/meldungen"
    assert "Das Bild bei" in (await client.get(address)).text
    for _ in range(2):
        assert (await client.send_form(address, {"reason": "picture"})).status_code == 303
    [report] = [row["token"] for row in await posts.TOKENS.rows()]
    await client.sign_in(staff=await makers.staff())
    shown = (await client.get(f"/buero/meldungen/{report}")).text
    assert "Gemeldetes Bild" in shown and PICTURE in shown and WORDS not in shown

    token = await removed(report)
    page = (await client.get(f"/vorschlaege/{number}")).text
    assert PICTURE not in page and WORDS in page and await picture_of(id_) is None

    await object_to(token, "Das bin nur ich.", author=author)
    assert PICTURE in (await client.get(f"/buero/einsprueche/{token}")).text
    await rule_on(token, Ruling.PUT_BACK, "Stimmt.", by=await office())
    back = await picture_of(id_)
    assert back is not None and back.alt == PICTURE
    assert (await posts.told(reporter))[-2:] == ["report_settled", "report_reviewed"]


async def test_without_a_picture_there_is_none_to_report(client: Client) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())

    answer = await client.send_form(f"/vorschlaege/{number}/bild/meldungen", {"reason": "picture"})

    assert answer.status_code == 404


async def test_a_new_picture_is_not_removed_for_the_old_one() -> None:
    number, id_ = await a_proposal(await makers.member())
    await report_picture(number, ReportReason.PICTURE, "", reporter=await makers.member())
    await makers_pictures.picture(id_, alt="Ein anderes")

    await removed(str((await posts.TOKENS.rows())[0]["token"]))

    shown = await picture_of(id_)
    assert shown is not None and shown.alt == "Ein anderes"


async def test_the_picture_of_a_removed_proposal_comes_back_with_it() -> None:
    author = await makers.member()
    number, id_ = await a_proposal(author)
    token = await removed(await posts.reported_proposal(number, reporter=await makers.member()))
    assert await picture_of(id_) is None
    await object_to(token, "Doch.", author=author)
    await Sql("UPDATE removal SET removed_at = $1").rows(now() - 3 * TIME_TO_OBJECT)
    await wipe_removed()

    await rule_on(token, Ruling.PUT_BACK, "Ja.", by=await office())

    assert await picture_of(id_) is not None
    assert await Sql("SELECT title FROM proposal WHERE id = $1").value(id_) == TITLE


async def everything() -> bytes:
    found = [
        b"".join(pieces) for name, pieces in (await take_copies()).items() if settings().is_sqlite or name == "file"
    ]
    if not settings().is_sqlite:  # what PostgreSQL keeps in its own log is out of reach
        found += [bytes(await HEAP.value(table)) for table in TABLES]
    pictures: list[Path] = list((settings().data / "pictures").glob("*"))
    return b"\n".join([*found, *(str(path).encode() for path in pictures)])


async def test_what_nobody_wanted_back_is_in_no_file_any_more() -> None:
    author, reporter = await makers.member(), await makers.member()
    number, id_ = await a_proposal(author)
    await removed(await posts.reported_proposal(number, reporter=reporter))
    before = await everything()
    assert all(secret.encode() in before for secret in (TITLE, WORDS, PICTURE))
    await Sql("UPDATE removal SET removed_at = $1").rows(now() - TIME_TO_OBJECT - timedelta(seconds=1))

    assert await wipe_removed() == 1

    after = await everything()
    assert [secret for secret in (TITLE, WORDS, PICTURE) if secret.encode() in after] == []
    assert await Sql("SELECT count(*) FROM picture WHERE proposal = $1").value(id_) == 0


@pytest.mark.parametrize("turn", range(3))
async def test_removing_and_editing_at_once_leaves_no_word_and_comes_back_whole(turn: int) -> None:
    """Whichever is first: nothing stands on the page, and an objection brings back the newest words."""
    author = await makers.member()
    number, id_ = await a_proposal(author)
    me = await makers_proposals.me(author)
    changed = {"title": TITLE, "text": WORDS + " Und mehr.", "reason": "Darum.", "topic": "sport"}
    await edits.keep(number, author, changed, stamp="")
    report = await posts.reported_proposal(number, reporter=await makers.member())

    async def edited() -> bool:
        try:
            return await edits.submit(number, me)
        except (Refused, Missing):
            return False  # it was removed before

    both = (removed(report), edited()) if turn % 2 else (edited(), removed(report))
    outcomes = await asyncio.gather(*both)
    token = next(outcome for outcome in outcomes if isinstance(outcome, str))
    was_edited = True in outcomes

    assert await Sql("SELECT text FROM proposal WHERE id = $1").value(id_) == ""
    with pytest.raises(Missing):
        await versions.versions(number)
    await object_to(token, "Doch.", author=author)
    await rule_on(token, Ruling.PUT_BACK, "Ja.", by=await office())
    assert await Sql("SELECT text FROM proposal WHERE id = $1").value(id_) == (changed["text"] if was_edited else WORDS)
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)
