"""The rules of procedure as data, and what follows from them: pure functions over whole numbers."""

from zukunftsparlament.procedure.rules.deciding import (
    in_force,
    is_carried,
    is_quorate,
    is_simple,
    is_unanimous,
    majority_base,
    may_ask_for_secret,
    quorum_number,
    reaches,
)
from zukunftsparlament.procedure.rules.fields import Problem, Wrong, WrongRuleSet
from zukunftsparlament.procedure.rules.holzwickede import HOLZWICKEDE
from zukunftsparlament.procedure.rules.reading import read_rule_set
from zukunftsparlament.procedure.rules.shapes import (
    Ages,
    ConfirmedBy,
    Majority,
    MajorityOf,
    MinutesRule,
    Quorum,
    QuorumKind,
    RequestedBy,
    RuleSet,
    SecretWhen,
    Share,
    SpeakingSeconds,
    Tie,
)
from zukunftsparlament.procedure.rules.writing import Json, as_json, majority_as_json, quorum_as_json

__all__ = [
    "HOLZWICKEDE",
    "Ages",
    "ConfirmedBy",
    "Json",
    "Majority",
    "MajorityOf",
    "MinutesRule",
    "Problem",
    "Quorum",
    "QuorumKind",
    "RequestedBy",
    "RuleSet",
    "SecretWhen",
    "Share",
    "SpeakingSeconds",
    "Tie",
    "Wrong",
    "WrongRuleSet",
    "as_json",
    "in_force",
    "is_carried",
    "is_quorate",
    "is_simple",
    "is_unanimous",
    "majority_as_json",
    "majority_base",
    "may_ask_for_secret",
    "quorum_as_json",
    "quorum_number",
    "reaches",
    "read_rule_set",
]
