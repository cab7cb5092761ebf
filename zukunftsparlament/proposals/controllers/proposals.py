"""The wall, and the page of one proposal."""

from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.people.access import public, whoever
from zukunftsparlament.proposals import timeline
from zukunftsparlament.proposals.coming import coming
from zukunftsparlament.proposals.queries import pages, talk, walls
from zukunftsparlament.proposals.queries.turned_down import may_undo
from zukunftsparlament.proposals.rules import Stage, next_step
from zukunftsparlament.proposals.rules.writing import CONTRIBUTION
from zukunftsparlament.proposals.texts import GROUPS, TOPICS


class ProposalController(Controller):
    guards = [public]

    @get("/vorschlaege", name="wall")
    async def wall(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request)
        wall = await walls.wall(
            topic=asked.text("thema"),
            stand=asked.text("stand"),
            page=asked.text("seite"),
            search=asked.text("suche"),
            order=asked.text("folge"),
            member=_member(),
        )
        order = wall.order if wall.order == "gemischt" else ""
        narrowed = {"thema": wall.topic, "stand": wall.stand, "suche": wall.search, "folge": order}
        way_on = urlencode([*((name, value) for name, value in narrowed.items() if value), ("seite", "")])
        return kept(
            "proposals/wall.html",
            wall=wall,
            topics=TOPICS,
            groups=GROUPS,
            pages_address=f"/vorschlaege?{way_on}",
            words=urlencode({"worte": wall.search}),
        )

    @get("/vorschlaege/{number:int}", name="proposal")
    async def show(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        answer_to = request.query_params.get("antwort", "")
        return kept("proposals/proposal.html", **await found_for(number, Form([("answer_to", answer_to)])))


def _member() -> int | None:
    me = whoever()
    return me.member if me else None


async def found_for(number: int, form: Form) -> dict[str, Any]:
    """Everything that the page of a proposal shows to whoever asks; `form` is the contribution being written."""
    proposal = await pages.proposal(number, member=_member())
    steps, joined = await pages.steps_and_joined(proposal.id)
    collecting = proposal.stage is Stage.PUBLIC
    ahead = next_step(proposal.stage, _facts(steps, proposal.stage), today=today())
    needed = await pages.backings_needed() if collecting else None
    voices = await talk.voices(proposal.id, member=_member() if proposal.has_spoken else None)
    return {
        "proposal": proposal,
        "joined": joined,
        "may_undo": may_undo(steps, now()),
        "picture": proposal.picture,
        "lines": timeline.lines(steps),
        "answers": timeline.answers(steps),
        "coming": coming(ahead, backings=proposal.backings, needed=needed),
        "voices": voices,
        "answered": _answered(voices, form.number("answer_to")),
        "form": form,
        "limit": CONTRIBUTION,
        "said": "",
        "needed": needed,
    }


def _facts(steps: list[pages.Step], stage: Stage) -> dict[str, Any]:
    """Of the newest step of this stage."""
    return next((step.facts for step in reversed(steps) if step.kind == stage), {})


def _answered(voices: dict[str, list[talk.Voice]], number: int | None) -> talk.Voice | None:
    """The contribution that is being answered, if it is one of these."""
    shown = (voice for side in voices.values() for voice in side)
    return next((voice for voice in shown if number is not None and voice.number == number), None)
