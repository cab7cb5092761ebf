"""A result as rows to draw or to write: the same order, the same numbers in every document."""

from dataclasses import asdict, dataclass

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.shape import Decision


@dataclass(frozen=True)
class Row:
    choice: str  # yes, no, abstain, option, or missing for those who did not vote
    label: str
    count: int
    won: bool = False


def result_rows(decision: Decision) -> list[Row]:
    """In ballot order, also what nobody chose. Votes for something that is on no ballot would come last."""
    counts = decision["counts"]
    if decision["kind"] == "yes_no_abstain":
        ballot = list(texts.CHOICES)
    else:
        ballot = [option["value"] for option in decision["options"]]
    order = ballot + [value for value in counts if value not in ballot]
    return [
        Row(
            choice=value if value in texts.CHOICES else "option",
            label=texts.label(decision, value),
            count=counts.get(value, 0),
            won=value == decision["winner"] or value in decision.get("winners", []),
        )
        for value in order
    ]


def tally(decision: Decision) -> str:
    """Yes, no, abstentions: `12 : 3 : 2`. Of several options the one with the most votes: `118 von 219`."""
    counts = [row.count for row in result_rows(decision)]
    if decision["kind"] == "yes_no_abstain":
        return " : ".join(map(str, counts))
    return f"{max(counts, default=0)} von {decision['turnout']}"


def missing(decision: Decision) -> int:
    return max(decision["electorate_size"] - decision["turnout"], 0)


def share(decision: Decision) -> str:
    """How many of the roll voted, in whole per cent: `94 %`. Nobody on the roll is `–`."""
    size = decision["electorate_size"]
    return f"{round(100 * decision['turnout'] / size)} %" if size else "–"


def in_words(decision: Decision) -> str:
    """What the drawing shows, for people who hear the document."""
    rows = ", ".join(f"{row.label} {row.count}" for row in result_rows(decision))
    return f"Ergebnis: {rows}. Nicht abgestimmt: {missing(decision)} von {decision['electorate_size']}."


def drawn(decision: Decision) -> dict[str, object]:
    """The result for a drawing: its rows, with those who did not vote last, and the same in words."""
    rows = [*result_rows(decision), Row("missing", "nicht abgestimmt", missing(decision))]
    return {"rows": [asdict(row) for row in rows], "alt": in_words(decision)}
