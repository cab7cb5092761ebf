"""Three drawings, made when the demo is: no photo, so nobody and no place is on them."""

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from PIL import Image, ImageDraw

from zukunftsparlament.demo.content_of import World
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.proposals.actions import edits
from zukunftsparlament.proposals.actions.edit_pictures import PictureTyped
from zukunftsparlament.proposals.actions.pictures import Taken, attach, taken
from zukunftsparlament.proposals.queries import row_of

SKY, GRASS, WATER, STONE, WOOD, INK = "#CFE8FF", "#9BD08B", "#3F8EE0", "#B9B4C7", "#B5783F", "#1B1230"


def fountain(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, 1200, 560), SKY)
    draw.rectangle((0, 560, 1200, 800), GRASS)
    draw.rounded_rectangle((520, 380, 680, 700), 20, STONE, INK, 8)
    draw.rounded_rectangle((440, 320, 760, 400), 40, STONE, INK, 8)
    draw.arc((480, 180, 640, 440), 190, 350, WATER, 22)
    draw.ellipse((880, 80, 1020, 220), "#FFC53D", INK, 8)


def bicycles(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, 1200, 520), SKY)
    draw.rectangle((0, 520, 1200, 800), STONE)
    draw.line([(100, 230), (600, 130), (1100, 230)], WOOD, 40, joint="curve")
    for left in (180, 560):
        for wheel in (left, left + 220):
            draw.ellipse((wheel, 420, wheel + 180, 600), None, INK, 14)
        draw.line([(left + 90, 510), (left + 170, 370), (left + 300, 370), (left + 310, 510)], "#5B2BD9", 16)
    draw.line([(120, 210), (120, 620)], WOOD, 26)
    draw.line([(1080, 210), (1080, 620)], WOOD, 26)


def night_bus(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, 1200, 800), INK)
    draw.ellipse((940, 70, 1080, 210), "#FFC53D")
    draw.rectangle((0, 640, 1200, 800), STONE)
    draw.rounded_rectangle((180, 300, 980, 640), 40, "#5B2BD9", SKY, 8)
    for left in (240, 420, 600, 780):
        draw.rounded_rectangle((left, 360, left + 140, 480), 16, "#FFE9A8", INK, 6)
    for left in (300, 740):
        draw.ellipse((left, 570, left + 130, 700), STONE, INK, 30)


DRAWINGS: dict[str, tuple[Callable[[ImageDraw.ImageDraw], None], str]] = {
    "trinkbrunnen": (fountain, "Gezeichnet: ein Trinkbrunnen aus Stein auf einer Wiese, oben kommt Wasser heraus."),
    "fahrradstaender": (bicycles, "Gezeichnet: zwei Fahrräder stehen unter einem Dach aus Holz."),
}


WAITS, AUTHOR = "nachtbus", "naechtlicher_uhu"
WHAT_WAITS = "Gezeichnet: ein lila Bus in der Nacht, oben scheint der Mond."


async def draw_pictures(world: World) -> None:
    for key, (draw, alt) in DRAWINGS.items():
        proposal = await row_of(world.proposals[key])
        async with drawn(draw) as new, writing():
            await attach(proposal.id, new, alt)


async def send_a_picture_in(world: World) -> None:
    """With an edit; somebody has to look at it before all see it."""
    number, author = world.proposals[WAITS], world.people[AUTHOR].me
    async with drawn(night_bus) as new:
        await edits.keep(number, author.card, {}, stamp="", picture=PictureTyped(new, alt=WHAT_WAITS))
    await edits.submit(number, author)


@asynccontextmanager
async def drawn(draw: Callable[[ImageDraw.ImageDraw], None]) -> AsyncIterator[Taken]:
    drawing = Image.new("RGB", (1200, 800))
    draw(ImageDraw.Draw(drawing))
    with tempfile.TemporaryFile() as file:
        drawing.save(file, "PNG")
        async with taken(file) as new:
            yield new
