"""The headers that every answer carries (TRUST.md, "Requests")."""

from functools import cache

from zukunftsparlament.kernel.settings import settings

Headers = list[tuple[bytes, bytes]]

POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types htmx"
)
NOT_A_PAGE = b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
NOT_NEEDED = (
    "accelerometer camera display-capture fullscreen geolocation gyroscope magnetometer microphone midi payment usb"
)


@cache
def always() -> Headers:
    permissions = ", ".join(f"{feature}=()" for feature in NOT_NEEDED.split())
    headers = [
        (b"server", b""),  # granian would write its own name (issue 594 there)
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"permissions-policy", permissions.encode()),
    ]
    if settings().is_https:
        headers.append((b"strict-transport-security", b"max-age=63072000; includeSubDomains"))
    return headers


def policy(nonce: str | None) -> tuple[bytes, bytes]:
    """The content security policy of a page with this nonce; without one, of something that is no page."""
    return (b"content-security-policy", POLICY.format(nonce=nonce).encode() if nonce else NOT_A_PAGE)


def value(headers: Headers, name: bytes) -> bytes | None:
    return next((found for key, found in headers if key.lower() == name), None)


def values(headers: Headers, name: bytes) -> list[bytes]:
    """All of them: over HTTP/2 a browser sends each cookie in a header of its own."""
    return [found for key, found in headers if key == name]


def without(headers: Headers, *names: bytes) -> Headers:
    return [(key, found) for key, found in headers if key.lower() not in names]
