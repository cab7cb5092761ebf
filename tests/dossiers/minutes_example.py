"""Minutes with everything that can stand in them, and pieces to build others."""

from datetime import UTC, datetime
from typing import Any, cast

from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.minutes.freezing import fingerprint, written
from zukunftsparlament.minutes.shape import Content, Item, Vote

CLOSED = datetime(2027, 2, 3, 18, 40, tzinfo=UTC)


def at(clock: str) -> str:
    """A moment of that evening, as on the clocks in Holzwickede, one hour before UTC."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2027, 2, 3, hour - 1, minute, tzinfo=UTC).isoformat()


def vote(**changes: Any) -> Vote:
    plain = {
        "poll": 12,
        "question": "Sollen wir einen Skatepark fordern?",
        "yes_means": "Der Rat soll ihn planen.",
        "no_means": "Alles bleibt, wie es ist.",
        "kind": "yes_no_abstain",
        "secrecy": "open",
        "binding": True,
        "persons": False,
        "options": [],
        "present": 13,
        "needed": 9,
        "seats": 18,
        "second_call": False,
        "by_hands": True,
        "opened_at": at("18:20"),
        "state": "counted",
        "roll": 13,
        "turnout": 12,
        "votes": {"abstain": 1, "no": 2, "yes": 9},
        "outcome": "accepted",
        "winners": ["yes"],
        "result": "Angenommen: 9 dafür, 2 dagegen, 1 Enthaltung.",
        "how": [],
        "rule": ["Mindestens die Hälfte muss dabei sein: 9 von 18.", "Angenommen ist, was mehr Ja als Nein bekommt."],
        "decision": 1,
    }
    return cast(Vote, plain | changes)


def election(**changes: Any) -> Vote:
    own = {
        "poll": 14,
        "question": "Wer spricht für uns im Ausschuss?",
        "yes_means": "",
        "no_means": "",
        "kind": "one_of",
        "secrecy": "secret",
        "persons": True,
        "by_hands": False,
        "options": [{"value": "1", "label": "Sitz 3 · Nordschule"}, {"value": "2", "label": "Sitz 9"}],
        "votes": {"1": 6, "2": 6, "abstain": 1},
        "turnout": 13,
        "outcome": "chosen",
        "winners": ["2"],
        "result": "Gleichstand. Das Los hat für „Sitz 9“ entschieden: 6 von 13 Stimmen.",
        "how": ["Nach dem Gleichstand:", "Das Los hat entschieden: „Sitz 9“."],
        "settled": "lot",
        "lots": [{"commitment": "ab" * 32, "revealed": "cd" * 32, "word": "Banane", "drawn": ["Sitz 9"]}],
        "list_sha256": "ef" * 32,
        "decision": 2,
    }
    return vote(**own | changes)


def elected(**changes: Any) -> dict[str, Any]:
    ranking = [{"place": 1, "label": "Sitz 9", "votes": 6}, {"place": 1, "label": "Sitz 3 · Nordschule", "votes": 6}]
    plain = {
        "title": "Sprecherin im Ausschuss",
        "side": "",
        "places": 1,
        "ranking": ranking,
        "elected": ["Sitz 9"],
        "moved_up": [],
        "deputies": [["Sitz 3 · Nordschule"]],
        "declined": ["Sitz 4"],
        "tied": [],
        "free": 0,
    }
    return plain | changes


def item(**changes: Any) -> Item:
    plain = {
        "number": "3",
        "public": True,
        "kind": "proposal",
        "title": "Ein Skatepark neben der Villa",
        "owner": "Sitz 5",
        "begun_at": at("18:05"),
        "ended_at": at("18:30"),
        "ended_as": "done",
        "end_reason": "",
        "motion": {"proposal": 7, "title": "Ein Skatepark", "text": "Wir wollen rollen.", "reason": "Es fehlt Platz."},
        "money": [{"cents": 100050, "source": "Jugendfonds", "left": 33333}],
        "duty": {"is": "no", "text": "Sie darf aber."},
        "papers": ["Skizze"],
        "speeches": 7,
        "by_guests": 2,
        "orders": [{"at": at("18:15"), "kind": "end_list", "seat": 4, "outcome": "accepted"}],
        "note": "Viele fanden die Idee gut.\n\nDie Frage war, wer aufräumt.",
        "votes": [vote()],
    }
    return cast(Item, plain | changes)


def content(*items: Item, **changes: Any) -> Content:
    urgent = item(number="3.1", urgent_reason="Der Bagger kommt morgen.", votes=[], no_quorum=[
        {"at": at("18:45"), "present": 8, "needed": 9}
    ], second_call_at=at("18:50"), ended_as="adjourned", end_reason="Zu wenige da.", without_vote=[
        {"paper": "Satzung", "point": "Die Geschäftsordnung wird geändert.", "reason": "Das ist schon geschehen."}
    ])  # fmt: skip
    chosen = item(number="4", votes=[election()], elections=[elected()])
    hidden = {"number": "5", "public": False, "votes": [vote(poll=15, decision=3)]}
    plain = {
        "parliament": "Jugendrat",
        "municipality": "Beispielstadt",
        "version": 1,
        "sitting": {
            "number": 3,
            "kind": "official",
            "title": "Februar",
            "place": "Saal am Markt",
            "starts_at": at("18:00"),
            "invited_at": "2027-01-10T09:00:00+00:00",
            "opened_at": at("18:02"),
            "closed_at": at("19:40"),
            "urgent_reason": "",
            "second_call_of": None,
            "rule_set": 2,
            "pauses": [{"from": at("18:50"), "to": at("19:00")}],
            "led": [{"seat": 1, "school": "Nordschule"}, {"seat": 9, "school": ""}],
            "written_by": 4,
        },
        "quorum": {"seats": 18, "needed": 9, "rule": "Mindestens die Hälfte muss dabei sein: 9 von 18."},
        "present": [
            {"seat": 1, "school": "Nordschule", "spans": [{"from": at("18:02"), "to": None, "deputy": False}]},
            {"seat": 9, "school": "", "spans": [
                {"from": at("18:02"), "to": at("18:40"), "deputy": True},
                {"from": at("18:40"), "to": at("19:10"), "deputy": False},
            ]},
        ],
        "absent": [
            {"seat": 2, "school": "Nordschule", "excused": True},
            {"seat": 3, "school": "Eichenschule", "excused": False},
            {"seat": 5, "school": "", "excused": None},
        ],
        "empty": [17, 18],
        "listeners": 4,
        "guests": [
            {"name": "Die Bürgermeisterin", "from": at("18:10"), "to": at("18:30")},
            {"name": "Ausschuss für Verkehr", "from": None, "to": None},
        ],
        "items": list(items) or [item(), urgent, chosen, cast(Item, hidden)],
        "questions": [{"text": "Kommt ein Zaun?", "answer": "Nein.", "answered_at": at("19:00")}, {"text": "Wann?"}],
        "tasks": [{"text": "Beim Bauhof anrufen", "owner": "Jugendbüro", "due_on": "2027-02-20"}],
        "next": {"at": "2027-05-04T16:00:00+00:00", "place": "Rausinger Halle"},
    }  # fmt: skip
    return cast(Content, plain | changes)


def minutes(told: Content | None = None, **changes: Any) -> Written:
    told = told or content()
    public: dict[str, Any] = {"public_at": CLOSED, "confirmed": (("seat:1", CLOSED), ("seat:9", CLOSED))}
    return Written(told, fingerprint(written(told)), CLOSED, **public | changes)
