"""What speaks against a pseudonym that somebody has thought of. Pure: who has which name is asked elsewhere."""

import re
import unicodedata
from collections.abc import Collection
from enum import Enum

from confusable_homoglyphs import categories

from zukunftsparlament.people.looks import LEET, skeleton

SHORTEST, LONGEST = 2, 30  # characters
MARKS_AT_MOST = 2
PILED_UP = "M" * (MARKS_AT_MOST + 1)
SIGNS = frozenset(" -'’.")
# Letters that nobody can see: fillers of other scripts, an empty Braille cell.
BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
TOGETHER = (frozenset({"HAN", "HIRAGANA", "KATAKANA"}), frozenset({"HAN", "HANGUL"}))
NO_SCRIPT = frozenset({"COMMON", "INHERITED"})

# Whoever reads it must not think that a grown-up of the office writes, or a judge over others.
STEMS = """jugendbüro jugendburo kinderbüro kinderburo jugendamt moderat admin zukunftsparlament vorsitz bürgermeister
    polizei rathaus schulleit lehrer lehrkraft erzieher sozialarbeit betreuer offiziell treffpunktvilla
    ehemaligesmitglied verwaltung"""
WORDS = "büro buro amt team system chef chefin leitung mod root office staff support official"
WHOLE = "du ich niemand gast anonym"


class NameWhyNot(Enum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    INVISIBLE = "invisible"
    NOT_LETTERS = "not_letters"
    SEVERAL_SCRIPTS = "several_scripts"
    TOO_MANY_MARKS = "too_many_marks"
    LIKE_STAFF = "like_staff"
    LIKE_ANOTHER = "like_another"
    FLAGGED = "flagged"
    WAITS_ALREADY = "waits_already"
    TOO_SOON = "too_soon"


def tidied(typed: str) -> str:
    """As it is stored: composed, without white space around it, one space between words."""
    return re.sub(r" {2,}", " ", unicodedata.normalize("NFC", typed[:200]).strip(" \n"))


def why_not_name(name: str, *, staff: Collection[str]) -> NameWhyNot | None:
    """`name` is tidied; `staff`: the names of the office's accounts."""
    if any(_is_invisible(sign) for sign in name):
        return NameWhyNot.INVISIBLE
    if len(name) > LONGEST:
        return NameWhyNot.TOO_LONG
    if _has_too_many_marks(name):
        return NameWhyNot.TOO_MANY_MARKS
    if not all(map(_may_stand, name)) or unicodedata.normalize("NFKC", name) != name:
        return NameWhyNot.NOT_LETTERS
    if sum(sign.isalpha() for sign in name) < SHORTEST:
        return NameWhyNot.TOO_SHORT
    if not _is_one_script(name):
        return NameWhyNot.SEVERAL_SCRIPTS
    return NameWhyNot.LIKE_STAFF if sounds_like_staff(name, staff) else None


def _is_invisible(sign: str) -> bool:
    """What turns the direction, joins, fills or breaks without a trace; and any space but the plain one."""
    return sign in BLANKS or (unicodedata.category(sign)[0] in "CZ" and sign != " ")


def _has_too_many_marks(name: str) -> bool:
    """In all, of those that do not melt into their letter; and on any one letter, of all."""
    loose = [sign for sign in name if unicodedata.category(sign) in ("Mn", "Me")]
    return len(loose) > MARKS_AT_MOST or PILED_UP in _marked(name)


def _marked(name: str) -> str:
    """M for a mark, L for anything else."""
    apart = unicodedata.normalize("NFD", name)
    return "".join("M" if unicodedata.category(sign) in ("Mn", "Me") else "L" for sign in apart)


def _may_stand(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return sign in SIGNS or sign == "ー" or kind[0] == "M" or (kind[0] == "L" and kind != "Lm") or sign in "0123456789"


def _is_one_script(name: str) -> bool:
    scripts = {categories.alias(sign) for sign in name if sign.isalpha()} - NO_SCRIPT
    return len(scripts) <= 1 or any(scripts <= together for together in TOGETHER)


def sounds_like_staff(name: str, staff: Collection[str]) -> bool:
    for read in (name, name.translate(LEET), re.sub(r"\d", "", name)):
        whole = skeleton(read)
        parts = {whole, *map(skeleton, re.split(r"[ \-'’.]+", read))}
        if parts & _skeletons(WORDS) or whole in _skeletons(WHOLE) or any(stem in whole for stem in _skeletons(STEMS)):
            return True
        if any(account == whole or (len(account) >= 5 and account in whole) for account in map(skeleton, staff)):
            return True
    return False


def _skeletons(words: str) -> frozenset[str]:
    return frozenset(map(skeleton, words.split()))
