"""Reads the form of an item, and fills it for one that stands there already."""

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.polls.rules import cents_in, money
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.queries import Item
from zukunftsparlament.sittings.rules import ItemKind
from zukunftsparlament.sittings.rules.agenda import ItemDraft, ItemFlaw


class ItemForm:
    """What cannot be read is a problem beside its field."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._flaws: dict[str, ItemFlaw] = {}

    @property
    def problems(self) -> dict[str, str]:
        return said(self._flaws)

    def draft(self, *, proposal: int | None = None) -> ItemDraft:
        words = {name: self.form.text(name) for name in ("title", "text", "owner", "money_source", "late_reason")}
        return ItemDraft(
            kind=ItemKind.PROPOSAL if proposal else self._kind(),
            minutes=self._minutes(),
            public=not self.form.ticked("closed_doors"),
            parent=self.form.number("parent"),
            proposal=proposal,
            cents=self._cents(),
            **words,
        )

    def _kind(self) -> ItemKind:
        typed = self.form.text("kind")
        if typed in list(ItemKind):
            return ItemKind(typed)
        self._flaws["kind"] = ItemFlaw.KIND_UNKNOWN
        return ItemKind.OTHER

    def _minutes(self) -> int | None:
        if not self.form.text("minutes"):
            return None
        found = self.form.number("minutes")
        if found is None:
            self._flaws["minutes"] = ItemFlaw.MINUTES_ABSURD
        return found

    def _cents(self) -> int | None:
        typed = self.form.text("amount")
        try:
            return cents_in(typed) if typed else None
        except ValueError:
            self._flaws["amount"] = ItemFlaw.AMOUNT_UNREADABLE
            return None


def filled_item(item: Item) -> Form:
    fields = [(name, str(getattr(item, name))) for name in ("title", "text", "owner", "money_source", "late_reason")]
    fields += [("kind", item.kind.value), ("minutes", str(item.minutes or ""))]
    fields += [("amount", money(item.cents).removesuffix(" €") if item.cents else "")]
    fields += [("duty", item.duty), ("duty_text", item.duty_text)]
    return Form(fields + ([] if item.public else [("closed_doors", "on")]))
