"""What the rules answer, said to a young person."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.proposals.rules import ReportReason, WhyNot, WithdrawalReason
from zukunftsparlament.proposals.rules.writing import Problem

tell(
    {
        WhyNot.OWN_PROPOSAL: N_(
            "Das ist dein eigener Vorschlag. Dass du ihn willst, ist klar: Hier zählen die anderen."
        ),
        WhyNot.IN_VOTE: N_("Über diesen Vorschlag wird gerade abgestimmt. Bis das vorbei ist, bleibt er, wie er ist."),
        WhyNot.DECIDED: N_("Über diesen Vorschlag ist schon abgestimmt. Er sammelt keine Unterstützung mehr."),
        WhyNot.WITHDRAWN: N_("Dieser Vorschlag ist zurückgezogen. Du kannst einen eigenen machen."),
        WhyNot.MERGED: N_("Dieser Vorschlag ist mit einem anderen zusammengelegt. Dort geht es weiter."),
        WhyNot.NOT_TAKEN_UP: N_("Dieser Vorschlag ist nicht aufgenommen worden. Der Grund steht auf seiner Seite."),
        WhyNot.IS_BEING_READ: N_(
            "Dein Vorschlag wird gerade gelesen. So lange kann ihn niemand ändern, auch du nicht."
        ),
        WhyNot.IS_DECLINED: N_("Dieser Vorschlag ist nicht freigegeben worden. Du kannst einen neuen machen."),
        WhyNot.TOO_MANY_DRAFTS: N_("Du hast schon sehr viele Entwürfe. Mach einen fertig, oder lösche einen."),
    }
)

EMPTY = {
    "title": N_("Dein Vorschlag braucht eine Überschrift."),
    "text": N_("Schreib auf, was du vorschlägst."),
    "reason": N_("Schreib auf, warum das wichtig ist."),
    "topic": N_("Such ein Thema aus."),
    "contribution": N_("Schreib etwas, oder tippe nur auf „Will ich auch“."),
    "stance": N_("Such aus, was du sagen willst: dafür, dagegen, eine Frage oder eine Verbesserung."),
    "withdrawal": N_("Such einen Grund aus, oder schreib selbst einen auf."),
    "turn_down": N_("Ohne einen Grund geht es nicht: Alle wollen wissen, warum."),
    "words": N_("Schreib dazu, warum die zwei zusammengehören."),
    "report": N_("Tippe an, was nicht okay ist."),
}
TOO_LONG = N_("Das sind {typed} Zeichen. Es passen höchstens {limit} hinein. Kürze es ein bisschen.")

# A picture out of static/pictures, and what it says.
REPORT_REASONS = {
    ReportReason.INSULT: ("gewitter", N_("Beleidigt oder macht jemanden fertig")),
    ReportReason.HATE: ("stoppschild", N_("Hass gegen eine Gruppe")),
    ReportReason.THREAT: ("blitz", N_("Droht oder macht Angst")),
    ReportReason.DANGER: ("rettungsring", N_("Jemand ist in Gefahr oder tut sich weh")),
    ReportReason.PRIVATE: ("vorhaengeschloss", N_("Verrät etwas Privates")),
    ReportReason.PICTURE: ("kamera", N_("Ein Bild von jemandem, der das nicht will")),
    ReportReason.SEXUAL: ("auge", N_("Nackt, eklig oder brutal")),
    ReportReason.UNTRUE: ("fragezeichen", N_("Gelogen oder ein Gerücht")),
    ReportReason.ADVERT: ("preisschild", N_("Werbung oder Quatsch")),
    ReportReason.OTHER: ("sprechblase", N_("Etwas anderes")),
}

WITHDRAWAL_REASONS = {
    WithdrawalReason.CHANGED_MY_MIND: N_("Ich will es nicht mehr."),
    WithdrawalReason.ALREADY_DONE: N_("Es hat sich erledigt."),
    WithdrawalReason.WRITE_ANEW: N_("Ich möchte es noch einmal neu schreiben."),
}
OWN_REASON_IS_READ_FIRST = N_(
    "Such bitte einen der Gründe aus. Was du selbst schreibst, liest erst jemand, und zurückgezogen wird sofort."
)

GROUPS = {
    "sammelt": N_("Sammelt Unterstützung"),
    "abstimmung": N_("Wird abgestimmt"),
    "entschieden": N_("Entschieden"),
    "uebergeben": N_("Bei den Erwachsenen"),
    "beantwortet": N_("Beantwortet"),
    "beendet": N_("Nicht weiter verfolgt"),
}
TOPICS = {
    "schule": N_("Schule"),
    "freizeit": N_("Freizeit"),
    "verkehr": N_("Verkehr"),
    "umwelt": N_("Umwelt"),
    "sport": N_("Sport"),
    "digital": N_("Digitales"),
    "zusammenleben": N_("Zusammenleben"),
    "sonstiges": N_("Sonstiges"),
}


def problem_sentence(name: str, problem: Problem, typed: str, *, limit: int = 0) -> str:
    """What is wrong with the field `name`; `limit` in characters."""
    if problem is Problem.TOO_LONG:
        return _(TOO_LONG).format(typed=len(typed), limit=limit)
    return _(EMPTY[name])


def pace_sentence(seconds: int) -> str:
    """For whoever posted too much at once."""
    minutes = -(-seconds // 60)
    said = ngettext(
        "Das war gerade sehr viel auf einmal. In einer Minute geht es weiter. Dein Text bleibt so lange hier stehen.",
        "Das war gerade sehr viel auf einmal. In {n} Minuten geht es weiter. Dein Text bleibt so lange hier stehen.",
        minutes,
    )
    return said.format(n=minutes)


def withdrawal_sentence(reason: str) -> str:
    """A reason as it stands in the timeline: one to choose from in words, an own one as it was typed."""
    known = {code.value: text for code, text in WITHDRAWAL_REASONS.items()}
    return _(known[reason]) if reason in known else reason
