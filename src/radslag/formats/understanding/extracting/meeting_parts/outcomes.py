"""What became of a matter, told from the words a decision is written in."""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, Outcome
from radslag.formats.understanding.source import Piece

_NUMBERS: Final = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio",
    "elva", "tolv", "tretton", "fjorton", "femton",
)  # fmt: skip
_COUNT: Final = r"(?:\d{1,3}|ett|" + "|".join(_NUMBERS) + r")"
# The first that fits is taken: what postpones or sends back decides nothing else.
OUTCOMES: Final[tuple[tuple[Outcome, "re.Pattern[str]"], ...]] = (
    (
        Outcome.REFERRED_BACK,
        re.compile(r"(?i)\båter(?:remi(?:ss|tter)\w*|förvisa\w*)"),
    ),
    (
        Outcome.POSTPONED,
        re.compile(
            r"(?i)\bbord(?:lägg|lag|lades|lagd|las)\w*"
            r"|\bsk(?:juts|juta|juter|jöts|öts) "
            r"(?:(?:frågan|ärendet|punkten|beslutet|det) )?(?:upp|fram|till)"
            r"|\buppskj(?:uts|öts|uten|utet)\b|\b(?:tas?|tar vi|togs) "
            r"(?:upp )?(?:igen|åter|på nytt|upp (?:på|vid|till)|vidare till|till) "
            r".{0,12}(?:nästa|nästkommande|kommande|ett senare|(?:i|till) (?:jan|feb"
            r"|mars|april|maj|juni|juli|aug|sep|okt|nov|dec|höst|vår))|återkommer "
            r"(?:på|till|vid) "
            r"(?:nästa|nästkommande|kommande|ett senare|mötet)"
            r"|\bta(?:r|s)? upp (?:frågan|ärendet|punkten|det|den) "
            r"(?:igen|på nytt|åter|senare)\b"
            r"|(?:utgår|stryks) och tas upp|"
            r"\bflyttas (?:fram )?till|framflytta\w*|senareläg\w*"
        ),
    ),
    (
        Outcome.PLACED_ON_FILE,
        re.compile(
            r"(?i)\b(?:läggs?|lägger|lades|lägga|lagts|lade)\b"
            r".{0,70}\btill handlingarna"
            r"|^till handlingarna"
        ),
    ),
    (
        Outcome.NOTED,
        re.compile(
            r"(?i)\bantecknas?\b|\bantecknades\b|\bantecknar (?:sig )?\w*|\bnoter"
            r"(?:as?|ades|ar|at|ade)\b|\btar? (?:del av )?informationen\b|\btar "
            r"(?:emot|till sig)\b|\b(?:tackar|tackade) för (?:information"
            r"|redovis|rapport|present|dragning|genomgång|svar)|\b(?:tog|tar) del av\b"
        ),
    ),
    (
        Outcome.REJECTED,
        re.compile(
            r"(?i)\bavslå(?:s|r)?\b|\bavslog(?:s)?\b|\bavslagits\b|\bavböj\w*"
            r"|\b(?:godkänner|godkändes|antas|antogs|bifalls|bifölls) (?:inte|ej)\b"
            r"|\b(?:inte|ej) (?:bifalla|godkänna|anta)\b|\bsa(?:de)? nej till\b"
        ),
    ),
)
_DECIDED: Final = re.compile(
    r"""(?ix)
      \bbeslut(?:ar|as|ade|ades|at|ats)\b | \bbeslöt(?:s)?\b | ^beslut\b
    | \benades?\b | \benas\ om\b
    | \b(?:är|var)\ (?:eniga?|överens)\s+om\b | \bkom\ överens\ om\b
    | \bgodk(?:änns|ändes|änner|ände)\b | \bfastst(?:älls|älldes|äller|ällde)\b
    | \bant(?:as|ogs|ar|og)\b
      (?=[^.]*(?:program|plan|budget|förslag|riktlinj|avtal|polic))
    | \b(?:vi|\w*(?:gruppen|nämnden|kommittén|styrelsen|rådet|mötet))
      \ best[äa]m(?:de|mer)\b | \bbest[äa]m(?:des|s)\b\ att\b
    | \b(?:utses|utsågs|valdes|väljs)\b
    | \bställ(?:er|de)\ sig\ bakom\b | \bbif(?:alls|ölls|aller|öll)\b
    | \b(?:får|fick|ges|gavs|ger|gav)\b[^.]{0,40}\bi\ uppdrag\b
    | \buppdr(?:as|ar|og|ogs|agit)\b | \btillst(?:yrks|yrktes|yrker)\b
    | \b(?:avstyrk(?:s|tes|er)) \b
    | \bsa(?:de)?\ (?:ja|nej)\ till\b | \b(?:gav|ger)\ klartecken\b
    """
)
# What is said of another time or another body decides nothing here.
_ELSEWHERE: Final = re.compile(
    r"""(?ix)
      \b(?:ska|skall|kan|kommer(?:\ att)?|bör|väntas|beräknas|planeras|föreslås
        |förväntas|behöver|måste|skulle|vill|avser|planerar|tänker)\b[^.;]{0,40}
        \b(?:besluta?s?|antas?|bordlägga?s?|fastställa?s?|godkänna?s?|tas?|välja?s?|utse)\b
    | \b(?:tidigare|redan)\ (?:har\ )?beslut\w*
    | \b(?:beslutade|beslöt|godkände|antog)\ (?:den\ )?(?:\d{1,2}\ [a-z]+\ \d{4}
        |\d{4}-\d\d-\d\d)
    | \b(?:när|om(?!\ att)|innan|inför|efter\ att|sedan)\b[^.]{0,60}\bbeslut\w*
    | \bhar\s+(?:tidigare\s+)?(?:beslutat|antagit|godkänt|fastställt|bordlagt)\b
    | \b(?:regeringen|riksdagen|(?:kommun)?fullmäktige|kommunstyrels\w+|regionen|staten
        |trafikverket|länsstyrelsen|kommunerna|regionfullmäktige)\s
        (?:\w+\s){0,2}(?:beslut\w*|antog|antar|godkän\w*|fastst\w*)
    | \b(?:förslag(?:et)?\ till\ beslut|beslutsunderlag\w*|beslutsfatt\w*)\b
    | \byrk(?:ar|ade)\b
    | ,\ och\ det(?:ta)?\ (?:noterades|antecknades)\b
    """
)
# Who decides here and now is named, whatever else the sentence speaks of.
_OWN: Final = re.compile(
    r"(?i)\b(?:vi|mötet|gruppen|ledningsgruppen|kommittén|nämnden|styrelsen)\s"
    r"(?:bestämde|beslutade|beslöt|enades\som)\b"
)
_CONSENSUS: Final = re.compile(
    r"(?i)\b(?:enhällig\w*|enhälligt|i enighet|(?:full|total) enighet|enigt beslut"
    r"|(?:alla|samtliga) (?:var|är) (?:med på (?:det|beslutet|förslaget)|överens|eniga)"
    r"|ingen (?:var |är )?emot|i konsensus|i samförstånd"
    r"|beslutar enigt|beslutade enigt|enig nämnd)\b"
)
_DISAGREED: Final = re.compile(
    r"(?i)\b(?:kom|är|var) (?:inte|ej) (?:överens|eniga?)\b|\boeniga?\b"
    r"|\bkunde (?:inte|ej) enas\b|\b(?:någon |ingen )enighet (?:nåddes inte|nåddes)\b"
    r"|\benades inte\b"
)
_WHO: Final = r"(?:\s*\([^()]{2,160}\))?"
_VOTES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Fyra ja-röster (Alm, Berg) och två nej-röster": who voted stands beside.
        rf"\b({_COUNT})\s+ja-?röst(?:er)?{_WHO}(?:,|\s+och|\s+mot)\s+(?:och\s+)?"
        rf"({_COUNT})\s+nej-?röst(?:er)?\b",
        # Votes for each of two proposals, the first named being the one voted on.
        rf"\bröst\w*\b[^.]{{0,40}}?\b({_COUNT})\s+(?:röst(?:er)?\s+)?för\s+[^.,;]{{2,60}}?"
        rf"(?:,|\s+och|\s+mot)\s+(?:och\s+)?({_COUNT})\s+(?:röst(?:er)?\s+)?för\s+\w",
        rf"\b({_COUNT})\s+(?:ja-?)?röster(?:na)?\s+(?:för\s[^.]{{0,90}}?\s)?"
        rf"(?:mot|emot|och)\s+({_COUNT})(?:\s+(?:nej-?)?röst(?:er)?)?\b",
        rf"\b({_COUNT})\s+(?:röst(?:er)?\s+)?för(?:\s+(?:och|men))?,?\s*(?:och\s+)?"
        rf"({_COUNT})\s+(?:röst(?:er)?\s+)?(?:emot|mot)\b",
        rf"\b({_COUNT})\s+ja(?:-?röster)?(?:,|\s)\s*(?:och|mot|samt)?\s*({_COUNT})"
        rf"\s+nej(?:-?röst(?:er)?)?\b",
        r"\bja\s*[:–-]\s*(\d{1,3})\D{1,20}?\bnej\s*[:–-]\s*(\d{1,3})",
        rf"\b({_COUNT})\s+(?:ledamöter|röstar|röstade)\s+(?:röstar\s+|röstade\s+)?"
        rf"(?:för|ja)\b[^.]{{0,60}}?"
        rf"\b({_COUNT})\s+(?:röstar\s+|röstade\s+)?(?:emot|mot|nej)\b",
        r"\b(?:röstsiffrorna|rösterna)\D{1,30}(\d{1,3})\s*[–-]\s*(\d{1,3})",
    )
)
LOSING_FIRST: Final = "Färre röster nämns före de flera; vilka som var för är oklart."


