"""How long the agreement lasts, how a party leaves it, and what becomes of it then."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said, Term
from radslag.formats.understanding.extracting.terms.sharing import (
    SHARING,
    shared_as_fee,
    shared_as_told,
    sharing_in,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.numbers import number_of, number_pattern

PROLONGED: Final = "Avtalet förlängs om ingen säger upp det."
BEFORE_END: Final = "Tiden räknas bakåt från avtalstidens slut."
ALSO_A_DAY: Final = "Avtalet nämner också en sista dag."
REFUND_EITHER_WAY: Final = (
    "Texten säger både att avgift betalas tillbaka och att den inte gör det."
)
OTHER_COUNTING: Final = (
    "Uppsägningstiden räknas på ett annat sätt än från månadsskifte."
)
_BEFORE_END: Final = (
    r"före\s+(?:\w+\s+){0,2}?(?:avtal\w*\s+)?(?:utgång|utlöp|slut|upphör|avtalstid)"
)
_AGREEMENT: Final = (
    r"\bavtal|överenskommelse|samarbetet|samverkan|\bförbundsordning"
    r"|^\W*gäller\s+(?:fr|från)"
)
_LASTS: Final = (
    r"\bgäll(?:er|a|ande)\b|\blöper?\b|träder\s+i\s+kraft|ikraft|\btill?svidare"
)
_TIME: Final = r"avtalstid|giltighet|avtalsperiod|avtalets\s+längd|ikraft|\btid\b"
_FURTHER: Final = r"\btills\s*vidare\b|\btillsvidare"
_UNTIL_DECIDED: Final = (
    r"\b(?:består|gäller|löper|verkar)\s+(?:till\s+dess|tills|intill\s+dess)\s+(?:att\s+)?"
    r"(?:medlemmarna|parterna|kommunerna)\b[^.]{0,40}\bbeslut"
)
_SAME_DAY: Final = r"\bträder\s+i\s+kraft\s+samma\s+dag\b"
_PROLONGED: Final = r"\bförläng\w+"
_FROM: Final = (
    r"(?:fr\.?\s?o\.?\s?m\.?|från(?:\s+och\s+med)?|träder\s+i\s+kraft(?:\s+den)?"
    r"|börjar\s+gälla|ikraftträdande\w*:?)\s*(?:den\s+)?$"
)
_UNTIL: Final = (
    r"(?:t\.?\s?o\.?\s?m\.?|till(?:\s+och\s+med)?|upphör(?:\s+att\s+gälla)?"
    r"|längst\s+till"
    r"|[-–—]|slut(?:ar|datum:?)|utgången\s+av)\s*(?:den\s+)?$"
)
_LEAVES: Final = r"upps[äa]g|s[äa]g\w*\s+(?:\w+\s+){0,3}upp\b|utträd"
_MONTHS: Final = r"(?P<unit>månad(?:er)?s?|års?|halvårs?)"
_COUNTED: Final = (
    (
        "next_month_turn",
        r"månads?(?:skifte|skift)|från\s+(?:den\s+första\s+i\s+)?(?:nästa|påföljande|"
        r"nästkommande|efterföljande|följande)\s+månad",
    ),
    (
        "day_received",
        r"(?:från|efter)\s+(?:det\s+)?(?:att\s+|den\s+dag\w*\s+|dagen\s+|datumet\s+"
        r"|när\s+)"
        r"[^.]*(?:kommit|inkom|mottag|tillhanda|delgiv|lämna|skett|uppsägning)"
        r"|från\s+(?:uppsägningen|mottagandet|uppsägningsda\w+)",
    ),
)
_OTHER_TURN: Final = r"(?:från|till)\s+(?:nästa\s+)?(?:årsskifte|kvartal|halvårsskifte)"
_DECIDED: Final = (
    ("municipal_council", r"(?:kommun)?fullmäktige"),
    ("board", r"kommunstyrelse"),
)
_HANDED: Final = (
    r"(?:lämnas?|ställas?|ställd|tillställas?|meddelas?|delges?|inges|sändas?|skickas?"
    r"|riktas?|tillsändas?|inlämnas|anmälas?|överlämnas?)\s+(?:\w+\s+){0,3}?"
    r"(?:till\s+)?(?P<whom>[^.;,]{3,80})"
)
_RECEIVERS: Final = (
    ("committee_chair", r"ordförande"),
    ("secretariat", r"kansli|sekretariat"),
    ("värdkommunen", r"värdkommun"),
    (
        "övriga parter",
        r"(?:övriga|samtliga|de\s+andra|varje)\s+(?:avtals)?(?:part|kommun)",
    ),
    ("committee", r"kommitté|styrgrupp|nämnd|styrelse|direktion"),
)
_BACK: Final = (
    r"(?:återf[åa]|återbetal|återbäring|återkräv|f[åa]r?\s+(?:\w+\s+){0,4}?tillbaka"
    r"|betalas?\s+(?:\w+\s+)?tillbaka|krediter|tillgodo)\w*"
)
_NO: Final = r"\b(?:inte|ej|ingen|inget|inga|saknar|utan|aldrig)\b"
_NO_REFUND: Final = (
    rf"betalas?\s+{_NO}\s+tillbaka|f[åa]r?\s+{_NO}[^.,]{{0,40}}\btillbaka"
    rf"|{_NO}[^.]*(?:{_BACK}|ersättning\s+för|utbetal|\bandel"
    r"|\bdel\s+av\s+(?:\w+\s+){0,2}tillgång)"
    rf"|{_BACK}[^.,]{{0,60}}{_NO}"
)
_DISSOLVES: Final = r"\bupplös|\bavveckl|\bupphör|\b(?:samverkan|samarbetet)\s+avsluta"


class SaidDay(NamedTuple):
    """A day and the words that say it."""

    day: date
    piece: Piece


class FoundPeriod(NamedTuple):
    """The first and the last day that the agreement runs, where they are said."""

    first: SaidDay | None
    last: SaidDay | None
    clause: Clause


def periods(said: Said) -> Iterator[FoundPeriod]:
    """Give the periods that sentences about the agreement's own time tell of."""
    for clause in said.clauses:
        is_its_own = clause.has(_AGREEMENT) or re.search(_TIME, clause.heading, re.I)
        if is_its_own and clause.is_about(f"{_LASTS}|{_TIME}|{_PROLONGED}|upphör"):
            first, last = _ends(clause.piece)
            first = first or _same_day(said, clause)
            if first or last:
                yield FoundPeriod(first, last, clause)


