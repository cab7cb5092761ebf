"""What an agenda means for the proposals on it: a step on their way."""

from typing import Any

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.sittings.queries import Sitting


async def tell_the_proposal(sitting: Sitting, proposal: int, *, reason: str = "", off: bool = False) -> None:
    """`proposal` is a row id. Inside `writing()`. Of a rehearsal nobody's proposal hears anything."""
    if sitting.is_rehearsal:
        return
    day = sitting.times.starts_at.astimezone(HERE).date().isoformat()
    facts: dict[str, Any] = {"sitting": sitting.number, "day": day} | ({"reason": reason} if reason else {})
    await record_step(proposal, "off_agenda" if off else "on_agenda", **facts)
