import ast
from pathlib import Path

import zukunftsparlament
from zukunftsparlament.kernel.texts import apart
from zukunftsparlament.mine.texts import SENTENCES, message_sentence
from zukunftsparlament.mine.way_texts import STEPS
from zukunftsparlament.proposals.actions.moderation import MESSAGE
from zukunftsparlament.proposals.actions.steps import TOLD

SOURCES = Path(zukunftsparlament.__file__).parent


def kinds_told_in(source: Path) -> set[str]:
    """The second argument of each `tell(members, "kind", …)` and `tell_for_today`."""
    calls = [node for node in ast.walk(ast.parse(source.read_text())) if isinstance(node, ast.Call)]
    kinds = [
        call.args[1]
        for call in calls
        if getattr(call.func, "id", "") in ("tell", "tell_for_today") and len(call.args) > 1
    ]
    return {str(kind.value) for kind in kinds if isinstance(kind, ast.Constant)}


def test_every_kind_of_message_has_its_sentence() -> None:
    told = set(MESSAGE.values()).union(*(kinds_told_in(source) for source in SOURCES.rglob("*.py")))

    assert told <= set(SENTENCES)
    assert set(STEPS) == TOLD
    assert len(told) >= 9


def test_a_message_with_missing_facts_still_says_something() -> None:
    assert message_sentence("way", {}) == f"„{apart('')}“: Es ist etwas passiert."
    assert message_sentence("way", {"steps": [{"kind": "answered"}]}) == f"„{apart('')}“: Es gibt eine Antwort: ."
    assert message_sentence("unheard_of", {"title": "Skatepark"}) == f"Es gibt etwas Neues: „{apart('Skatepark')}“"


def test_the_answer_and_the_day_are_said_in_words() -> None:
    given = {"kind": "handed_over", "body": "Verkehrsausschuss", "answer_by": "2027-02-03"}
    steps = [{"kind": "accepted"}, given, {"kind": "answered", "answer": "differently"}]

    assert message_sentence("way", {"title": "Bus", "steps": steps}) == (
        f"„{apart('Bus')}“: Angenommen! Jetzt ist es bei den Erwachsenen: Verkehrsausschuss. "
        "Antwort bis 3. Februar 2027. Es gibt eine Antwort: Ja, aber anders."
    )


def test_braces_in_a_title_are_only_text() -> None:
    assert "{0.__class__}" in message_sentence("proposal_ripe", {"title": "{0.__class__}"})


def test_a_title_that_turns_the_direction_turns_only_itself() -> None:
    said = message_sentence("proposal_ripe", {"title": "a\u2069\u202eb"})

    assert "„\u2068a\u202eb\u2069“" in said
