"""The hand-over for other programs. Indented for the eye; the fingerprint is over the canonical form."""

import json

from zukunftsparlament.dossiers.shape import Handover


def handover_json(frozen: Handover) -> bytes:
    text = json.dumps(frozen, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return text.encode("utf-8", errors="replace")
