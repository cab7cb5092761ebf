"""The rules of procedure as a form, and back. What cannot be read stays as typed: the rules say what is wrong."""

from collections.abc import Iterable, Mapping

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.procedure.rules import Json, Problem, RuleSet, as_json

OWN = "own"
LONGEST_NUMBER = 9  # digits
# What majorities are in practice: num, den, strict.
MAJORITIES = {"half": (1, 2, True), "two_thirds": (2, 3, False), "three_quarters": (3, 4, False)}
REQUESTS = {"quarter": (1, 4, False), "third": (1, 3, False), "half": (1, 2, True)}
NUMBERS = ("invitation_days", "invitation_days_urgent", "item_deadline_days", "backings_for_agenda", "term_years")
YES_OR_NO = ("abstentions_count", "circular_votes_binding", "random_ballot_order", "final_vote", "external_list")
GROUPS = {"speaking_seconds": ("first", "further", "mover"), "ages": ("from", "to")}


def json_in(form: Form) -> Json:
    """The rule set as it was meant, in the shape of INTERFACE "Rule set"."""
    absences = _number(form, "unexcused_absences")
    return {
        "valid_from": form.text("valid_from") or None,
        **{name: _number(form, name) for name in NUMBERS},
        **{name: _yes_or_no(form.text(name)) for name in YES_OR_NO},
        **{group: {name: _number(form, f"{group}_{name}") for name in names} for group, names in GROUPS.items()},
        "quorum": _quorum(form),
        "majority": {"of": form.text("majority_of") or None} | _threshold(form, "majority", MAJORITIES),
        "tie": form.text("tie") or None,
        "secret": {"persons": "always", "on_request": _request(form)},
        "minutes": {"days": _number(form, "minutes_days"), "confirmed_by": form.text("minutes_confirmed_by") or None},
        "unexcused_absences": absences,
        "seats_by_school": _seats(form),
    }


def form_of(rules: RuleSet, *, valid_from: str) -> Form:
    """The form as it looks when somebody starts from these rules."""
    written = as_json(rules)
    fields = [("valid_from", valid_from), ("tie", rules.tie.value)]
    fields += [(name, str(written[name])) for name in NUMBERS]
    fields += [(name, "yes" if written[name] else "no") for name in YES_OR_NO]
    for group, names in GROUPS.items():
        fields += [(f"{group}_{name}", str(_part(written, group)[name])) for name in names]
    fields += _quorum_fields(_part(written, "quorum"))
    majority = _part(written, "majority")
    fields += [("majority_of", str(majority["of"])), *_threshold_fields("majority", majority, MAJORITIES)]
    request = _part(written, "secret")["on_request"]
    fields += (
        _threshold_fields("request", request, REQUESTS) if isinstance(request, dict) else [("request_share", "one")]
    )
    fields += [(f"seats_by_school_{name}", str(value)) for name, value in _part(written, "seats_by_school").items()]
    minutes = _part(written, "minutes")
    fields += [("minutes_days", str(minutes["days"])), ("minutes_confirmed_by", str(minutes["confirmed_by"]))]
    return Form([*fields, ("unexcused_absences", str(rules.unexcused_absences or ""))])


def problems_of(problems: Iterable[Problem]) -> dict[str, str]:
    """The sentence of each problem, by the name of the form's field."""
    return {_field(problem.field): sentence(problem.wrong) for problem in reversed(tuple(problems))}


def _field(path: str) -> str:
    return path.replace(".", "_").removeprefix("secret_on_").replace("request_share_", "request_")


def _number(form: Form, name: str) -> int | str | None:
    typed = form.text(name)
    if typed.isascii() and typed.isdigit():
        return int(typed[: LONGEST_NUMBER + 1])  # a longer one is too large in any case
    return typed or None


def _yes_or_no(typed: str) -> bool | str:
    """Nothing at all stays a word too: None would be a rule set from before this could be chosen."""
    return {"yes": True, "no": False}.get(typed, typed)


def _seats(form: Form) -> Json:
    """Only the number that belongs to what was chosen."""
    kind = form.text("seats_by_school_kind")
    number = {"fixed": "seats", "by_size": "pupils"}.get(kind)
    return {"kind": kind or None} | ({number: _number(form, f"seats_by_school_{number}")} if number else {})


def _quorum(form: Form) -> Json:
    kind = form.text("quorum_kind")
    read: Json = {"kind": kind or None}
    if kind == "fixed":
        read["number"] = _number(form, "quorum_number")
    if kind == "share":
        read |= {part: _number(form, f"quorum_{part}") for part in ("num", "den")}
    if form.ticked("quorum_second_call"):
        read["second_call"] = {part: _number(form, f"quorum_second_call_{part}") for part in ("num", "den")}
    return read


def _quorum_fields(quorum: Json) -> list[tuple[str, str]]:
    fields = [("quorum_kind", str(quorum["kind"]))]
    fields += [(f"quorum_{name}", str(quorum[name])) for name in ("number", "num", "den") if name in quorum]
    if second := quorum.get("second_call"):
        fields.append(("quorum_second_call", "on"))
        fields += [(f"quorum_second_call_{name}", str(value)) for name, value in dict(_mapping(second)).items()]
    return fields


def _request(form: Form) -> object:
    return "one" if form.text("request_share") == "one" else _threshold(form, "request", REQUESTS)


def _threshold(form: Form, name: str, usual: Mapping[str, tuple[int, int, bool]]) -> Json:
    """A usual share by its word, or one's own by its numbers."""
    word = form.text(f"{name}_share")
    if word in usual:
        num, den, strict = usual[word]
        return {"num": num, "den": den, "strict": strict}
    more = {"more": True, "least": False}.get(form.text(f"{name}_strict"))
    return {"num": _number(form, f"{name}_num"), "den": _number(form, f"{name}_den"), "strict": more}


def _threshold_fields(name: str, share: Json, usual: Mapping[str, tuple[int, int, bool]]) -> list[tuple[str, str]]:
    known: dict[object, str] = {numbers: word for word, numbers in usual.items()}
    found = (share["num"], share["den"], share["strict"])
    if word := known.get(found):
        return [(f"{name}_share", word)]
    strict = "more" if share["strict"] else "least"
    own = [(f"{name}_num", str(share["num"])), (f"{name}_den", str(share["den"])), (f"{name}_strict", strict)]
    return [(f"{name}_share", OWN), *own]


def _part(written: Json, name: str) -> Json:
    return dict(_mapping(written[name]))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return value
