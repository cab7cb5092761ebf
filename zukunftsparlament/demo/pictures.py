"""Two drawings, made when the demo is: no photo, so nobody and no place is on them."""

import tempfile
from collections.abc import Callable

from PIL import Image, ImageDraw

from zukunftsparlament.demo.content_of import World
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.proposals.actions.pictures import attach, taken
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


DRAWINGS: dict[str, tuple[Callable[[ImageDraw.ImageDraw], None], str]] = {
    "trinkbrunnen": (fountain, "Gezeichnet: ein Trinkbrunnen aus Stein auf einer Wiese, oben kommt Wasser heraus."),
    "fahrradstaender": (bicycles, "Gezeichnet: zwei Fahrräder stehen unter einem Dach aus Holz."),
}


async def draw_pictures(world: World) -> None:
    for key, (draw, alt) in DRAWINGS.items():
        drawing = Image.new("RGB", (1200, 800))
        draw(ImageDraw.Draw(drawing))
        proposal = await row_of(world.proposals[key])
        with tempfile.TemporaryFile() as file:
            drawing.save(file, "PNG")
            async with taken(file) as new, writing():
                await attach(proposal.id, new, alt)
