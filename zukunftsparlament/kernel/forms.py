"""What somebody typed. Nothing is lost, nothing is believed."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request
from litestar.exceptions import ClientException

from zukunftsparlament.kernel.uploads import TEXT_BYTES, Upload, boundary_of, read_parts

NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"
MOST_FIELDS = 500


class Form:
    """The fields of one POST, in order; a field may occur more than once."""

    def __init__(self, fields: list[tuple[str, str]] | None = None, uploads: dict[str, Upload] | None = None) -> None:
        self.fields = fields or []
        self.uploads = uploads or {}

    def text(self, name: str) -> str:
        """What was typed, without white space around it; "" when the field is missing."""
        return self.raw(name).strip()

    def raw(self, name: str) -> str:
        return next((value for field, value in self.fields if field == name), "")

    def all(self, name: str) -> list[str]:
        return [value for field, value in self.fields if field == name]

    def ticked(self, name: str) -> bool:
        return any(field == name for field, _ in self.fields)

    def number(self, name: str) -> int | None:
        """A whole number of at most nine digits, or None."""
        typed = self.text(name)
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 9 else None

    def without(self, *names: str) -> list[tuple[str, str]]:
        return [(field, value) for field, value in self.fields if field not in names]

    def __getitem__(self, name: str) -> str:
        return self.raw(name)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.fields)


def clean(value: str) -> str:
    """Line ends as one character; NUL, which PostgreSQL cannot store, made visible. All else stays as typed."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", NO_CHARACTER)


async def read_form(request: Request[Any, Any, Any]) -> Form:
    """The form of this request, without files. Used as the dependency `form`."""
    if (boundary := boundary_of(request)) is not None:
        parts = await read_parts(request.stream(), boundary, takes=frozenset())
        return Form([(name, clean(value)) for name, value in parts.fields])
    body = await request.body()
    if len(body) > TEXT_BYTES:
        raise ClientException("too much text")
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise ClientException("too many fields") from error
    return Form([(name, clean(value)) for name, value in pairs])


async def read_form_with_picture(request: Request[Any, Any, Any]) -> AsyncIterator[Form]:
    """The dependency `form` of a route that takes a file in the field `picture`. It is gone with the request."""
    if (boundary := boundary_of(request)) is None:
        yield await read_form(request)
        return
    parts = await read_parts(request.stream(), boundary, takes=frozenset({"picture"}))
    try:
        yield Form([(name, clean(value)) for name, value in parts.fields], parts.uploads)
    finally:
        parts.close()


def query_form(request: Request[Any, Any, Any]) -> Form:
    """What stands behind the `?` of an address, read like a form."""
    return Form([(name, clean(value)) for name, value in request.query_params.multi_items()])
