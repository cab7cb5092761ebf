"""Reads the form in which a poll is prepared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from zukunftsparlament.kernel.clock import from_local
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.polls.rules import (
    NO_TERMS,
    Draft,
    Electorate,
    Kind,
    Method,
    Secrecy,
    SeriesDraft,
    Terms,
    WhyNot,
    cents_in,
    costed_in,
    options_in,
    points_in,
)

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")
UNKNOWN_PROPOSAL = 0  # a number that no proposal has: for what is typed and is no number


class DraftForm:
    """Reads the fields of a draft. What cannot be read is a problem, and stands in as something harmless."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: dict[str, str] = {}

    def word(self, name: str, words: type[Word], usual: Word) -> Word:
        try:
            return words(self.form.text(name))
        except ValueError:
            self._wrong(name, WhyNot.NOT_OFFERED)
            return usual

    def time(self, name: str) -> datetime | None:
        return self._read(name, from_local, WhyNot.TIME_NOT_READABLE)

    def _read(self, name: str, read: Callable[[str], Read], why_not: WhyNot) -> Read | None:
        if not (typed := self.form.text(name)):
            return None
        try:
            return read(typed)
        except (ValueError, OverflowError):
            self._wrong(name, why_not)
            return None

    def _wrong(self, name: str, why_not: WhyNot) -> None:
        self.problems[name] = sentence(why_not)

    @property
    def proposal(self) -> int | None:
        if not self.form.text("proposal"):
            return None
        return self.form.number("proposal") or UNKNOWN_PROPOSAL

    def terms(self, kind: Kind) -> Terms:
        """What is missing or no number is 0: the rules say what is wrong with it."""
        match kind:
            case Kind.UP_TO:
                at_most = self.form.number("at_most")
                places = self.form.number("places") if self.form.text("places") else 1
                return Terms(at_most=at_most or 0, places=places or 0)
            case Kind.RANKED:
                return Terms(method=self.word("method", Method, Method.IRV) if self.form.text("method") else Method.IRV)
            case Kind.BUDGET:
                amount = self._read("amount", cents_in, WhyNot.AMOUNT_NOT_READABLE)
                return Terms(costs=costed_in(self.form.raw("options"))[1], amount=amount or 0)
        return NO_TERMS

    def options(self, kind: Kind) -> tuple[str, ...]:
        typed = self.form.raw("options")
        return costed_in(typed)[0] if kind is Kind.BUDGET else options_in(typed)

    def series(self) -> SeriesDraft:
        points, unread = points_in(self.form.raw("points"), self.form.raw("no_vote"))
        return SeriesDraft(paper=self.draft(Kind.YES_NO_ABSTAIN), points=points, unread=unread)

    def draft(self, kind: Kind | None = None) -> Draft:
        asked = self.asked(
            kind or self.word("kind", Kind, Kind.YES_NO_ABSTAIN),
            secrecy=self.word("secrecy", Secrecy, Secrecy.SECRET),
            electorate=self.word("electorate", Electorate, Electorate.SEATS),
        )
        return replace(asked, opens_at=self.time("opens_at"), closes_at=self.time("closes_at"))

    def asked(self, kind: Kind, *, secrecy: Secrecy, electorate: Electorate) -> Draft:
        return Draft(
            question=self.form.text("question"),
            yes_means=self.form.text("yes_means"),
            no_means=self.form.text("no_means"),
            kind=kind,
            options=self.options(kind),
            terms=self.terms(kind),
            persons=self.form.ticked("persons"),
            two_key=self.form.ticked("two_key"),
            secrecy=secrecy,
            electorate=electorate,
        )
