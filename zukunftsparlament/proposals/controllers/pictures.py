"""The file of a picture, for whoever may see its proposal."""

import asyncio

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import AnyRequest
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.people.access import public, whoever
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.proposals.queries.pictures import File, file_named
from zukunftsparlament.proposals.rules.pictures import may_see

# May be kept, but is asked for again each time: a removed one is gone at once.
KEEP_AND_ASK = "no-cache"


class PictureController(Controller):
    guards = [public]

    @get("/bilder/{name:str}", name="picture")
    async def show(self, request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
        file = await file_named(name)
        if not await _may_see(file):
            raise Missing
        if not file.standing.is_public or file.standing.is_removed:
            return Response(await _read(file), media_type="image/webp")  # for one person: no-store
        headers = {"Cache-Control": KEEP_AND_ASK, "ETag": f'"{file.sha256[:24]}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(b"", status_code=304, headers=headers)
        return Response(await _read(file), media_type="image/webp", headers=headers)


async def _may_see(file: File) -> bool:
    me, is_author = whoever(), False
    if not file.standing.is_public and me is not None and me.member is not None:
        is_author = me.member in await authors_of(file.proposal)
    return may_see(file.standing, is_author=is_author, is_office=me is not None and me.is_staff)


async def _read(file: File) -> bytes:
    try:
        return await asyncio.to_thread(folder.path_of(file.token, file.width).read_bytes)
    except FileNotFoundError as error:
        raise Missing from error
