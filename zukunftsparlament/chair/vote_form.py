"""Reads the form in which a vote of a sitting is prepared."""

from zukunftsparlament.chair.vote_words import KindOfVote, kind_of_vote
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.polls.controllers.draft_form import DraftForm
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy, cents_in
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere

KINDS = {
    KindOfVote.ALTERNATIVES: Kind.ONE_OF,
    KindOfVote.UP_TO: Kind.UP_TO,
    KindOfVote.RANKED: Kind.RANKED,
    KindOfVote.BUDGET: Kind.BUDGET,
}
HANDS = "hands"
BY_SCHOOL = (KindOfVote.WHOLE, KindOfVote.ALTERNATIVES, KindOfVote.UP_TO, KindOfVote.RANKED, KindOfVote.BUDGET)
KEPT = ("secrecy", "fund", "cents")


class HeldForm(DraftForm):
    """As outside a sitting, and how it is held."""

    @property
    def kind(self) -> KindOfVote:
        return kind_of_vote(self.form.text("kind"))

    def draft(self, kind: Kind | None = None) -> Draft:
        if self.form.text("kind"):
            self.word("kind", KindOfVote, self.kind)  # nobody votes on something else than was chosen
        kind = kind or KINDS.get(self.kind, Kind.YES_NO_ABSTAIN)
        secrecy = Secrecy.OPEN if self.by_hands else self.word("secrecy", Secrecy, Secrecy.OPEN)
        return self.asked(kind, secrecy=secrecy, electorate=Electorate.SEATS)

    @property
    def by_hands(self) -> bool:
        return self.form.text("secrecy") == HANDS

    def held(self) -> HeldAs:
        amends = (self.form.number("amends") or 0) if self.kind is KindOfVote.AMENDMENT else None
        return HeldAs(
            straw=self.form.ticked("straw"),
            by_hands=self.by_hands,
            amends=amends or (-1 if self.kind is KindOfVote.AMENDMENT else None),
            question=self.form.text("new_question"),
            yes_means=self.form.text("new_yes_means"),
            fund=self.form.number("fund") if amends is None else None,
            cents=self._cents(),
            by_school=self.form.ticked("by_school") and self.kind in BY_SCHOOL,
        )

    def _cents(self) -> int | None:
        if not self.form.text("fund") or not self.form.text("cents"):
            return None
        try:
            return cents_in(self.form.text("cents"))
        except ValueError:
            self.problems["cents"] = sentence(WhyNotHere.CENTS_MISSING)
            return None


def typed_again(typed: Form, *, suggested: Form, fresh: Form) -> Form:
    """What somebody has typed, and what a fresh form of the kind that was tapped says where nothing is.

    `suggested`: what stood there by itself before; it goes with its kind.
    """
    own = {field for field in suggested.fields if field[0] not in KEPT}
    keep = [field for field in typed.without("art", "kind") if field[1].strip() and field not in own]
    names = {name for name, _value in keep}
    return Form([*keep, *(field for field in fresh.fields if field[0] not in names)])
