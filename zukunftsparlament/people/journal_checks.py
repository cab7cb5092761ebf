"""Whether seats, roles and accounts are what the journal says of them."""

from zukunftsparlament.journal.queries import Act, acts
from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people import minutes

STAFF = Sql("SELECT name, passphrase_hash, sealed_totp, ended_at FROM staff ORDER BY id")
ABOUT_ROLES = (
    ("add_seat", "seat"), ("take_seat", "seat"), ("leave_seat", "seat"), ("name_deputy", "seat"),
    ("give_role", "role"), ("begin", "role"), ("restore", "store"), ("delete_member", "member"),
)  # fmt: skip


async def _roles_fit() -> Found:
    before = await _last_about_roles()
    found = await minutes.of_roles()
    after = await _last_about_roles()
    if before is None or after is None or before.entry != after.entry:  # nothing to compare with, or changing now
        return None
    if before.facts["roles"] != found:
        said = _("Sitze oder Rollen sind andere als im Journal nach Eintrag {entry}.")
        return said.format(entry=before.entry)
    return None


async def _last_about_roles() -> Act | None:
    known = [act for verb, kind in ABOUT_ROLES for act in await acts(verb, kind) if "roles" in act.facts]
    return max(known, key=lambda act: act.entry, default=None)


async def _accounts_fit() -> Found:
    before, rows, after = await _about_accounts(), await STAFF.rows(), await _about_accounts()
    if before != after:
        return None  # changing now
    last = {act.facts["name"]: (verb, act) for verb, act in before}
    secrets = {act.facts["name"]: act.facts.get("account") for verb, act in before if verb != "end_staff"}
    for row in rows:
        name = row["name"]
        if name not in last:
            return _("Konto „{name}“ steht nicht im Journal.").format(name=name)
        if secrets[name] not in (None, minutes.of_account(row["passphrase_hash"], row["sealed_totp"])):
            return _("Konto „{name}“: Passphrase oder zweiter Faktor sind andere als im Journal.").format(name=name)
        if (row["ended_at"] is not None) != (last[name][0] == "end_staff"):
            return _("Konto „{name}“: Ob es beendet ist, steht anders im Journal.").format(name=name)
    return None


async def _about_accounts() -> list[tuple[str, Act]]:
    found = [(verb, act) for verb in ("create_staff", "renew_staff", "end_staff") for act in await acts(verb, "staff")]
    return sorted(found, key=lambda one: one[1].entry)


JOURNAL_CHECKS = (
    Check(N_("Sitze, Rollen und Journal"), _roles_fit),
    Check(N_("Konten und Journal"), _accounts_fit),
)
