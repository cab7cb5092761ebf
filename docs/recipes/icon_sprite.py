"""Join icons into one sprite: python docs/recipes/icon_sprite.py LUCIDE_ICONS PICTURES SPRITE

LUCIDE_ICONS is the folder `icons` of npm `lucide-static` (ISC), PICTURES our static/pictures (OpenMoji, CC BY-SA 4.0).
Topic pictures live in the sprite as well, so that a wall of twenty proposals costs one request.
"""

import re
import sys
from pathlib import Path

NAMES = """
a-large-small arrow-left arrow-right ban bell calendar camera check chevron-down circle-alert circle-check
circle-dashed circle-minus circle-question-mark circle-slash circle-stop clipboard-check clock copy download equal
eye file-text flag hand hand-helping handshake hourglass house id-card image inbox info key-round landmark lightbulb
link list lock log-in log-out map-pin megaphone merge message-square-reply messages-square minus octagon-x
party-popper pencil phone play plus presentation printer qr-code refresh-cw scale search send shield-check
smartphone star thumbs-down thumbs-up trash-2 triangle-alert undo-2 user-round users-round volume-2 vote wrench x
"""
TOPICS = {
    "schule": "schulranzen",
    "freizeit": "skateboard",
    "verkehr": "fahrrad",
    "umwelt": "baum",
    "sport": "fussball",
    "digital": "handy",
    "zusammenleben": "dorf",
    "sonstiges": "gluehbirne",
}


def inside(svg: str) -> str:
    """What stands between <svg …> and </svg>, on one line."""
    body = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    body = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", body, flags=re.DOTALL)
    return re.sub(r"\s+", " ", body).replace("> <", "><").replace(" />", "/>").strip()


def sprite(lucide: Path, pictures: Path) -> str:
    symbols = [
        f'<symbol id="{name}" viewBox="0 0 24 24">{inside((lucide / f"{name}.svg").read_text())}</symbol>'
        for name in NAMES.split()
    ]
    symbols += [
        f'<symbol id="topic-{topic}" viewBox="0 0 72 72">{inside((pictures / f"{slug}.svg").read_text())}</symbol>'
        for topic, slug in TOPICS.items()
    ]
    logo = inside((pictures.parent / "logo.svg").read_text())
    symbols.append(f'<symbol id="logo" viewBox="0 0 72 72">{logo}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(sprite(Path(sys.argv[1]), Path(sys.argv[2])), encoding="utf-8")
