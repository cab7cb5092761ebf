"""The sentences of writing along."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.sittings.rules.noting import WhyNotNote

tell(
    {
        WhyNotNote.NOTE_TOO_LONG: N_("Der Text ist zu lang. Höchstens 10000 Zeichen."),
        WhyNotNote.TASK_MISSING: N_("Schreib auf, was zu tun ist."),
        WhyNotNote.TASK_TOO_LONG: N_("Die Aufgabe ist zu lang. Höchstens 300 Zeichen."),
        WhyNotNote.OWNER_MISSING: N_("Schreib auf, wer es macht. Zum Beispiel: Sitz 5, Jugendbüro."),
        WhyNotNote.OWNER_TOO_LONG: N_("Das ist zu lang. Höchstens 100 Zeichen."),
        WhyNotNote.DAY_UNREADABLE: N_("Diesen Tag verstehen wir nicht."),
        WhyNotNote.TIME_UNREADABLE: N_("Wann ist die nächste Sitzung? Tag und Uhrzeit fehlen."),
        WhyNotNote.NEXT_TOO_EARLY: N_("Die nächste Sitzung muss nach dieser sein."),
        WhyNotNote.PLACE_TOO_LONG: N_("Der Ort ist zu lang. Höchstens 120 Zeichen."),
        WhyNotNote.SEAT_UNKNOWN: N_("Diesen Sitz gibt es nicht, oder er ist nicht besetzt."),
    }
)
