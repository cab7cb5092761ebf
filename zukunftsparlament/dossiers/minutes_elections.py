"""Elections in the minutes: who has how many votes, who is in, who moves up."""

from collections.abc import Iterator

from zukunftsparlament.dossiers.blocks import Block, Grid, Heading, Words
from zukunftsparlament.minutes.shape import Json

SIDES = {"": "", "younger": " (die Jüngeren)", "older": " (die Älteren)"}


def elected(one: Json) -> Iterator[Block]:
    yield Heading(f"Wahl: {one['title'].strip() or 'ohne Titel'}{SIDES[one['side']]}", level=3)
    if one["ranking"]:
        rows = [(f"{each['place']}.", each["label"], str(each["votes"])) for each in one["ranking"]]
        yield Grid("Reihenfolge nach Stimmen", (20, 106, 40), rows, header=("Platz", "Wer", "Stimmen"))
    if one["elected"]:
        yield Words(f"Gewählt: {', '.join(one['elected'])}", style="lead")
    for lead, labels in (
        ("Nachgerückt:", one["moved_up"]),
        ("Angenommen haben die Wahl nicht:", one["declined"]),
        ("Gleich viele Stimmen, noch offen:", one["tied"]),
        ("Vertretung, in dieser Reihenfolge:", [" und ".join(group) for group in one["deputies"]]),
    ):
        if labels:
            yield Words(", ".join(labels), lead=lead)
    if one.get("by_lot"):
        said = "Sie haben gleich viele Stimmen wie andere. In welcher Reihenfolge sie nachrücken, hat das Los gezogen."
        yield Words(said, lead=f"{', '.join(one['by_lot'])}:")
    if one["free"]:
        yield Words("Nicht alle Plätze sind besetzt.")
