"""The words of a plan's chapters and lists: of activities, of how far, of others."""

import re
from typing import Final

ACTIVITIES: Final = re.compile(
    r"(?i)^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:\w+\s+){0,2}(?:aktiviteter|åtgärder|insatser|"
    r"utvecklingsaktiviteter|uppdrag|arbetsuppgifter|löpande\s+uppgifter"
    r"|vad (?:vi )?ska(?:ll)? (?:vi )?göras?)(?:\s+(?:under\s+)?(?:\d{4}"
    r"|året))?\s*:?\s*$"
)
STATES: Final = (
    r"(?:ej\s+|inte\s+)?(?:genomför(?:da|t)|avsluta(?:de|t)|pågående|påbörja(?:de|t)"
    r"|planera(?:de|t)|framflytta(?:de|t)|framskjut(?:na|et)|uppskjut(?:na|et)"
    r"|inställ(?:da|t)|kvarstående|slutför(?:da|t))"
)
LIST_STATUS: Final = re.compile(rf"(?i)^\W*({STATES})\b")
# The heading over a list says how far all in it have come, and no more.
ONLY_STATUS: Final = re.compile(
    rf"(?i)^\W*{STATES}(?:\s+(?:under\s+)?(?:året|\d{{4}}))?\W*$"
)
INTRODUCES: Final = re.compile(
    r"(?i)^(?:under (?:året|\d{4})|följande|planerade|vi |kansliet|i kansliets uppdrag)"
    r".*(?:\b(?:ska|ska vi|kommer|planeras|ingår att)\s*:?|"
    r"\b(?:aktiviteter|insatser|åtgärder|uppdrag|ska|planeras|genomförs)\b.*:)\s*$"
)
# "Kansliets löpande uppgifter": what the secretariat does anyhow is no goal.
_OWN_WORK: Final = re.compile(
    r"(?i)^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:kansliets|sekretariatets|samordnarens)\s+"
    r"(?:löpande\s+|ordinarie\s+|egna\s+)*(?:arbets)?(?:uppgifter|uppdrag|arbete)\s*:?$"
)
OTHER_SUBJECT: Final = re.compile(
    r"(?i)\b(?:budget|ekonomi|kalend|möte|sammanträde|organisation|avgift|bokslut"
    r"|resultaträkning|intäkt|kostnader\b|invånar)"
)


def is_own_work(text: str) -> bool:
    """Tell whether a heading is of the secretariat's own tasks, and of no goal."""
    return _OWN_WORK.match(text.strip()) is not None
