"""How many have voted, as far as it may be shown while a secret poll runs."""

STEP = 5


def turnout_step(cast: int, *, of: int) -> int:
    """The turnout that may be shown: "at least so many". 0 means: show nothing yet.

    A number that moves with every vote is a clock: whoever watches it beside a room, or beside a network log, learns
    who voted when. It moves in steps of five, so that each step hides one voter among five; in rolls of more than fifty
    in tenths of the roll, rounded up to fives. Rolls under five show nothing. All of the roll is shown at once, because
    the chairs can close then, and because "everybody" tells nothing about anybody's ballot.
    """
    if of < STEP:
        return 0
    if cast >= of:
        return of
    step = STEP * max(1, -(-of // (10 * STEP)))
    return cast - cast % step
