"""How each stage of a proposal looks and what it is called, for badges and for the timeline."""

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _

STAGES = {
    "draft": ("pencil", N_("Entwurf")),
    "held": ("eye", N_("Wird gelesen")),
    "public": ("hand", N_("Sammelt Unterstützung")),
    "ripe": ("star", N_("Reif für eine Sitzung")),
    "in_vote": ("vote", N_("Wird abgestimmt")),
    "accepted": ("circle-check", N_("Angenommen")),
    "rejected": ("octagon-x", N_("Abgelehnt")),
    "tied": ("scale", N_("Gleichstand")),
    "handed_over": ("send", N_("Bei den Erwachsenen")),
    "answered": ("message-square-reply", N_("Beantwortet")),
    "done": ("party-popper", N_("Erledigt")),
    "withdrawn": ("undo-2", N_("Zurückgezogen")),
    "merged": ("merge", N_("Zusammengelegt")),
    "not_taken_up": ("circle-slash", N_("Nicht aufgenommen")),
}


def stage_sign(code: str) -> str:
    return STAGES[code][0]


def stage_word(code: str) -> str:
    return _(STAGES[code][1])


add_filter("stage_sign", stage_sign)
add_filter("stage_word", stage_word)
