"""Every reason has a sentence. A room tells its sentences here when it is imported."""

from enum import Enum

from zukunftsparlament.kernel.texts import _

_sentences: dict[Enum, str] = {}


def tell(sentences: dict[Enum, str]) -> None:
    """`sentences`: a marked text (`N_`) for each reason."""
    _sentences.update(sentences)


def sentence(reason: Enum) -> str:
    return _(_sentences[reason])
