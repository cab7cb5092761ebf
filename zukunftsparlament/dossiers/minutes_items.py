"""An item of the agenda in the minutes."""

from collections.abc import Collection, Iterator
from typing import cast

from zukunftsparlament.dossiers import minutes_texts as words
from zukunftsparlament.dossiers.blocks import Block, Heading, Points, Words
from zukunftsparlament.dossiers.minutes_elections import elected
from zukunftsparlament.dossiers.minutes_texts import short
from zukunftsparlament.dossiers.minutes_votes import told
from zukunftsparlament.minutes.shape import Content, Item, Json, Vote

DUTIES = {"yes": "Das ist sowieso Aufgabe der Gemeinde.", "no": "Das ist keine Pflicht der Gemeinde."}


def item(one: Item, content: Content) -> Iterator[Block]:
    if not one["public"]:
        yield Heading(f"{one['number']} {words.NOT_PUBLIC}", level=2)
        if not one["votes"]:
            yield Words("Dazu gibt es keinen Beschluss.")
    else:
        yield Heading(f"{one['number']} {one['title'].strip() or 'Ohne Titel'}", level=2)
        yield from _about(one, content)
    for election in one.get("elections", []):
        yield from elected(election)
    for vote in one["votes"]:
        yield from told(vote)
    for each in one.get("without_vote", []):
        yield Words(f"{each['paper']}: {each['point']} {each['reason']}", lead="Ohne Abstimmung:")


def _about(one: Item, content: Content) -> Iterator[Block]:
    yield Words(_when(one, content), style="small")
    if "urgent_reason" in one:
        yield Words(one["urgent_reason"], lead="Erst in der Sitzung aufgenommen, weil es dringend war:")
    if "late_reason" in one:
        yield Words(one["late_reason"], lead="Nach der Frist angemeldet:")
    if one["end_reason"]:
        yield Words(one["end_reason"], lead="Grund:")
    if "minutes_of" in one:
        yield Words(f"Besprochen wurde {_minutes(one['minutes_of'])}.")
    for last in one.get("approved", []):
        yield Words(f"Genehmigt wurde {_minutes(last)}.")
    yield from _motion(one)
    for line in one.get("money", []):
        yield Words(words.money_line(line), lead="Geld:")
    if "duty" in one:
        duty = one["duty"]
        yield Words(f"{DUTIES.get(duty['is'], '')} {duty['text']}".strip())
    if papers := one.get("papers"):
        yield Words(", ".join(papers), lead="Unterlagen:")
    yield from _talked(one)
    parts = [part.strip() for part in one["note"].split("\n\n") if part.strip()]
    for place, part in enumerate(parts):
        yield Words(part, lead="" if place else "Mitschrift:")


def _minutes(last: Json) -> str:
    version = f" (Fassung {last['version']})" if last["version"] > 1 else ""
    return f"das Protokoll der Sitzung Nr. {last['sitting']}{version}"


def _when(one: Item, content: Content) -> str:
    if not one["begun_at"]:
        said = words.ENDS.get(one["ended_as"], "")
        return f"nicht aufgerufen · {said}" if said else "nicht aufgerufen"
    parts = [words.span(one["begun_at"], one["ended_at"], closing=content["sitting"]["closed_at"])]
    parts += [words.ENDS.get(one["ended_as"], ""), f"vorgestellt von: {one['owner']}" if one["owner"] else ""]
    if speeches := one.get("speeches"):
        guests = f", davon {one['by_guests']} von Gästen" if one.get("by_guests") else ""
        parts.append(f"{speeches} {'Wortmeldung' if speeches == 1 else 'Wortmeldungen'}{guests}")
    return " · ".join(filter(None, parts))


def _motion(one: Item) -> Iterator[Block]:
    if "motion" not in one:
        return
    motion = one["motion"]
    yield Words(
        motion["title"],
        lead=f"Antrag (Vorschlag {motion['proposal']}):",
        link=f"/vorschlaege/{motion['proposal']}",
        style="lead",
    )
    for part in (motion["text"], motion["reason"]):
        if part.strip():
            yield Words(part.strip())


def _talked(one: Item) -> Iterator[Block]:
    if orders := one.get("orders"):
        yield Words("Anträge zur Geschäftsordnung:")
        yield Points([words.order(each) for each in orders])
    for each in one.get("no_quorum", []):
        there = f"{each['present']} Sitze waren da, {each['needed']} sind nötig"
        yield Words(f"{words.clock(each['at'])} Uhr: Eine Abstimmung war nicht möglich. {there}.")
    if again := one.get("second_call_at"):
        yield Words(f"{words.clock(again)} Uhr: zweiter Anlauf, wie die Geschäftsordnung es vorsieht.")


def veiled(content: Content, removed: Collection[int]) -> Content:
    """What was removed since is shown to nobody; the content itself, and its fingerprint, stay as they are."""
    if not removed:
        return content
    items = [_veiled(one) if one.get("motion", {}).get("proposal") in removed else one for one in content["items"]]
    return cast(Content, {**content, "items": items})


def _veiled(one: Item) -> Item:
    gone = {"question": words.REMOVED, "yes_means": "", "no_means": "", "paper": words.REMOVED, "point": ""}
    votes = [_unsaid(cast(Json, vote), gone) for vote in one["votes"]]
    motion = {**one["motion"], "title": words.REMOVED, "text": "", "reason": ""}
    return cast(Item, {**one, "title": words.REMOVED, "motion": motion, "votes": votes, "without_vote": []})


def _unsaid(vote: Json, gone: dict[str, str]) -> Json:
    """Numbers and result stay; what was on the paper goes, also where it was said again."""
    told = {**vote, **{name: text for name, text in gone.items() if name in vote}}
    if vote["options"]:
        told["options"] = [{**each, "label": f"Möglichkeit {each['value']}"} for each in vote["options"]]
        told |= {"result": short(cast(Vote, told)), "how": [], "paid": []}
    return told
