"""A rule set as JSON. What is written is read back as the same rule set."""

from zukunftsparlament.procedure.rules.shapes import Majority, Quorum, RequestedBy, RuleSet, SeatsBySchool, Share

Json = dict[str, object]


def as_json(rules: RuleSet) -> Json:
    asking = rules.secret.on_request
    return {
        "valid_from": rules.valid_from.isoformat(),
        "invitation_days": rules.invitation_days,
        "invitation_days_urgent": rules.invitation_days_urgent,
        "item_deadline_days": rules.item_deadline_days,
        "quorum": quorum_as_json(rules.quorum),
        "majority": majority_as_json(rules.majority),
        "abstentions_count": rules.abstentions_count,
        "tie": rules.tie.value,
        "secret": {"persons": "always", "on_request": _threshold(asking) if asking else "one"},
        "circular_votes_binding": rules.circular_votes_binding,
        "backings_for_agenda": rules.backings_for_agenda,
        "speaking_seconds": {
            "first": rules.speaking_seconds.first,
            "further": rules.speaking_seconds.further,
            "mover": rules.speaking_seconds.mover,
        },
        "minutes": {"days": rules.minutes.days, "confirmed_by": rules.minutes.confirmed_by.value},
        "unexcused_absences": rules.unexcused_absences,
        "term_years": rules.term_years,
        "ages": {"from": rules.ages.first, "to": rules.ages.last},
        "random_ballot_order": rules.random_ballot_order,
        "seats_by_school": _seats(rules.seats_by_school),
        "external_list": rules.external_list,
        "final_vote": rules.final_vote,
    }


def _seats(rule: SeatsBySchool) -> Json:
    numbers = {"seats": rule.seats, "pupils": rule.pupils}
    return {"kind": rule.kind.value} | {name: number for name, number in numbers.items() if number is not None}


def quorum_as_json(quorum: Quorum) -> Json:
    written: Json = {"kind": quorum.kind.value}
    if quorum.number is not None:
        written["number"] = quorum.number
    if quorum.share:
        written |= _share(quorum.share)
    if quorum.second_call:
        written["second_call"] = _share(quorum.second_call)
    return written


def majority_as_json(majority: Majority) -> Json:
    return {"of": majority.of.value} | _threshold(majority)


def _threshold(part: Majority | RequestedBy) -> Json:
    return {"num": part.num, "den": part.den, "strict": part.strict}


def _share(share: Share) -> Json:
    return {"num": share.num, "den": share.den}
