"""One way to write a hand-over down, so that everybody gets the same fingerprint of it."""

import hashlib
import json

from zukunftsparlament.dossiers.shape import Handover


def canonical(value: object) -> bytes:
    """JSON with sorted keys, without spaces, in UTF-8. Half a surrogate pair, which UTF-8 cannot hold, becomes `?`."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", errors="replace")


def fingerprint(frozen: Handover) -> str:
    """SHA-256 of the hand-over without `sha256` and without the answers: they come later and must not change it."""
    asked = {key: value for key, value in frozen.items() if key not in ("sha256", "decisions")}
    decisions = [{key: value for key, value in decision.items() if key != "answer"} for decision in frozen["decisions"]]
    return hashlib.sha256(canonical(asked | {"decisions": decisions})).hexdigest()
