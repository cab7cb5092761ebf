"""Words of somebody who may be in danger, folded. For `guard`: a post is held, and its author sees who helps.

Only what people say of themselves: whoever asks for help at school, or writes about fish that die, is not meant.
Fillers are bounded, so that any text is looked at in no time.
"""

import re

FEW = r"(?:[a-z]{1,15} ){0,2}"
ONLY = r"(?:(?:nur|einfach|nicht|mehr|am|liebsten|lieber|jetzt|gern|gerne|echt|wirklich|so|auch) ){0,3}"
DEATH = (
    rf"\b(?:ich|will|moechte|wuerde|mag) {ONLY}sterben\b",
    r"\b(?:ich|will|moechte|mag|kann)\b[^.!?]{0,30}\bnicht (?:mehr|laenger) (?:weiter ?)?leben\b(?<!zusammenleben)",
    r"\b(?:will|moechte|mag) (?:einfach )?nicht mehr (?:da ?sein|aufwachen|existieren)\b",
    r"\b(?:lieber|liebsten|besser|waere ich|ich waere|ich will|ich moechte) tot\b",
    r"\b(?:mein|meinem) leben (?:zu )?(?:beenden|ein ende)\b",
    r"\b(?:ich|mich|mir|mein[a-z]{0,2})\b[^.!?]{0,60}\b(?:suizid|selbstmord)",
    rf"\bbringe? (?:ich )?mich {FEW}um\b|\bmich {FEW}(?:umbringen?|umzubringen|erhaengen|aufhaengen)\b",
    r"\b(?:kill|killing|hurt|hurting|cut|cutting) myself\b|\bwan(?:t to|na) die\b",
)
HARM = (
    rf"\britze? (?:ich )?mich\b|\bmich {FEW}(?:ritzen?|geritzt)\b",
    r"\b(?:verletze|schneide) (?:ich )?mich (?:selbst|selber|absichtlich)\b",
    r"\bmich (?:selbst|selber|absichtlich) (?:zu )?(?:verletzen?|schneiden?)\b",
    r"\b(?:tue?|antue?|antun)\b ?(?:ich )?mir (?:et)?was an\b|\bmir (?:et)?was (?:antun|anzutun|antue?)\b",
)
OTHERS = (
    r"\b(?:stief)?(?:vater|mutter|papa|mama|onkel|opa|bruder|freund)\b[^.!?]{0,30}"
    r"\b(?:schlaegt|verpruegelt|begrapscht|missbraucht)\b[^.!?]{0,15}\b(?:mich|uns)\b",
    rf"\bfasst mich {FEW}an\b",
)
WORRY = re.compile("|".join((*DEATH, *HARM, *OTHERS)))


def is_worrying(folded_text: str) -> bool:
    return bool(WORRY.search(folded_text))
