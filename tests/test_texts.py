"""Every reason has a sentence, every sentence can be translated, every template can be read."""

import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

import minijinja
import pytest

import zukunftsparlament
from zukunftsparlament.kernel import sentences
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import LANGUAGES, catalogue

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "zukunftsparlament" / "templates"
ALL_TEMPLATES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
MAY_STAND_BARE = {"python3 pruefen.py liste.json", "python3 pruefen.py liste.json --los los.json", "openmoji.org"}
NOT_FOR_PEOPLE = re.compile(
    r"{#.*?#}|{%.*?%}|{{.*?}}|<(style|script|svg)\b.*?</\1>|aria-(?!label)\w+=\"[^\"]*\"", re.DOTALL
)
CLASSES = re.compile(r"{% block \w*(class|kind)\w* %}.*?{% endblock.*?%}", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:alt|title|aria-label|placeholder)="([^"]*[A-Za-zÄÖÜäöüß]{2,}[^"]*)"')


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(zukunftsparlament.__path__, "zukunftsparlament."):
        if "piccolo_migrations" not in found.name and not found.name.endswith("__main__"):
            yield found.name


def reasons() -> list[Enum]:
    """Every member of every enum that says why not, wherever it stands in the package."""
    kinds: set[type[Enum]] = set()
    for name in modules():
        for found in vars(import_module(name)).values():
            if isinstance(found, type) and issubclass(found, Enum) and found.__name__.endswith("WhyNot"):
                kinds.add(found)
    return [reason for kind in sorted(kinds, key=lambda kind: kind.__module__) for reason in kind]


def test_every_reason_has_a_sentence_for_a_person() -> None:
    all_reasons = reasons()
    untold = [str(reason) for reason in all_reasons if reason not in sentences._sentences]

    assert len(all_reasons) > 30
    assert untold == []
    for reason in all_reasons:
        said = sentence(reason)
        assert said[0].isupper() or said[0] in "„", said
        assert said.rstrip()[-1] in ".!?“", said


# Never shown by this server: people save it, and it must work without anything beside it.
A_FILE_OF_ITS_OWN = ("polls/recount_file.html",)


@pytest.mark.parametrize("name", ALL_TEMPLATES)
def test_every_template_can_be_read(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")

    minijinja.Environment().add_template(name, text)
    assert "| safe" not in text and "|safe" not in text, "text of people must stay escaped"
    if name in A_FILE_OF_ITS_OWN:
        text = text.replace("<style>{{ style }}</style>", "")
    assert not re.search(r"\son\w+=|hx-on|\bjs:|<style|style=", text), "no inline script or style"


@pytest.mark.parametrize("name", ALL_TEMPLATES)
def test_no_text_stands_outside_the_catalogue(name: str) -> None:
    text = CLASSES.sub("", (TEMPLATES / name).read_text(encoding="utf-8"))
    text = NOT_FOR_PEOPLE.sub("", text)
    bare = [part.strip() for part in re.split(r"<[^>]*>", text) for part in part.splitlines()]
    spoken = SPOKEN_ATTRIBUTE.findall(text)

    found = {part for part in [*bare, *spoken] if re.search(r"[A-Za-zÄÖÜäöüß]{2,}", part)}
    assert found <= MAY_STAND_BARE


def test_every_text_can_be_collected_for_translators(tmp_path: Path) -> None:
    """Also from the templates: MiniJinja's language must stay readable for Babel. `bin/texts` does the same."""
    collected = tmp_path / "texts.pot"
    words = ["-q", "extract", "-F", "babel.cfg", "-k", "N_", "-o", str(collected), "."]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *words], cwd=ROOT, check=True)
    text = collected.read_text(encoding="utf-8")

    assert text.count("\nmsgid ") > 300
    assert 'msgid "zeigt diese Hilfe"' in text
    assert "templates/shared/_form.html" in text


def test_german_is_the_source() -> None:
    assert "de" in LANGUAGES
    assert catalogue("de").gettext("Was hier steht, steht so da.") == "Was hier steht, steht so da."
