"""What this parliament calls itself and where it stands: every page and every paper says so.

Kept in memory, because pages are made without asking the store for it. `people.queries.municipality` feeds it.
"""

from dataclasses import dataclass, field

from zukunftsparlament.kernel.templates import add_global

DEFAULT = "Zukunftsparlament"


@dataclass(frozen=True, slots=True)
class Place:
    parliament: str = DEFAULT
    municipality: str = ""  # empty before `init`
    lines: tuple[str, ...] = field(init=False)  # of the word mark, two at most

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", word_mark(self.parliament))

    @property
    def whole(self) -> str:
        return whole(self.parliament, self.municipality)


def whole(parliament: str, municipality: str) -> str:
    """ "Jugendrat Beispielstadt". Where the name holds the place already, it is not said twice."""
    return parliament if municipality in parliament else f"{parliament} {municipality}"


def word_mark(name: str) -> tuple[str, ...]:
    """The name on two lines, about equally long: between words, or in front of "parlament". Else on one."""
    words = name.split()
    if len(words) > 1:
        ways = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
        return min(ways, key=lambda way: max(map(len, way)))
    before, ending, after = name.rpartition("parlament")
    return (before, ending) if before and not after else (name,)


_place = Place()


def place() -> Place:
    return _place


def stands_in(parliament: str, municipality: str) -> None:
    global _place
    if (parliament, municipality) != (_place.parliament, _place.municipality):
        _place = Place(parliament, municipality)


add_global("place", place)
