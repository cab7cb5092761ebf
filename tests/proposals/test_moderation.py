import asyncio

import pytest

from tests import makers, makers_proposals
from tests import makers_moderation as posts
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.actions.talk import say
from zukunftsparlament.proposals.queries import desk, held
from zukunftsparlament.proposals.rules import Stance
from zukunftsparlament.proposals.rules.moderation import Decision, WhyNotModerate

pytestmark = pytest.mark.usefixtures("store")

OFFICE = Moderator("office:Jugendbüro", None)
COMMENTS = Sql("SELECT comments FROM proposal WHERE number = $1")


async def test_a_released_proposal_gets_its_number_and_its_author_is_told() -> None:
    author = await makers.member(under_14=True)
    token = await posts.held_proposal(author=author)

    post, is_ours = await decide(token, Decision.RELEASE, "", by=OFFICE)

    assert (post.decided, post.number, is_ours) == ("release", 1, True)
    assert await posts.told(author) == ["proposal_released"]
    assert await held.waiting() == 0


async def test_a_released_contribution_counts() -> None:
    author, under = await makers.member(), await posts.public_proposal()
    token = await posts.held_comment(author=author, under=under)

    post, _ = await decide(token, Decision.RELEASE, "", by=OFFICE)

    assert (post.decided, post.number, await COMMENTS.value(under)) == ("release", 1, 1)
    assert await posts.told(author) == ["comment_released"]


@pytest.mark.parametrize(("decision", "kind"), [(Decision.ASK, "asked_back"), (Decision.DECLINE, "declined")])
async def test_the_author_reads_why(decision: Decision, kind: str) -> None:
    author = await makers.member()
    token = await posts.held_proposal(author=author)

    post, _ = await decide(token, decision, "Lass die Nummer weg.", by=OFFICE)

    assert (post.decided, post.number, post.office_words) == (decision.value, None, "Lass die Nummer weg.")
    assert await posts.told(author) == [kind]


async def test_only_a_release_is_announced() -> None:
    author, under = await makers.member(), await posts.public_proposal()
    tokens = [await posts.held_proposal(author=author), await posts.held_comment(author=author, under=under)]
    before = hub.everything

    for token in tokens:
        await decide(token, Decision.DECLINE, "Nein.", by=OFFICE)

    assert hub.everything == before


async def test_the_journal_knows_the_act_and_never_the_words() -> None:
    token = await posts.held_proposal(author=await makers.member())

    await decide(token, Decision.DECLINE, "Geheimer Grund", by=Moderator("moderator", await makers.member()))

    [entry] = await posts.JOURNAL.rows()
    assert entry == {
        "actor": "moderator",
        "verb": "decline",
        "subject_kind": "proposal",
        "subject_number": None,
        "details": "",
    }


async def test_nobody_decides_about_their_own_post() -> None:
    moderator = await makers.member(role="moderator")
    token = await posts.held_proposal(author=moderator)

    with pytest.raises(Refused) as refused:
        await decide(token, Decision.RELEASE, "", by=Moderator("moderator", moderator))

    assert refused.value.reason is WhyNotModerate.OWN_POST
    assert await held.waiting() == 1


async def test_of_two_moderators_at_once_one_decides() -> None:
    author = await makers.member()
    token = await posts.held_proposal(author=author)

    decided = await asyncio.gather(
        decide(token, Decision.RELEASE, "", by=OFFICE),
        decide(token, Decision.DECLINE, "Nein.", by=Moderator("moderator", await makers.member())),
    )

    assert sorted(is_ours for _, is_ours in decided) == [False, True]
    assert len({post.decided for post, _ in decided}) == 1
    assert len(await posts.told(author)) == len(await posts.JOURNAL.rows()) == 1


async def test_the_queue_is_oldest_first_and_knows_only_what_waits() -> None:
    author = await makers.member(under_14=True)
    under = await posts.public_proposal()
    await posts.held_comment(author=author, under=under, text="zuletzt")
    await posts.held_proposal(author=author, title="zuerst", days_ago=3)
    asked = await posts.held_proposal(author=author, title="gefragt", days_ago=5)
    await decide(asked, Decision.ASK, "Was meinst du?", by=OFFICE)

    queue = await held.queue(1)

    assert [(post.kind, post.text[:6], post.codes) for post in queue.posts] == [
        ("proposal", "Wir wo", ["under_14"]),
        ("comment", "zuletz", ["phone"]),
    ]
    assert (queue.count, queue.pages) == (2, 1)
    at_a_glance = await desk.waiting_for(None)
    assert (at_a_glance.held, at_a_glance.oldest) == (2, queue.posts[0].submitted_at)


async def test_a_token_that_nobody_has_is_missing() -> None:
    with pytest.raises(Missing):
        await decide("gibtesnicht", Decision.RELEASE, "", by=OFFICE)


async def test_talking_and_releasing_at_once_do_not_wait_in_a_circle() -> None:
    under = await posts.public_proposal()
    me = await makers_proposals.me(await makers.member())
    tokens = [await posts.held_comment(author=await makers.member(), under=under, text=f"Ja {n}") for n in range(8)]

    await asyncio.gather(
        *(decide(token, Decision.RELEASE, "", by=OFFICE) for token in tokens),
        *(say(under, Stance.FOR, f"Finde ich gut, {n} mal", answer_to=None, me=me) for n in range(8)),
    )

    assert await COMMENTS.value(under) == 16
