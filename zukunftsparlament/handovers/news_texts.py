"""What became of an accepted idea, in one sentence: it is read out at the next sitting."""

from zukunftsparlament.handovers.queries.news import News
from zukunftsparlament.handovers.texts import answer_word, next_sentence
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import _


def news_word(news: News) -> str:
    match news.state:
        case "done":
            return _("Es ist erledigt.")
        case "answered":
            said = _("{body} sagt: {answer}.").format(body=news.body, answer=answer_word(news.answer).rstrip(" …"))
            return f"{said} {next_sentence(news.next_date)}".strip()
        case "waiting" if news.answer_by and news.answer_by < today():
            return _("{body} hätte bis {day} antworten müssen.").format(body=news.body, day=day(news.answer_by))
        case "waiting" if news.answer_by:
            return _("{body} antwortet bis {day}.").format(body=news.body, day=day(news.answer_by))
    return _("Angenommen. Das Jugendbüro gibt es weiter.")


add_filter("news_word", news_word)
