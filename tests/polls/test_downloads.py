"""The files about a published poll, as browsers and their caches see them."""

import pytest

from tests import makers, makers_polls
from tests.client import Client

pytestmark = pytest.mark.usefixtures("store")


async def test_public_files_are_kept_by_browsers_and_asked_for_again(client: Client) -> None:
    poll = await makers_polls.published(["yes", "no"])
    here = f"/abstimmungen/{poll.number}"

    for path in (f"{here}/liste.json", f"{here}/liste.sig", f"{here}/pruefen.py", "/schluessel.pem"):
        first = await client.get(path)
        again = await client.get(path, headers={"If-None-Match": first.headers["etag"]})
        other = await client.get(path, headers={"If-None-Match": '"another"'})

        assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
        assert (again.content, other.content) == (b"", first.content)
        assert first.headers["cache-control"] == again.headers["cache-control"] == "no-cache"
        assert {"Cookie", "HX-Request-Type"} <= set(first.headers["vary"].split(", "))
        assert first.headers["content-type"].count("charset") <= 1
        assert "set-cookie" not in first.headers


async def test_what_somebody_signed_in_gets_is_never_kept(client: Client) -> None:
    poll = await makers_polls.published(["yes", "no"])
    await client.sign_in(member=await makers.member())

    answer = await client.get(f"/abstimmungen/{poll.number}/liste.json")

    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


async def test_redirects_and_refusals_say_what_they_depend_on(client: Client) -> None:
    for path, status in (("/meins", 303), ("/gibt-es-nicht", 404), ("/healthz", 200)):
        answer = await client.get(path)
        assert (answer.status_code, answer.headers["cache-control"]) == (status, "no-store")
        assert "Cookie" in answer.headers["vary"]
