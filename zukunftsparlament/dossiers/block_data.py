"""Blocks as plain values, for whatever sets them: Typst, or a template."""

from collections.abc import Mapping
from typing import Any

from zukunftsparlament.dossiers.blocks import Block, Drawing, Grid, Heading, Points, Words


def as_data(block: Block) -> Mapping[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "text": block.text, "level": block.level, "link": block.link}
        case Words():
            return {"is": "words", "text": block.text, "lead": block.lead, "style": block.style, "link": block.link}
        case Points():
            return {"is": "points", "texts": list(block.texts)}
        case Grid():
            rows = [list(row) for row in block.rows]
            return {
                "is": "grid",
                "title": block.title,
                "widths": list(block.widths),
                "header": list(block.header),
                "rows": rows,
            }
        case Drawing():
            return {"is": "nothing"}  # none of our papers has one here
