"""The words of minutes.

Not through gettext: minutes are German whoever reads them, and always the same bytes.
"""

from datetime import datetime

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.kernel.place import whole
from zukunftsparlament.minutes.shape import Content, Json, Seat, Vote
from zukunftsparlament.polls.rules import money
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed

KINDS = {"official": "Offizielle Sitzung", "unofficial": "Inoffizielle Sitzung", "rehearsal": "Übung"}
ENDS = {"done": "erledigt", "withdrawn": "zurückgezogen", "adjourned": "vertagt", "dropped": "abgesetzt"}
ORDERS = {
    "pause": "Pause",
    "end_list": "Schluss der Redeliste",
    "end_debate": "Schluss der Debatte",
    "adjourn": "Vertagen",
    "secret": "geheime Abstimmung",
    "closed_doors": "ohne Öffentlichkeit",
}
OUTCOMES = {"accepted": "angenommen", "rejected": "abgelehnt"}
NOT_PUBLIC = "Nicht öffentlicher Punkt"
DRAFT = "Entwurf. Noch nicht bestätigt."
REHEARSAL = "Das war eine Übung. Nichts davon gilt."
NO_NAMES = "In diesem Protokoll stehen Sitze und Schulen, keine Namen von Kindern und Jugendlichen."
REMOVED = "Dieser Text wurde später entfernt."


def called(content: Content) -> str:
    sitting = content["sitting"]
    if sitting["kind"] == "rehearsal":
        return "Protokoll der Übung"
    version = f", Fassung {content['version']}" if content["version"] > 1 else ""
    return f"Protokoll der Sitzung Nr. {sitting['number']}{version}"


def from_whom(content: Content) -> str:
    return whole(content["parliament"], content["municipality"])


def title(content: Content) -> str:
    return f"{from_whom(content)}: {called(content)}"


def file_name(content: Content) -> str:
    """Without an ending."""
    version = f"-fassung-{content['version']}" if content["version"] > 1 else ""
    return f"protokoll-{content['sitting']['number']}{version}"


def local(iso: str) -> datetime:
    return datetime.fromisoformat(iso).astimezone(HERE)


def day(iso: str | None) -> str:
    """A moment in UTC, or a day, as a day in Holzwickede."""
    if not iso or "T" not in iso:
        return texts.day(iso)
    return texts.day(local(iso).date().isoformat())


def clock(iso: str | None) -> str:
    """`17:05`"""
    return f"{local(iso):%H:%M}" if iso else ""


def span(begin: str | None, end: str | None, *, closing: str | None) -> str:
    """`17:05 bis 18:30 Uhr`; what has no end lasted until the end of the sitting."""
    last = end or closing
    return f"{clock(begin)} bis {clock(last)} Uhr" if last else f"ab {clock(begin)} Uhr"


def seat(one: Seat) -> str:
    return f"Sitz {one['seat']} ({one['school']})" if one["school"] else f"Sitz {one['seat']}"


def seats(numbers: list[int]) -> str:
    """`Sitz 5`, `die Sitze 5, 6 und 9`."""
    if len(numbers) == 1:
        return f"Sitz {numbers[0]}"
    return f"die Sitze {', '.join(map(str, numbers[:-1]))} und {numbers[-1]}"


def change_of_chairs(one: Json) -> str:
    """`18:40 Uhr: die Sitze 3 und 5. Das Jugendbüro hat es eingetragen.`"""
    who = seats(one["seats"]) if one["seats"] else "niemand"
    by = " Das Jugendbüro hat es eingetragen." if one["by_office"] else ""
    return f"{clock(one['at'])} Uhr: {who}.{by}"


def decisions(vote: Vote) -> list[tuple[int, str]]:
    """Number and outcome; where several share money after a tie, one for each of them."""
    if "shares" not in vote:
        return [(vote["decision"], short(vote))]
    return [(one["decision"], _share(vote, one)) for one in vote["shares"]]


def _share(vote: Vote, one: Json) -> str:
    name = label(vote, one["choice"])
    return f"{name}: {money(one['cents'])}" if "cents" in one else name


def money_line(line: Json) -> str:
    label = f"{line['label']}: " if line.get("label") else ""
    source = f" aus: {line['source']}" if line.get("source") else ""
    left = f". Übrig sind {money(line['left'])}" if line.get("left") is not None else ""
    return f"{label}{money(line['cents'])}{source}{left}"


def order(one: Json) -> str:
    asked = ORDERS.get(str(one["kind"]), str(one["kind"] or ""))
    who = f"Sitz {one['seat']}: " if one.get("seat") else ""
    return f"{clock(one['at'])} Uhr, {who}Antrag auf {asked} – {OUTCOMES.get(str(one['outcome']), 'ohne Ergebnis')}"


def label(vote: Vote, value: str) -> str:
    names = {option["value"]: option["label"] for option in vote["options"]}
    return names.get(value) or texts.CHOICES.get(value) or value


def vote_called(vote: Vote) -> str:
    """What a rehearsal has put to the vote goes with it, and its number leads nowhere."""
    if is_rehearsed(vote["poll"]):
        return "Übung"
    return f"{weight(vote)} Nr. {vote['poll']}"


def weight(vote: Vote) -> str:
    if vote["state"] == "void":
        return "Aufgehobene Abstimmung"
    if vote["persons"]:
        return "Wahl"
    return "Abstimmung" if vote["binding"] else "Stimmungsbild"


def confirmations(minutes: Written) -> list[str]:
    """Who it was, and when. Where somebody did it in the place of those who led: who of them is missing."""
    by = {actor for actor, _at in minutes.confirmed}
    silent = [f"Sitz {one['seat']}" for one in minutes.content["sitting"]["led"] if f"seat:{one['seat']}" not in by]
    found = []
    for actor, at in minutes.confirmed:
        kind, _, name = actor.partition(":")
        who = {"seat": f"Sitz {name}", "chair": f"Sitz {name}", "sitting": f"die Sitzung Nr. {name}"}
        missing = f". Es fehlte: {', '.join(silent)}" if silent and kind in ("chair", "office") else ""
        found.append(f"{who.get(kind, 'das Jugendbüro')}, am {texts.day(f'{local(at.isoformat()):%Y-%m-%d}')}{missing}")
    return found


def short(vote: Vote) -> str:
    """The outcome, for a table."""
    outcome, winners = vote.get("outcome", ""), vote.get("winners", [])
    if outcome == "chosen":
        return ", ".join(label(vote, value) for value in winners) or "gewählt"
    return {str(kind): said for kind, said in texts.OUTCOMES.items()}.get(outcome, "")
