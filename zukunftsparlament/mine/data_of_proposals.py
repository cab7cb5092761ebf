"""What the tables of proposals know about somebody, in plain sentences."""

from zukunftsparlament.kernel.texts import _, apart
from zukunftsparlament.mine.data_texts import Row, when


def proposal(row: Row) -> list[str]:
    parts = [row[name] for name in ("text", "reason", "for_whom", "place") if row[name]]
    number = _("Vorschlag {n}").format(n=row["number"]) if row["number"] else _("Noch nicht öffentlich")
    return [f"{number}: {apart(row['title'])}\n" + "\n".join(parts), *words_of_the_office(row)]


def words_of_the_office(row: Row) -> list[str]:
    return (
        [_("Dazu hat dir jemand geschrieben: {words}").format(words=row["office_words"])] if row["office_words"] else []
    )


def picture(row: Row) -> list[str]:
    return [_("Ein Bild dazu: {alt}").format(alt=row["alt"] or _("ohne Beschreibung"))]


def version(row: Row) -> list[str]:
    said = _("Eine andere Fassung von Vorschlag {n}: {title}")
    parts = [row[name] for name in ("text", "reason", "for_whom", "place") if row[name]]
    parts += picture(row) if row["alt"] else []
    return ["\n".join([said.format(n=row["proposal"], title=apart(row["title"])), *parts])]


def together(row: Row) -> list[str]:
    return [_("Bei Vorschlag {n} schreibst du mit.").format(n=row["proposal"])]


def invitation(row: Row) -> list[str]:
    said = _("Zu Vorschlag {n} hast du jemanden eingeladen. Die Einladung gilt bis {day}.")
    return [said.format(n=row["proposal"], day=when(row["ends_at"]))]


def removal(row: Row) -> list[str]:
    if row["you_are"] == "moderator":
        return [_("Bei Vorschlag {n} hast du etwas entfernt.").format(n=row["proposal"] or "–")]
    lines = [
        _("Am {day} wurde etwas von dir entfernt: {reason}").format(day=when(row["removed_at"]), reason=row["reason"])
    ]
    if was := row["words"]:
        parts = [was[name] for name in ("text", "reason", "for_whom", "place", "withdrawal") if was[name]]
        lines.append("\n".join([_("Das stand da: {title}").format(title=apart(was["title"])), *parts]))
    if row["objection"]:
        lines.append(_("Dein Widerspruch: {text}").format(text=row["objection"]))
    if row["answer"]:
        lines.append(_("Die Antwort darauf: {text}").format(text=row["answer"]))
    return lines


def comment(row: Row) -> list[str]:
    said = _("Zu Vorschlag {n}: {text}").format(n=row["proposal"], text=row["text"] or _("(entfernt)"))
    removed = [_("Entfernt: {why}").format(why=row["removed_because"])] if row["removed_because"] else []
    return [said, *removed, *words_of_the_office(row)]