# What a column says with one word, as "Avslag" or "Till handlingarna".
_ONE_WORD: Final[tuple[tuple[Outcome, "re.Pattern[str]"], ...]] = (
    (Outcome.REFERRED_BACK, re.compile(r"(?i)återremi(?:ss|tter)\w*")),
    (
        Outcome.POSTPONED,
        re.compile(r"(?i)bord(?:lagt|lagd|läggs|lades|läggning)|uppskjut\w+|vilande"),
    ),
    (
        Outcome.PLACED_ON_FILE,
        re.compile(r"(?i)(?:läggs |lagd |lagt )?till handlingarna|lagd[at]? till.*"),
    ),
    (
        Outcome.NOTED,
        re.compile(
            r"(?i)antecknat?s?|noterat?s?|information(?:en)?|för kännedom|anmält"
        ),
    ),
    (Outcome.REJECTED, re.compile(r"(?i)avsl(?:ag|ås|aget|agits|ogs)|avböjt|nej")),
    (
        Outcome.DECIDED,
        re.compile(
            r"(?i)beslut(?:at|ad|ades|as)?|bifall(?:et|its|s)?|godkän(?:[dt]|ns|des)"
            r"|antag(?:en|et)|antas|fastställ[dt]|tillstyrk[st]|ja|enligt förslag"
            r"(?:et)?|utse(?:dd|tts)|vald[a]?"
        ),
    ),
)
_SECRET: Final = re.compile(
    r"(?i)\b(?:ej|inte|icke)[- ]offentlig\w*|\bsekretessbela\w+"
    r"|\b(?:omfattas av|belag[dt] med) sekretess"
    r"|\bsekretess (?:t\.?\s?o\.?\s?m|enligt|till|råder|gäller)\b"
)


