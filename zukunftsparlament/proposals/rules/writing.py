"""How long texts may be, and what is wrong with one. A limit is said in the form before."""

from collections.abc import Mapping
from enum import Enum

# In characters, as Python counts them.
TITLE, TEXT, REASON, FOR_WHOM, PLACE = 80, 2000, 1000, 100, 100
CONTRIBUTION, REPORT_TEXT, WITHDRAWAL_REASON, OFFICE_WORDS = 1000, 1000, 500, 1000

LIMITS = {"title": TITLE, "text": TEXT, "reason": REASON, "for_whom": FOR_WHOM, "place": PLACE}
KEPT_AT_MOST = 20_000  # a draft keeps what was typed although it is too long, but not a whole book
TOPICS = ("schule", "freizeit", "verkehr", "umwelt", "sport", "digital", "zusammenleben", "sonstiges")
STEPS: dict[int, tuple[str, ...]] = {1: ("title", "text"), 2: ("reason",), 3: ("for_whom", "topic", "place")}
NEEDED = ("title", "text", "reason", "topic")


class Problem(Enum):
    """What is wrong with one field."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_OFFERED = "not_offered"


def problem_of(typed: str, *, limit: int, needed: bool = True) -> Problem | None:
    if needed and not is_visible(typed):
        return Problem.EMPTY
    return Problem.TOO_LONG if len(typed) > limit else None


def is_visible(text: str) -> bool:
    """Whether there is anything to read: spaces and invisible characters alone are nothing."""
    return any(character.isprintable() and not character.isspace() for character in text)


def problems_of(typed: Mapping[str, str]) -> dict[str, Problem]:
    """What is wrong with these fields of a proposal; only those that are there are looked at."""
    problems: dict[str, Problem] = {}
    for name, text in typed.items():
        if name == "topic":
            problem = None if text in TOPICS else Problem.NOT_OFFERED
        else:
            problem = problem_of(text, limit=LIMITS[name], needed=name in NEEDED)
        if problem:
            problems[name] = problem
    return problems


def step_of(name: str) -> int:
    """In which step of the wizard a field is asked for."""
    return next(step for step, names in STEPS.items() if name in names)
