"""A new version of the rules of procedure."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure import queries
from zukunftsparlament.procedure.rules import Problem, RuleSet, Wrong, WrongRuleSet, as_json, read_rule_set

ADD = Sql("INSERT INTO rule_set (number, valid_from, content) VALUES ($1, $2, $3)")
FURTHEST_AHEAD = timedelta(days=2 * 365 + 1)  # two years, leap years too

# Whoever enters a version waits here for the one before, and then sees what that one has entered.
ONE_AT_A_TIME = Sql("SELECT highest FROM number_given WHERE kind = 'rule_set' {for_update}")


def read_new(json_object: object, *, seats: int) -> RuleSet:
    """What somebody wants to enter: valid from today on, or from a day that is near enough to mean it."""
    return read_rule_set(json_object, seats=seats, not_before=today(), not_after=today() + FURTHEST_AHEAD)


async def enter_version(json_object: object, *, seats: int, actor: str) -> int:
    """Returns the number of the new version. Raises WrongRuleSet with every problem.

    Two taps are one version: what was entered last with the same words is what this one asks for.
    """
    rules = read_new(json_object, seats=seats)
    async with writing():
        await ONE_AT_A_TIME.rows()
        newest = max(await queries.versions(), key=lambda version: version.number, default=None)
        if newest and newest.rules == rules:
            return newest.number
        if await _says_the_same(rules):
            raise WrongRuleSet((Problem("valid_from", Wrong.SAYS_THE_SAME),))
        return await add_version(rules, actor=actor)


async def _says_the_same(rules: RuleSet) -> bool:
    try:
        anyway = await queries.valid_on(rules.valid_from)
    except Missing:
        return False
    return replace(anyway.rules, valid_from=rules.valid_from) == rules


async def add_version(rules: RuleSet, *, actor: str) -> int:
    """Returns the number of the new version. Older ones stay: what was held under them is judged by them."""
    async with writing():
        number = await next_number("rule_set")
        content = json.dumps(as_json(rules), sort_keys=True, ensure_ascii=False)
        await ADD.rows(number, rules.valid_from, content)
        sha256 = fingerprint(content)
        await record(actor=actor, verb="add_rule_set", subject_kind="rule_set", subject_number=number, sha256=sha256)
    return number


def fingerprint(content: str) -> str:
    """The journal keeps it, so that `verify` notices when a version is changed later."""
    return hashlib.sha256(content.encode()).hexdigest()
