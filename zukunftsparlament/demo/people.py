"""Schools, seats, rules, accounts and the sixty young people of the demo."""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from zukunftsparlament.demo.content_of import World, content
from zukunftsparlament.handovers.bodies import add_body
from zukunftsparlament.kernel.clock import month, now, today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.picture_words import PictureWord
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import names, staff
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.cards import NEW_CARD, Secrets, new_secrets
from zukunftsparlament.people.founding import Contact, School, found
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import read_rule_set

ADD = Sql(
    "INSERT INTO member (name, school, role, premoderated_until, delete_after, card_name, created_month) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id"
)
SCHOOL = Sql("SELECT id FROM school WHERE name = $1")
SIT = Sql("UPDATE seat SET member = $3 WHERE school = $1 AND place = $2")
SIT_AT_LARGE = Sql("UPDATE seat SET member = $2 WHERE school IS NULL AND place = $1")
STAND_IN = Sql("UPDATE seat SET deputy = $3 WHERE school = $1 AND place = $2")
SEAT_OF = Sql("SELECT number FROM seat WHERE member = $1")

YEARS_UNREAD, YEARS_HERE = 14, 20


@dataclass(frozen=True)
class Person:
    me: Me
    card_name: str
    code: str
    words: list[PictureWord]
    school: str | None
    premoderated: bool


async def make_place(world: World) -> None:
    told = content("municipality")
    office = told["youth_office"]
    schools = [School(s["name"], s["short"], s["kind"], s["seats"]) for s in told["schools"]]
    await found(
        told["name"],
        parliament=told["words"]["parliament"],
        contact=Contact(office["name"], office["place"], office["phone"], office["email"]),
        schools=schools,
        at_large=told["at_large_seats"],
    )
    for school in told["schools"]:
        world.schools[school["key"]] = int(await SCHOOL.value(school["name"]))
    for body in told["bodies"]:
        await add_body(body["name"], body["short"], actor="system")
    rules = dict(content("rules"))
    valid_from = today() - timedelta(days=rules.pop("valid_from_days_ago"))
    await add_version(read_rule_set({**rules, "valid_from": valid_from.isoformat()}), actor="system")


async def make_staff() -> list[dict[str, Any]]:
    """Accounts of the office, as `demo.json` shows them."""
    made = []
    for account in content("people")["staff"]:
        name, passphrase = account["name"], staff.new_passphrase()
        secret = await staff.create_staff(name, passphrase)
        made.append({"role": "office", "name": name, "passphrase": passphrase, "totp_secret": secret})
    return made


async def make_people(world: World) -> None:
    """Everybody with a card. Each secret costs 25 ms of one core, so both cores work."""
    wanted = content("people")["people"]
    fresh = await asyncio.gather(*(new_secrets() for _ in wanted))
    async with writing():
        for told, made in zip(wanted, fresh, strict=True):
            world.people[told["key"]] = await _person(world, told, made)


async def _person(world: World, told: dict[str, Any], made: Secrets) -> Person:
    school = world.schools.get(told.get("school", ""))
    until = _birthday_month(told["age"], YEARS_UNREAD) if told["age"] < YEARS_UNREAD else None
    leaves = _birthday_month(told["age"], YEARS_HERE)
    row = (told["pseudonym"], school, told["role"], until, leaves, told["card_name"], month(now()))
    member = int(await ADD.value(*row))
    await names.take(member, "name", told["pseudonym"])
    await names.take(member, "card", told["card_name"])
    await NEW_CARD.rows(member, None, made.code_hash, made.words_hash)
    if told["role"] == "deputy":
        await STAND_IN.rows(school, told["seat"], member)
    elif "seat" in told and school is None:
        await SIT_AT_LARGE.rows(told["seat"], member)
    elif "seat" in told:
        await SIT.rows(school, told["seat"], member)
    seat = await SEAT_OF.value(member)
    me = Me(0, member, None, told["pseudonym"], told["role"], school, seat, until, True, None)
    school_name = next((s["name"] for s in content("municipality")["schools"] if s["key"] == told.get("school")), None)
    return Person(me, told["card_name"], made.code, made.words, school_name, until is not None)


def _birthday_month(age: int, birthday: int) -> str:
    """`YYYY-MM` in which somebody of `age` turns `birthday`: half a year after their last one."""
    day = today()
    months = day.year * 12 + day.month - 1 + (birthday - age) * 12 - 6
    return date(months // 12, months % 12 + 1, 1).strftime("%Y-%m")
