"""What an item is about, for somebody of nine years, and what the hall calls a sitting."""

from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings import room_texts, texts  # noqa: F401  their words are on the same pages
from zukunftsparlament.sittings.queries import Speaker
from zukunftsparlament.sittings.rules import ItemKind

ABOUT = {
    ItemKind.OPENING: N_("Wir fangen an und schauen, wer da ist."),
    ItemKind.MINUTES: N_("Wir schauen, ob das Protokoll vom letzten Mal stimmt."),
    ItemKind.CAME_OF_IT: N_("Wir schauen, was aus unseren Beschlüssen geworden ist."),
    ItemKind.PROPOSAL: N_("Wir sprechen über einen Vorschlag. Vielleicht stimmen wir danach ab."),
    ItemKind.ELECTION: N_("Wir wählen. Niemand sieht, wen du wählst."),
    ItemKind.REPORT: N_("Jemand erzählt etwas. Danach kannst du fragen."),
    ItemKind.QUESTIONS: N_("Jetzt kannst du alles fragen."),
    ItemKind.OTHER: N_("Hör zu und melde dich, wenn du etwas sagen willst."),
}


LISTENS = {
    ItemKind.REPORT: N_("Jemand erzählt etwas."),
    ItemKind.ELECTION: N_("Hier wird gewählt. Niemand sieht, wer wen wählt."),
    ItemKind.QUESTIONS: N_("Jetzt werden Fragen gestellt."),
    ItemKind.OTHER: N_("Hör einfach zu."),
}


def about(kind: str, has_seat: bool = True) -> str:
    """Somebody without a seat raises no hand and elects nobody."""
    wanted = ItemKind(kind)
    return _(ABOUT[wanted] if has_seat else LISTENS.get(wanted, ABOUT[wanted]))


def speaker_name(speaker: Speaker) -> str:
    """On the projector: a guest by name, a seat by its number and school. Never a pseudonym."""
    if speaker.guest is not None:
        return speaker.name
    if speaker.seat is None:
        return _("Jemand ohne Sitz")
    seat = _("Sitz {n}").format(n=speaker.seat)
    return f"{seat} · {speaker.school}" if speaker.school else seat


add_filter("about_item", about)
add_filter("speaker_name", speaker_name)
