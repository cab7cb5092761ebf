"""Reads single fields of a JSON object and remembers what is wrong, so that all problems can be said at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)


class Wrong(Enum):
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    NOT_AN_OBJECT = "not_an_object"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_DAY = "not_a_day"
    NOT_ONE_OF_THE_WORDS = "not_one_of_the_words"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    MORE_THAN_THE_WHOLE = "more_than_the_whole"
    LESS_THAN_A_MAJORITY = "less_than_a_majority"
    NOBODY_CAN_REACH_IT = "nobody_can_reach_it"
    MORE_THAN_ALL_SEATS = "more_than_all_seats"
    SECOND_CALL_HARDER = "second_call_harder"
    URGENT_IS_SLOWER = "urgent_is_slower"
    BACKWARDS = "backwards"
    IN_THE_PAST = "in_the_past"
    TOO_FAR_AHEAD = "too_far_ahead"
    SAYS_THE_SAME = "says_the_same"


@dataclass(frozen=True)
class Problem:
    """`field` is a path such as `quorum.second_call.den`; the whole object is the empty path."""

    field: str
    wrong: Wrong


class WrongRuleSet(ValueError):
    """Carries every problem of a rule set, in the order of the fields."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{problem.field}: {problem.wrong.value}" for problem in problems))
        self.problems = problems


class Fields:
    """One JSON object. Each reader returns a value of the right type, a harmless stand-in where it was wrong.

    The stand-ins are never used: whoever reads asks `problems` at the end.
    """

    def __init__(self, json: object, *, path: str = "", problems: list[Problem] | None = None) -> None:
        self.problems: list[Problem] = [] if problems is None else problems
        self._path = path
        self._asked: set[str] = set()
        self._json: Mapping[str, object] = json if isinstance(json, Mapping) else {}
        self._readable = isinstance(json, Mapping)
        if not self._readable:
            self.problems.append(Problem(path, Wrong.NOT_AN_OBJECT))
        self.sound = self._readable

    def wrong_if(self, nonsense: bool, field: str, wrong: Wrong) -> None:
        """For what two fields say together: asked only while each of them can be read."""
        if nonsense and self.sound:
            self.wrong(field, wrong)

    def wrong(self, field: str, wrong: Wrong) -> None:
        if self._readable:  # else: it has been said already that nothing here can be read
            self.problems.append(Problem(self._at(field), wrong))
        self.sound = False

    def says(self, field: str, word: str) -> bool:
        self._asked.add(field)
        return self._json.get(field) == word

    def has(self, field: str) -> bool:
        """Whether an optional field is there; null is the same as not there."""
        self._asked.add(field)
        return self._json.get(field) is not None

    def number(self, field: str, least: int, most: int) -> int:
        value = self._value(field)
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong_type(field, Wrong.NOT_A_WHOLE_NUMBER)
            return least
        if value < least:
            self.wrong(field, Wrong.TOO_SMALL)
        elif value > most:
            self.wrong(field, Wrong.TOO_LARGE)
        else:
            return value
        return least

    def yes_or_no(self, field: str) -> bool:
        value = self._value(field)
        if not isinstance(value, bool):
            self._wrong_type(field, Wrong.NOT_YES_OR_NO)
        return value is True

    def word(self, field: str, words: type[Word]) -> Word:
        value = self._value(field)
        if isinstance(value, str) and value in set(words):
            return words(value)
        self._wrong_type(field, Wrong.NOT_ONE_OF_THE_WORDS)
        return next(iter(words))

    def day(self, field: str) -> date:
        value = self._value(field)
        try:
            return date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            self._wrong_type(field, Wrong.NOT_A_DAY)
            return date.min

    def inside(self, field: str) -> "Fields":
        value = self._value(field)
        if self.has(field):
            return Fields(value, path=self._at(field), problems=self.problems)
        self.wrong(field, Wrong.MISSING)
        inner = Fields({}, path=self._at(field), problems=self.problems)
        inner._readable = inner.sound = False
        return inner

    def done(self) -> None:
        """Whatever nobody asked for is a field that means nothing here, perhaps a slip of the pen."""
        for field, value in self._json.items():
            if field not in self._asked and value is not None:
                self.wrong(str(field), Wrong.UNKNOWN_FIELD)

    def _value(self, field: str) -> object:
        self._asked.add(field)
        return self._json.get(field)

    def _wrong_type(self, field: str, wrong: Wrong) -> None:
        self.wrong(field, wrong if self.has(field) else Wrong.MISSING)

    def _at(self, field: str) -> str:
        return f"{self._path}.{field}" if self._path else field