def _same_day(said: Said, clause: Clause) -> SaidDay | None:
    """Return the only day of the sentence before: "Det träder i kraft samma dag"."""
    earlier = said.before(clause) if clause.has(_SAME_DAY) else None
    days = list(days_in(earlier.piece)) if earlier else []
    return SaidDay(days[0].day, days[0].piece) if len(days) == 1 else None


def _ends(piece: Piece) -> tuple[SaidDay | None, SaidDay | None]:
    first: SaidDay | None = None
    last: SaidDay | None = None
    days = list(days_in(piece))
    for number, found in enumerate(days):
        before = piece.text[: found.piece.start - piece.start]
        said = SaidDay(found.day, found.piece)
        if found.last:
            first, last = first or said, last or SaidDay(found.last, found.piece)
        elif re.search(_UNTIL, before, re.IGNORECASE):
            last = last or said
            if first is None and number and re.search(r"\s*[-–—]\s*$", before):
                first = SaidDay(days[number - 1].day, days[number - 1].piece)
        elif re.search(_FROM, before, re.IGNORECASE):
            first = first or said
    return first, last


def last_day(said: Said) -> FoundPeriod | None:
    """Return the period with the agreement's last day, if it has one and ends then."""
    ending = [period for period in periods(said) if period.last]
    return ending[0] if ending else None


def further_notice(said: Said) -> Clause | None:
    """Return the sentence by which the agreement runs on without an end, if any."""
    for clause in said.with_(f"{_FURTHER}|{_UNTIL_DECIDED}"):
        is_its_own = clause.is_about(f"{_AGREEMENT}|{_TIME}|{_UNTIL_DECIDED}")
        if is_its_own and not clause.has(r"\blängst\b|\bdock\s+(?:högst|senast)"):
            return clause
    return None


def duration(said: Said) -> Iterator[Term]:
    """Read whether the agreement runs until further notice or until a day."""
    period = last_day(said)
    clause = further_notice(said)
    if clause:
        term = Term("duration", clause)
        term.say("runs", "until_further_notice")
        if period and period.last:
            term.quote(period.clause.piece)
            term.doubt(ALSO_A_DAY)
        yield term
        return
    if period and period.last:
        yield _until(said, period, period.last.day)


def _until(said: Said, period: FoundPeriod, day: date) -> Term:
    term = Term("duration", period.clause)
    term.say("runs", "until")
    term.say("until", day.isoformat())
    for clause in said.with_(_PROLONGED):
        if clause.is_about(f"{_AGREEMENT}|{_TIME}"):
            term.quote(clause.piece)
            term.doubt(PROLONGED)
    return term


def withdrawal(said: Said) -> Iterator[Term]:
    """Read the withdrawal period, from when it counts, and through whose hands."""
    for clause in said.with_(_LEAVES):
        months = _months(clause)
        if months:
            term = Term("withdrawal", clause)
            term.say("months", months)
            if clause.has(_BEFORE_END):
                term.doubt(BEFORE_END)
            _complete(term, said)
            yield term
            return