class FoundOutcome(NamedTuple):
    """An outcome and the words that say it."""

    outcome: Outcome
    piece: Piece


class Votes(NamedTuple):
    """Votes for and against a decision, with the words."""

    votes_for: int
    votes_against: int
    piece: Piece

    @property
    def certainty(self) -> tuple[Certainty, str]:
        """Doubtful where the losing side is named first."""
        if self.votes_for < self.votes_against:
            return Certainty.DOUBTFUL, LOSING_FIRST
        return Certainty.CERTAIN, ""


def outcome_in(text: str) -> tuple[Outcome, "re.Match[str]"] | None:
    """Return what words that stand as a decision say became of the matter.

    Where they only decide, the outcome is that it was decided.
    """
    for outcome, pattern in OUTCOMES:
        match = pattern.search(text)
        if match:
            return outcome, match
    match = _DECIDED.search(text)
    return (Outcome.DECIDED, match) if match else None


def outcome_of_word(piece: Piece) -> FoundOutcome | None:
    """Return the outcome that a cell of few words names, or None."""
    bare = piece.strip(" .")
    for outcome, pattern in _ONE_WORD:
        if pattern.fullmatch(bare.text):
            return FoundOutcome(outcome, bare)
    return None


def secret_in(piece: Piece) -> Piece | None:
    """Return the words that say that a decision is not public, or None."""
    return piece.find(_SECRET)


def is_elsewhere(text: str) -> bool:
    """Tell whether words are of what others or earlier days decide."""
    return _ELSEWHERE.search(text) is not None


def decides(text: str) -> bool:
    """Tell whether a sentence in running text decides something here and now."""
    is_own = _OWN.search(text) is not None
    return (is_own or not is_elsewhere(text)) and outcome_in(text) is not None


def consensus_in(piece: Piece) -> Piece | None:
    """Return the words that say that all agreed, or None."""
    return piece.find(_CONSENSUS)


def disagreement_in(piece: Piece) -> Piece | None:
    """Return the words that say that they did not agree, or None."""
    return piece.find(_DISAGREED)


def votes_in(piece: Piece) -> Votes | None:
    """Return the votes that a piece counts, or None."""
    for pattern in _VOTES:
        match = pattern.search(piece.text)
        if match:
            first, second = (_number(match[n]) for n in (1, 2))
            return Votes(first, second, piece.group(match))
    return None


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return 1 if words.lower() == "ett" else _NUMBERS.index(words.lower())
