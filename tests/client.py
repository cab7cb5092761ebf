"""A browser without JavaScript for tests: keeps the cookie, sends what browsers send."""

import re
from typing import Any, Self

import httpx

from zukunftsparlament.app import app
from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.people.actions import NEW_SESSION
from zukunftsparlament.people.secrets import digest, new_token

WORD_WITH_HELP = re.compile(r'<a class="word"[^>]*>([^<]*)</a>')
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


class Client(httpx.AsyncClient):
    """`__Host-` cookies over plain http are for browsers only, so the header is set by hand."""

    def __init__(self) -> None:
        super().__init__(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1:8000", headers=SAME_ORIGIN)
        self.token: str | None = None

    async def request(self, *args: Any, **kwargs: Any) -> httpx.Response:
        headers = dict(kwargs.pop("headers", None) or {})
        if self.token and "Cookie" not in headers:
            headers["Cookie"] = f"{SESSION_COOKIE}={self.token}"
        self.cookies.clear()
        answer = await super().request(*args, headers=headers, **kwargs)
        self._remember(answer)
        return answer

    def _remember(self, answer: httpx.Response) -> None:
        for cookie in answer.headers.get_list("set-cookie"):
            name, _, rest = cookie.partition("=")
            if name == SESSION_COOKIE:
                value = rest.partition(";")[0].strip('"')
                self.token = None if not value or "Max-Age=0" in cookie else value

    async def sign_in(self, *, member: int | None = None, staff: int | None = None, own_device: bool = True) -> Self:
        """A session straight from the store, for tests that are about something else."""
        from zukunftsparlament.kernel.clock import now

        self.token = new_token()
        at = now()
        await NEW_SESSION.rows(digest(self.token), member, staff, own_device, at, at if staff else None)
        return self

    async def send_form(self, address: str, fields: Any = None, *, htmx: bool = False, **kwargs: Any) -> httpx.Response:
        """POST a form. `fields`: a dict, values may be lists."""
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"} if htmx else {}
        return await self.post(address, data=fields or {}, headers=headers, **kwargs)


def as_read(html: str) -> str:
    """As the eye reads it: the first hard word of a page is a link to its meaning."""
    return WORD_WITH_HELP.sub(r"\1", html)
