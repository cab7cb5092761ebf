"""The code of an invitation: twelve characters that nobody mistakes, read out in threes of four."""

import re
import secrets

from zukunftsparlament.people.rules import CROCKFORD
from zukunftsparlament.proposals.rules.around import CODE_LENGTH


def new_invitation() -> str:
    return "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))


def shown(code: str) -> str:
    """`ABCD-EFGH-JKMN`"""
    return "-".join(code[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def read_invitation(typed: str) -> str | None:
    """As it is stored, forgiving case, hyphens and look-alikes; None if it cannot be one."""
    code = re.sub(r"[\s-]", "", typed[:100]).upper().translate(str.maketrans("OIL", "011"))
    return code if len(code) == CODE_LENGTH and set(code) <= set(CROCKFORD) else None
