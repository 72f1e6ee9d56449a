"""Who pays for what: the secretariat, common projects, extra grants, and when."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said, Term
from radslag.formats.understanding.extracting.terms.sharing import SHARING, sharing_near
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.numbers import number_of, number_pattern

PART_TIME: Final = "Tjänsterna är inte ett helt antal; ange hur de ska räknas."
ACTUAL_COST: Final = "Texten säger verkliga kostnader; det är tolkat som självkostnad."
SEVERAL_DAYS: Final = (
    "Avgiften betalas flera gånger om året; detta är den första dagen."
)
FEE_FOR_ONE_YEAR: Final = "Dagen står med ett årtal i texten."
HOSTING: Final = (
    r"\bsekretariat|\bkansli|\bvärdkommun|\bhuvudman\b|\bvärdskap|\bsamordnar"
    r"|\barbetsgivare\b"
    r"|\badministra\w+\s+(?:stöd"
    r"|resurs)|\bsamordningsfunktion|\w*administration(?:en)?\b"
)
# What a host is host for, where it is more than called so.
_OFFICE: Final = (
    r"\bsekretariat|\bkansli|\bhuvudman\b|\bsamordnar|\barbetsgivare\b|\banställ"
)
_PROVIDES: Final = (
    r"tillhandahåll|ansvarar|svarar|håller|inrätta|finns|omfatta|bemanna|består"
    r"|värdkommun"
    r"|anställ|placera"
)
_FULL_TIME: Final = (
    r"\bheltid\w*|\bårsarbet\w+|\b100\s*(?:%|procent)|\btjänst(?:er)?\b|\bhel\s+tjänst"
)
# A share of a post, not of a cost: "80 % tjänst", "en tjänst om 50 procent".
_SHARE: Final = r"(?<!\d)(?!100)\d{1,3}\s*(?:%|procent)"
_PART: Final = (
    rf"{_SHARE}\w*\s*(?:av\s+)?(?:\w+\s+)?(?:hel)?(?:tjänst|årsarb|heltid)"
    rf"|(?:tjänst\w*|heltid\w*|anställ\w+|samordnare)\s+(?:\w+\s+){{0,2}}?\(?{_SHARE}"
)
_SELF_COST: Final = r"självkostnad"
_ACTUAL: Final = r"(?:verklig|faktisk|upparbetad)\w*\s+kostnad"
_BUDGET: Final = r"\bbudget|gemensam\w*\s+(?:medel|finansier|kostnad)|av\s+kommittén"
_PAYS: Final = r"finansier|bekosta|betala|kostnad|belasta|svarar|står\s+för|bärs|avse"
_CONCERNED: Final = (
    r"\bberörd|\bdeltagande\b|\bden\s+eller\s+de\s+kommuner"
    r"|\bav\s+(?:dem|dessa|den\s+kommunen|de\s+kommuner(?:na)?)\b"
)
_SOME: Final = (
    r"(?:några|vissa|flera|enstaka|någon|enskild)\w*\s+(?:\w+\s+){0,3}?(?:kommun|part)"
)
_ONLY: Final = r"\b(?:enbart|endast|bara|enskild\w*|uteslutande)\b"
_IMPORTANT: Final = r"betydelse|helhet|gemensamt\s+intresse|\bvikt\b|strategisk"
_UNIMPORTANT: Final = rf"\b(?:inte|ej|utan|saknar)\b[^.,]*(?:{_IMPORTANT})"
_SPECIAL: Final = (
    r"särskil(?:da|t)\s+(?:anslag|bidrag|medel|projekt|insats|finansier|uttaxer)"
    r"|extra\s+(?:anslag|bidrag|medel|insats)|tilläggsfinansier"
    r"|(?:utanför|utöver|inte\s+ryms|ej\s+ryms|inte\s+inryms)[^.]*budget"
)
_DUE: Final = (
    r"\b(?:betal(?:a\w*|[dt]\b)|betalning\w*|erlägg\w*|inbetal\w*|förfall\w*|faktur\w*"
    r"|vara\s+\w*\s*tillhanda)"
)
_DUE_DAY: Final = (
    r"(?:senast|förfaller(?:\s+till\s+betalning)?|tillhanda|före)\s*(?:den\s+)?$"
)


def secretariat(said: Said) -> Iterator[Term]:
    """Read which municipality is host, with how many officials, and how it is paid."""
    if said.host is None:
        return
    clause = _host_clause(said)
    if clause is None:
        return
    term = Term("secretariat", clause)
    term.say("host", said.host.value)
    staffed = [each for each in said.clauses if each.is_about(f"{HOSTING}|bemanning")]
    for each in [*said.beside(clause), *staffed]:
        _officials(term, each)
        _paid(term, each)
    if len(term.value) > 1 or clause.is_about(r"sekretariat|kansli|administration"):
        yield term


def _host_clause(said: Said) -> Clause | None:
    if said.host is None or not said.host.quotes:
        return None
    words = said.host.quotes[0].words
    telling = [
        clause
        for clause in said.clauses
        if words in clause.text and clause.is_about(HOSTING)
    ]
    # The head of an agreement names the host too, but says nothing more of it.
    of_paragraph = [clause for clause in telling if clause.paragraph]
    of_office = (clause for clause in of_paragraph if clause.is_about(_OFFICE))
    # "Värdkommunen håller kansli": named so before, and told of here.
    of_host = (
        clause
        for clause in said.with_(r"\bvärdkommunen\b[^.]*(?:kansli|sekretariat)")
        if clause.paragraph
    )
    found = next(of_office, None) or (next(of_host, None) if telling else None)
    return found or next(iter(of_paragraph or telling), None)


def _officials(term: Term, clause: Clause) -> None:
    if "full_time_officials" in term.value or not clause.has(_FULL_TIME):
        return
    if clause.has(
        r"\d+[.,](?!0\b)\d+\s*(?:\w+\s+)?(?:hel)?(?:tjänst|årsarb|heltid)|halvtid"
        r"|deltid"
    ) or clause.has(_PART):
        term.quote(clause.piece)
        term.doubt(PART_TIME)
        return
    what = (
        r"(?:\w+\s+)?(?:heltids\w*|årsarbet\w+|hel\w*\s+tjänst\w*|tjänst(?:er"
        r"|eman)?\w*)"
    )
    number = rf"(?P<n>{number_pattern()}|(?<![\d.,])\d{{1,2}}(?=[.,]0\b))(?:[.,]0)?"
    match = clause.has(rf"{number}\s+{what}") or clause.has(
        rf"{number}\s+(?:\w+\s+){{1,3}}?(?:på\s+heltid|\(?\s*100\s*(?:%|procent))"
    )
    count = number_of(match["n"]) if match else None
    if count and clause.has(r"heltid|årsarbet|\bhel\w*\s+tjänst|100\s*(?:%|procent)"):
        term.say("full_time_officials", count, clause.piece)


def _paid(term: Term, clause: Clause) -> None:
    if clause.has(_SELF_COST):
        term.say("paid_at", "cost_price", clause.piece)
    elif clause.has(_ACTUAL) and clause.has(r"ersätt|betala|fakturer|debiter|fördela"):
        term.say("paid_at", "cost_price", clause.piece)
        term.doubt(ACTUAL_COST)


def financing(said: Said) -> Iterator[Term]:
    """Read who pays for what is common, what matters to all, and what does not."""
    term: Term | None = None
    for clause in said.with_(_PAYS):
        for name, payer in _payers(clause):
            term = term or Term("financing", clause)
            term.say(name, payer, clause.piece)
    if term and "common" in term.value and len(term.value) > 1:
        yield term


def _payers(clause: Clause) -> Iterator[tuple[str, str]]:
    payer = "concerned" if clause.has(_CONCERNED) else ""
    if not payer and clause.has(_BUDGET):
        payer = "budget"
    if not payer:
        return
    if clause.has(_SOME):
        if clause.has(_IMPORTANT) and not clause.has(_UNIMPORTANT):
            yield "some_but_important", payer
        elif clause.has(_ONLY):
            yield "only_some", payer
    elif clause.has(r"\bgemensam") and payer == "budget" and not clause.has(_SPECIAL):
        yield "common", payer


def special_project(said: Said) -> Iterator[Term]:
    """Read how the costs of common projects outside the budget are shared."""
    for clause in said.clauses:
        if clause.is_about(_SPECIAL):
            sharing, where = sharing_near(said, clause)
            if sharing and where.is_about(f"{_SPECIAL}|{SHARING}"):
                term = Term("special_project", clause)
                for name, value in sharing.items():
                    term.say(name, value, where.piece)
                yield term
                return


def due(said: Said) -> Iterator[Term]:
    """Read by which day of the year the fee is paid, and who sends the invoice."""
    for clause in said.with_(_DUE):
        found = _due_day(clause)
        is_fee = clause.is_about(
            r"avgift|kostnad|finansier|ekonomi|bidrag|faktur|budget"
        )
        if found and is_fee:
            term = Term("due", clause)
            term.say("of", "fee")
            term.say("month", found.day.month)
            term.say("day", found.day.day)
            _invoiced(term, said, clause)
            if found.has_year:
                term.doubt(FEE_FOR_ONE_YEAR)
            if _due_days(clause) > 1:
                term.doubt(SEVERAL_DAYS, Certainty.DOUBTFUL)
            yield term
            return


def _due_day(clause: Clause) -> FoundDay | None:
    # Any year will do for a day that comes every year.
    found = [
        day for day in days_in(clause.piece, 2001) if not _is_counting(clause, day)
    ]
    for pattern in (_DUE_DAY, rf"{_DUE}[^.]{{0,60}}$"):
        for day in found:
            if re.search(pattern, _before(clause, day), re.IGNORECASE):
                return day
    return None


def _due_days(clause: Clause) -> int:
    days = [day for day in days_in(clause.piece, 2001) if not _is_counting(clause, day)]
    return len({(day.day.month, day.day.day) for day in days})


def _before(clause: Clause, day: FoundDay) -> str:
    return clause.text[: day.piece.start - clause.piece.start]


def _is_counting(clause: Clause, day: FoundDay) -> bool:
    """Tell whether it is the day when residents are counted, or a decision's."""
    before = _before(clause, day)[-60:]
    return re.search(r"(?i)invånar|folkmängd|befolkning|beslut", before) is not None


def _invoiced(term: Term, said: Said, clause: Clause) -> None:
    for each in said.beside(clause):
        match = each.has(
            r"(?:faktura(?:n)?|fakturering)\s+(?:från|av)\s+(?P<who>[^,.;]+)"
            r"|fakturer\w*\s+(?:\w+\s+)?(?:av|från)\s+(?P<by>[^,.;]+)"
            r"|(?P<it>[\wåäö-]+(?:\s+(?:kommun|stad))?)\s+(?:fakturerar"
            r"|rekvirerar|skickar\s+faktura)"
            r"|^\W*(?:[\d.]+\s+)?(?P<subject>(?-i:[A-ZÅÄÖ])[\wåäö-]+(?:\s+(?:kommun|stad))?)"
            r"\s+(?:är|har|anställer|svarar)\b[^.,;]*\boch\s+fakturerar"
        )
        who = next((text for text in match.groups() if text), "") if match else ""
        host = said.municipality(who, each)
        if host:
            term.say("invoiced_by", host.value, each.piece)
            return
