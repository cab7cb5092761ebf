"""Where help with a word is put in, and where never."""

import pytest

from zukunftsparlament.kernel.explaining import explained, with_help
from zukunftsparlament.kernel.visit import Visit, visit
from zukunftsparlament.kernel.words import ANYWHERE, WORDS, Word, word_of

LINK = '<a class="word" href="/woerter#sitzung">Sitzung</a>'


def test_only_the_first_occurrence_gets_help() -> None:
    visit.set(Visit())

    assert explained("Die Sitzung und die Sitzung") == f"Die {LINK} und die Sitzung"
    assert explained("Noch eine Sitzung") == "Noch eine Sitzung"


def test_a_piece_that_many_pages_share_gets_none() -> None:
    visit.set(Visit(explained=None))

    assert explained("Die Sitzung") == "Die Sitzung"


def test_what_is_no_word_stays_and_signs_of_html_are_escaped() -> None:
    assert explained("<Sitzungssaal> & Los geht's") == "&lt;Sitzungssaal&gt; &amp; Los geht's"


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.slug)
def test_each_word_is_found_by_its_name_and_leads_to_itself(word: Word) -> None:
    found = ANYWHERE.search(f"das {word.name} heißt")

    assert found is not None and word_of(found) is word


@pytest.mark.parametrize(
    "source",
    [
        '<p>{{ _("Text") }}</p>',
        '<ul><li><b>{{ _("Text") }}</b></li></ul>',
        '{% if a %}<p class="{{ b }}">{% else %}<p>{% endif %}{{ _("Text") }}</p>',
        '<p><a href="/">{{ name }}</a> {{ _("Text") }}</p>',
    ],
)
def test_running_text_gets_help(source: str) -> None:
    assert with_help(source) == source.replace('_("Text")', '_("Text")|explained')


@pytest.mark.parametrize(
    "source",
    [
        '<h1>{{ _("Text") }}</h1>',
        '<p><a href="/">{{ _("Text") }}</a></p>',
        '<p><img alt="{{ _("Text") }}"></p>',
        '<li><button>{{ icon("x") }}{{ _("Text") }}</button></li>',
        '{% block title %}{{ _("Text") }}{% endblock %}<p></p>',
        '<p>{{ _("Text")|replace("{n}", name) }}</p>',
        '<p></p>{{ _("Text") }}',
    ],
)
def test_what_is_no_running_text_gets_none(source: str) -> None:
    assert with_help(source) == source
