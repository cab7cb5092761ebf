"""Words with letters struck out, such as "wi**er": everybody reads them all the same. For `guard`."""

import re

from zukunftsparlament.proposals.guard import words

STARRED = re.compile(r"[a-z*#]{3,20}")
LETTERS_AT_LEAST = 2
STARRED_AT_MOST = 50  # a text with more different ones is looked at by a person
ENDINGS = ("", *words.ENDINGS.split("|"))
FORMS = "\n".join(stem + ending for stem in (*words.WHOLE, *words.BEGINNINGS) for ending in ENDINGS)


def has_starred_insult(folded_text: str) -> bool:
    found = {word for word in STARRED.findall(folded_text) if _is_starred(word)}
    return len(found) > STARRED_AT_MOST or any(_meant(word).search(FORMS) for word in found)


def _is_starred(word: str) -> bool:
    """With a letter in front: "*innen" and a line of stars are not meant."""
    letters = sum(character.isalpha() for character in word)
    return letters >= LETTERS_AT_LEAST and letters < len(word) and word[0].isalpha()


def _meant(word: str) -> re.Pattern[str]:
    """Each run of stars is about as many letters."""
    runs = re.sub(r"[*#]+", lambda run: f"[a-z]{{1,{len(run[0]) + 1}}}", word)
    return re.compile(f"^{runs}$", re.MULTILINE)
