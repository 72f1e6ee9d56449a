"""Which words in a title name which kind of document."""

import re
from typing import Final

from radslag.agreement.vocabulary import DocumentKind as Kind
from radslag.formats.understanding.recognising.patterns import any_of

LONGEST_TITLE: Final = 160
_FOLDED: Final = str.maketrans("åäáàâöóôøéèêüÅÄÖÉ", "aaaaaoooøeeeuaaoe")


def folded(text: str) -> str:
    """Return a text in small letters without å, ä and ö, as bad readings have it."""
    return " ".join(text.translate(_FOLDED).lower().split(" "))


# Which words in a title name which kind; the first that fits is taken, so what is said
# of something else ("remissyttrande over utvecklingsprogram") stands before it.
TITLES: Final[tuple[tuple[Kind, "re.Pattern[str]"], ...]] = (
    (
        Kind.MINUTES_EXTRACT,
        any_of(
            r"protokollsutdrag",
            r"utdrag (?:ur|av) (?:sammantrades)?protokoll",
            r"^beslutsprotokoll",
        ),
    ),
    (
        Kind.REFERRAL_RESPONSE,
        any_of(
            r"remis(?:syttrande|svar)",
            r"(?<!begaran om )yttrande over",
            r"svar pa remiss",
            r"^yttrande\b",
            r"samradsyttrande",
        ),
    ),
    (
        Kind.PROPOSAL,
        any_of(
            r"tjansteskrivelse",
            r"tjansteutlatande",
            r"^(?:forslag till beslut|forvaltningens forslag)",
            r"beslutsunderlag",
            r"forvaltning(?:en)?s?(?:s)? (?:forslag till|yttrande)",
        ),
    ),
    (
        Kind.REFERRAL,
        any_of(
            r"^remiss\b",
            r"remissversion",
            r"remissmissiv",
            r"remiss av",
            r"begaran om yttrande",
            r"inbjudan att (?:lamna|inkomma med) (?:yttrande|synpunkter)",
            r"samradsremiss",
            r"^samrad om",
        ),
    ),
    (
        Kind.MEETING_NOTICE,
        any_of(
            r"^kallelse\b",
            r"kallelse (?:till|och)",
            r"^foredragningslista",
            r"^dagordning\b",
            r"motesinbjudan",
            r"^inbjudan till .*(?:mote|sammantrade)",
            r"^forslag till dagordning",
        ),
    ),
    (
        Kind.MINUTES,
        any_of(
            r"minnesanteckning",
            r"motesanteckning",
            r"^anteckningar (?:fran|forda)",
            r"protokoll\b(?!sutdrag)",
            r"^motesprotokoll",
            r"^(?:beslutslogg|beslutslista|beslutsanteckning)",
            r"^motesnotering",
        ),
    ),
    (
        Kind.ANNUAL_REPORT,
        any_of(
            r"arsredovisning",
            r"verksamhetsberattelse",
            r"arsberattelse",
            r"arsbokslut",
            r"arsrapport",
            r"verksamhetsuppfoljning",
            r"uppfoljning av (?:verksamhets|handlings)plan",
            r"delarsrapport",
            r"bokslut \d{4}",
        ),
    ),
    (
        Kind.AGREEMENT,
        any_of(
            r"(?:samarbets|samverkans|konsortial|natverks|overenskommelse|"
            r"delagar)avtal",
            r"^avtal\b",
            r"^overenskommelse\b",
            r"samverkansoverenskommelse",
            r"avtal om (?:samverkan|samarbete)",
        ),
    ),
    (
        Kind.ACTION_PLAN,
        any_of(
            r"handlingsplan",
            r"aktivitetsplan",
            r"atgardsplan",
            r"aktivitetslista",
            r"genomforandeplan",
        ),
    ),
    (
        Kind.ANNUAL_PLAN,
        any_of(
            r"verksamhetsplan",
            r"verksamhetsinriktning",
            r"plan och budget",
            r"arsplan\b",
            r"verksamhets- och budgetplan",
            r"budget och verksamhet",
            r"arbetsplan",
            r"^budget \d{4}",
        ),
    ),
    (
        Kind.PROGRAMME,
        any_of(
            r"utvecklingsprogram",
            r"malprogram",
            r"utvecklingsstrategi",
            r"utvecklingsplan\b",
            r"samverkansprogram",
            r"strategisk plan",
            r"maldokument",
            r"inriktningsdokument",
            r"regional strategi",
            r"gemensam strategi",
            r"strategi for \w+",
            r"^program for",
            r"malbild \d{4}",
            r"^vision \d{4}",
        ),
    ),
    (
        Kind.APPOINTMENT_LIST,
        any_of(
            r"(?:ledamots|medlems|kontakt|deltagar|representant|uppdrags|"
            r"namn)(?:lista|forteckning)",
            r"forteckning over",
            r"^(?:ledamoter|representanter|medlemmar|fortroendevalda|utsedda)\b",
            r"sammansattning \d{4}",
        ),
    ),
)


def title_kind(text: str) -> Kind | None:
    """Return the kind that a title names, or None."""
    if len(text) > LONGEST_TITLE:
        return None
    plain = folded(text)
    return next((kind for kind, pattern in TITLES if pattern.search(plain)), None)
