"""Pages and fragments. A page is a template with what its action found; a fragment is a piece of one."""

from datetime import date, datetime
from typing import Any

from litestar import Request, Response
from litestar.response import Redirect
from minijinja import safe

from zukunftsparlament.kernel import assets
from zukunftsparlament.kernel.pieces import NONCE
from zukunftsparlament.kernel.templates import add_filter, templates
from zukunftsparlament.kernel.visit import visit

HTML = "text/html"

AnyRequest = Request[Any, Any, Any]


def render(template: str, **found: Any) -> str:
    current = visit.get()
    html = templates(current.language).render_template(
        template,
        nonce=current.nonce,
        me=current.me,
        here=current.here,
        come_back=current.come_back,
        language=current.language,
        text_size=current.text_size,
        fragment=current.wants_fragment,
        app_css=safe(assets.address("app.css")),
        app_js=safe(assets.address("app.js")),
        **found,
    )
    return html.replace(NONCE, current.nonce)


def page(template: str, /, *, status: int = 200, **found: Any) -> Response[str]:
    """`template` with `found`, and for a form what was typed (`form`) and what is wrong (`problems`)."""
    found.setdefault("problems", {})
    return Response(render(template, **found), status_code=status, media_type=HTML)


def kept(template: str, /, **found: Any) -> Response[str]:
    """A page that is the same for everybody who is not signed in: it may be kept in memory."""
    visit.get().keeps = visit.get().me is None
    return page(template, **found)


def go_to(address: str) -> Redirect:
    return Redirect(address, status_code=303)


def after_post(template: str, /, *, else_go_to: str, **found: Any) -> Response[Any]:
    """The fragment for a phone that asked for one, a way back to the page for one that did not."""
    if visit.get().wants_fragment:
        return page(template, **found)
    return go_to(else_go_to)


def download(body: bytes, *, name: str, media_type: str) -> Response[bytes]:
    """A file to save. `name` is ours (plain ASCII), never something typed. What somebody gets who is not signed in
    may be kept by their browser, which asks whether it is still the same."""
    visit.get().keeps = visit.get().me is None
    disposition = f'attachment; filename="{name}"'
    media_type = media_type.removesuffix("; charset=utf-8")  # the answer says so by itself
    return Response(body, media_type=media_type, headers={"Content-Disposition": disposition})


__all__ = ["AnyRequest", "add_filter", "after_post", "date", "datetime", "download", "go_to", "kept", "page", "render"]
