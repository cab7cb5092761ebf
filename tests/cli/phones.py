"""Phones of the demo's members that vote, over HTTP, as quickly as they can."""

import html
import http.client
import re
import urllib.parse

from tests.cli.place import Place

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
COOKIE = "__Host-zp"


class Phone:
    """One card, signed in by the code of its link."""

    def __init__(self, place: Place, link: str) -> None:
        self.place = place
        answer, _ = self._send("POST", "/karte/anmeldung", {"code": link.partition("#")[2], "own_device": "on"}, "")
        self.cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        assert self.cookie.startswith(COOKIE), answer.status

    def _send(self, method: str, path: str, form: dict[str, str], cookie: str) -> tuple[http.client.HTTPResponse, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.place.port, timeout=20)
        headers = SAME_ORIGIN | ({"Cookie": cookie} if cookie else {})
        connection.request(method, path, urllib.parse.urlencode(form) or None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text

    def get(self, path: str) -> tuple[int, str]:
        answer, text = self._send("GET", path, {}, self.cookie)
        return answer.status, text

    def post(self, path: str, **form: str) -> int:
        return self._send("POST", path, form, self.cookie)[0].status

    def vote(self, poll: str, choice: str = "yes") -> int:
        """200 or 303 when the vote is in. Raises OSError when the server went away meanwhile."""
        _, page = self.get(f"{poll}/stimme")
        slip = re.search(r'name="receipt" value="([^"]*)"', page)
        if slip is None:
            assert "Deine Stimme ist drin" in page
            return 200
        return self.post(f"{poll}/stimme", choice=choice, receipt=html.unescape(slip[1]))


def voters(place: Place) -> list[str]:
    """The links of all who may vote in the open secret poll: seats, chairs among them."""
    return [card["link"] for card in place.demo()["cards"] if card["role"] in ("member", "chair")]
