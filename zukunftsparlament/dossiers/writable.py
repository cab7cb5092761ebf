"""Text that an office program can open. Its file is XML, which forbids more than a pupil can be expected to know.

Fonts are no matter here: the reader's machine has its own. What XML forbids, or nobody can show, becomes □.
"""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from zukunftsparlament.kernel.printable import BOX, calmed

# Halves of surrogate pairs, private use, and the code points that are no characters.
_NOBODY_SHOWS = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")


def writable(text: str) -> tuple[str, bool]:
    """`text` without what XML forbids, and whether a □ stands in it for something."""
    shown, boxes = _NOBODY_SHOWS.subn(BOX, calmed(text))
    return shown, boxes > 0


def writable_all(told: Any) -> tuple[Any, bool]:
    """The same for every text inside of dataclasses and lists."""
    if isinstance(told, str):
        return writable(told)
    if isinstance(told, Sequence) and not isinstance(told, bytes):
        pairs = [writable_all(part) for part in told]
        return [part for part, _ in pairs], any(boxed for _, boxed in pairs)
    if is_dataclass(told) and not isinstance(told, type):
        names = [field.name for field in fields(told)]
        parts, boxed = writable_all([getattr(told, name) for name in names])
        return replace(told, **dict(zip(names, parts, strict=True))), boxed
    return told, False