def _months(clause: Clause) -> int | None:
    number = rf"(?P<number>{number_pattern()})\s*(?:kalender)?{_MONTHS}\b"
    patterns = (
        rf"uppsägningstid\w*[^.]{{0,80}}?{number}",
        rf"{number}[^.]{{0,40}}?(?:uppsägning|varsel)",
        rf"s[äa]g\w*\s+[^.]*?upp\b[^.]*?{number}",
        rf"(?:uppsägning|utträd)[^.]*?{number}",
        rf"{number}[^.]*?(?:uppsägning|utträd)",
    )
    for pattern in patterns:
        match = clause.has(pattern)
        count = number_of(match["number"]) if match else None
        if match and count:
            return count * _unit_months(match["unit"].casefold())
    half = clause.has(r"(?:ett\s+)?halvårs?\s+(?:ömsesidig\s+)?uppsägning")
    return 6 if half else None


def _unit_months(unit: str) -> int:
    if unit.startswith("halv"):
        return 6
    return 12 if unit.startswith("år") else 1


def _complete(term: Term, said: Said) -> None:
    for clause in said.with_(_LEAVES):
        _counted(term, clause)
        _decided(term, clause)
        _received(term, clause)
    for clause in said.clauses:
        _refund(term, clause)


def _counted(term: Term, clause: Clause) -> None:
    for value, pattern in _COUNTED:
        if "counted_from" not in term.value and clause.has(rf"{pattern}"):
            term.say("counted_from", value, clause.piece)
    if clause.has(_OTHER_TURN) and "counted_from" not in term.value:
        term.quote(clause.piece)
        term.doubt(OTHER_COUNTING, Certainty.DOUBTFUL)


def _decided(term: Term, clause: Clause) -> None:
    match = clause.has(r"beslut\w*[^.]*?\b(?:av|i|från)\s+(?P<who>[^.,;]{4,60})")
    match = match or clause.has(r"(?P<who>[\wåäö\s]{4,60}?)\s+beslut\w*\s+om\s+uppsäg")
    for value, pattern in _DECIDED:
        if match and re.search(pattern, match["who"], re.I):
            term.say("decided_by", value, clause.piece)
            return


def _received(term: Term, clause: Clause) -> None:
    match = clause.has(_HANDED)
    for value, pattern in _RECEIVERS:
        if match and re.search(pattern, match["whom"], re.I):
            term.say("received_by", value, clause.piece)
            return


def _refund(term: Term, clause: Clause) -> None:
    is_leaving = clause.paragraph is term.clause.paragraph or clause.is_about(
        rf"{_LEAVES}|lämna\w*\s+(?:samverkan|samarbetet|avtalet)"
    )
    is_refused = clause.has(_NO_REFUND) is not None
    if not is_leaving or not (is_refused or clause.has(_BACK)):
        return
    term.say("refund", not is_refused, clause.piece)
    if term.value["refund"] is is_refused:
        term.doubt(REFUND_EITHER_WAY, Certainty.DOUBTFUL)


def dissolution(said: Said) -> Iterator[Term]:
    """Read who may dissolve the body, and how what is left is shared."""
    for clause in said.clauses:
        if clause.has(_DISSOLVES) or re.search(_DISSOLVES, clause.heading, re.I):
            term = Term("dissolution", clause)
            for each in said.beside(clause):
                if each.is_about(_DISSOLVES):
                    _dissolver(term, each)
                    _shares(term, each, said)
            if term.value:
                yield term
                return


def _dissolver(term: Term, clause: Clause) -> None:
    match = clause.has(
        r"(?:upplös|avveckl|upphör)\w*[^.]*?beslut\w*\s+(?:av|i"
        r"|från)\s+(?P<who>[^.,;]+)"
    )
    match = match or clause.has(
        r"(?P<who>[^.,;]+?)\s+(?:kan|får|äger\s+rätt\s+att)?\s*beslut\w*\s+(?:om\s+"
        r"|att\s+)"
        r"[^.]*(?:upplös|avveckl|upphör)"
    )
    choices = (
        ("municipal_council", r"fullmäktige"),
        ("board", r"kommunstyrelse"),
        ("committee", r"kommitté|styrgrupp|nämnd|direktion|styrelsen"),
        ("samtliga parter", r"(?:samtliga|alla)\s+(?:parter|kommuner)|parterna"),
    )
    for value, pattern in choices:
        if match and re.search(pattern, match["who"], re.I):
            term.say("decided_by", value, clause.piece)
            return


def _shares(term: Term, clause: Clause, said: Said) -> None:
    if not clause.has(rf"{SHARING}|tillgång|skuld"):
        return
    told, where = shared_as_told(said, clause)
    sharing = {"shared_by": "fee"} if shared_as_fee(clause) else sharing_in(clause)
    for name, value in (sharing or told).items():
        term.say(name, value, clause.piece)
        if not sharing:
            term.quote(where.piece)
