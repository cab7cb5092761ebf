"""A new version of the rules of procedure."""

import hashlib
import json

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.rules import RuleSet, as_json

ADD = Sql("INSERT INTO rule_set (number, valid_from, content) VALUES ($1, $2, $3)")


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
