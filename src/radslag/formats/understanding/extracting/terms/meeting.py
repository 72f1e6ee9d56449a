"""How a body works: who raises and calls, how often it meets, what it shows whom."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.formats.understanding.extracting.terms.clauses import Clause, Said, Term
from radslag.formats.understanding.extracting.terms.sitting import BODIES
from radslag.formats.understanding.wording.numbers import number_of, number_pattern

NO_QUALIFIER: Final = "Texten säger antalet utan ”minst” eller ”omkring”."
FROM_RHYTHM: Final = "Antalet är räknat ur hur ofta texten säger att man möts."
OTHERS_TOO: Final = "Texten nämner fler som får protokollet."
_RECORD: Final = r"\bminnesanteckning|\bprotokoll|\b(?:mötes)?anteckningar"
# The sentence after: "Det skickas …", "En kopia ska sändas …".
_OF_THE_RECORD: Final = (
    r"^(?:de|dessa|det|detta|(?:en\s+|ett\s+)?(?:kopi(?:a|or)|avskrift(?:er)?|exemplar"
    r"|utdrag)(?:\s+av\s+(?:det|dessa|detta))?)\b"
)
_SENT: Final = (
    r"\b(?:delge\w*|delgiv\w*|skick\w*|sänd\w*|tillställ\w*|översänd\w*|distribuer\w*"
    r"|expedier\w*|tillsänd\w*|lämnas\s+till|meddelas)\b"
)
_EVERY: Final = (
    r"(?:resp\.?|respektive|varje|vardera|samtliga|alla|de|deltagande|ingående)"
)
_TO: Final = (
    (
        "each_municipality",
        rf"{_EVERY}\s+(?:\w+\s+)?(?:kommun|part|medlemskommun|förbundsmedlem)\w*"
        r"|\b(?:till\s+)?(?:medlems)?kommunerna\b|\bparterna\b",
    ),
    ("each_member", rf"{_EVERY}\s+(?:\w+\s+)?ledam\w+|\bledamöterna\b"),
)
_MEETING: Final = r"(?:möte[nt]?|sammanträden?|sammankomst(?:er)?|träff(?:ar)?)"
_YEAR: Final = r"(?:per|om|/|varje|under)\s*(?:kalender)?(?:år(?:et)?|verksamhetsår)"
_RHYTHMS: Final = (
    (r"\b(?:varje\s+kvartal|kvartalsvis|en\s+gång\s+(?:per|i)\s+kvartal\w*)", 4),
    (r"\bvarannan\s+månad", 6),
    (r"\b(?:varje\s+månad|månadsvis|en\s+gång\s+(?:per|i)\s+månad\w*)", 12),
    (r"\b(?:varje\s+halvår|halvårsvis|en\s+gång\s+per\s+termin)", 2),
)
_ABOUT: Final = (
    r"\b(?:ca\.?|cirka|circa|c:a|omkring|ungefär|normalt|i\s+regel|vanligen)"
)
_LEAST: Final = r"\b(?:minst|lägst|åtminstone)\b"
_PLANNING: Final = (
    r"planerings(?:konferens|dag|internat|möte)|planeringskonferens|strategidag"
    r"|planeringsdygn"
)
_EXTRA: Final = (
    r"\b(?:extra|extrainsatt\w*|extraordinär\w*|extraordinar\w+|ytterligare|fler)\s+"
    rf"(?:\w+\s+)?{_MEETING}"
)
_MAY: Final = r"(?:får|kan|äger|må|har\s+(?:också\s+|även\s+)?rätt\s+att)"
_CHAIR_MAY: Final = (
    rf"\b(?:ordföranden\s+{_MAY}|{_MAY}\s+ordföranden)\s+(?:\w+\s+){{0,3}}?"
    rf"(?:(?:samman)?kalla|besluta\s+om)\b[^.]*(?:{_MEETING}|\btill\b|\brådet|gruppen)"
)
_CHAIR_WANTS: Final = (
    r"\bordföranden?\s+(?:\w+\s+)?(?:anser|finner|bedömer|beslutar|vill|önskar|begär)"
    r"|\bordföranden?\s+eller\b|\beller\s+(?:av\s+)?ordföranden"
    r"|(?:initiativ|begäran)\s+av\s+ordföranden"
)
# The sentence after: "Ett sådant ska också hållas om …", "Detsamma gäller när …".
_THAT_TOO: Final = (
    r"^(?:ett\s+sådant|sådant|det(?:ta|samma)?\b|även\b|också\b|mötet\b"
    r"|sammanträdet\b|möte\b|sammanträde\b|ordföranden\b|så\s+ska)"
)
_ASK: Final = r"\b(?:begär|önska|påkalla|kräv|så\s+begär)\w*"
_RAISED: Final = (
    ("any_member", r"\bledam(?:ot|öter)\b|\bvarje\s+ledamot"),
    ("varje kommun", r"\b(?:kommun|part)(?:erna|er|en)?\b"),
)
_CALLERS: Final = (
    ("chair", r"\bordföranden?\b|\bordf\b"),
    ("secretariat", r"\bkansliet|\bsekretariat|\bsekreterare|\bsamordnare"),
    ("värdkommunen", r"\bvärdkommun"),
)
_SHOWS: Final = (
    r"\b(?:redovisa|presentera|föredra|förankra|samråd|samråda|remitter|yttra|delge"
    r"|sända|skicka)"
    r"\w*"
)
_BEFORE: Final = (
    r"\b(?:innan|före|inför)\b[^.]*(?:fastställ|beslut|anta|godkänn)"
    r"|\b(?:dessförinnan|därförinnan|innan\s+dess|före\s+det|först(?!\s+(?:efter|när|då)\b))\b"
    # "Förslaget ska ha varit på samråd": what is to be done by then.
    r"|\bska(?:ll)?\s+(?:då\s+)?ha\s+(?:varit|samråtts|remitterats|sänts|presenterats"
    r"|redovisats)\b"
)
# What is shown may be named in the sentence before: "Förslaget redovisas för …".
_OF_WHAT_IS_SAID: Final = (
    r"^\W*(?:[\d.]+\s+)?(?:(?:detta|dessa|det|den|de|båda)\b|förslage[nt]|förslagen"
    r"|utkastet|underlaget|dokumentet|handlingarna)"
)
_OWNERS: Final = r"kommun|part|\b(?:förbunds)?medlemmarna\b"
_SUBJECTS: Final = (
    (
        "annual_plan",
        r"verksamhetsplan|årsplan|\bplan(?:en)?\s+(?:och|samt)\s+\w*budget",
    ),
    ("budget", r"budget"),
)
_ADOPTS: Final = (
    r"\b(?:beslutas|antas|antages|godkännas?|godkänns|fastställas?|fastställs)\b"
)
_ADOPTERS: Final = (
    ("each_council", r"(?:kommun)?fullmäktige"),
    ("each_board", r"kommunstyrelse"),
)
_ADOPTED: Final = (
    ("programme", r"\b(?:utvecklings|samverkans|mål)?program(?:met)?\b|\bstrategin?\b"),
    ("annual_plan", r"verksamhetsplan"),
    ("budget", r"\bbudget"),
)
_DAYS: Final = {"dag": 1, "arbetsdag": 1, "vardag": 1, "vecka": 7, "veckor": 7}


def minutes(said: Said) -> Iterator[Term]:
    """Read to whom the minutes of a body are delivered."""
    for body in BODIES:
        term = next(
            (t for c in said.clauses if c.body is body and (t := _delivered(said, c))),
            None,
        )
        if term:
            yield term


def _delivered(said: Said, clause: Clause) -> Term | None:
    later = said.after(clause)
    sent = clause if clause.has(_SENT) else later
    if not clause.has(_RECORD) or sent is None or not sent.has(_SENT):
        return None
    if sent is not clause and not sent.has(rf"{_RECORD}|{_OF_THE_RECORD}"):
        return None
    to = [value for value, pattern in _TO if sent.has(pattern)]
    if not to:
        return None
    term = Term("minutes", clause)
    term.say("body", clause.body.value)
    term.say("delivered_to", to[0], sent.piece)
    if len(to) > 1:
        term.doubt(OTHERS_TOO)
    return term


def initiative(said: Said) -> Iterator[Term]:
    """Read who raises matters, who calls a body to a meeting, and how long before."""
    for body in BODIES:
        term: Term | None = None
        for clause in said.clauses:
            if clause.body is body:
                term = _begun(term, clause)
        if term and term.value.keys() & {"called_by", "notice_days"}:
            yield term


def _begun(term: Term | None, clause: Clause) -> Term | None:
    found = dict(_initiatives(clause))
    if not found:
        return term
    if term is None:
        term = Term("initiative", clause)
        term.say("body", clause.body.value)
    for name, value in found.items():
        term.say(name, value, clause.piece)
    return term


def _initiatives(clause: Clause) -> Iterator[tuple[str, object]]:
    raised = clause.has(
        r"\bväck\w*\s+(?:av\s+)?(?P<who>[^.,;]*)|(?:^|(?<=[.,;]))(?P<by>[^.,;]*)\bväck"
    )
    if raised and clause.has(r"fråg|ärende|initiativ|förslag"):
        yield from _first("raised_by", _RAISED, clause.text)
    # "kallas nedan värdkommunen" gives a name and calls nobody.
    if clause.has(rf"\bextra\b|{_ASK}|\bkallas?\s+(?:här|i\s+det|nedan|fortsätt)"):
        return
    if clause.has(r"\bkall(?:else\w*|ar|as|a)\b|\bsammankall\w*"):
        yield from _first("called_by", _CALLERS, clause.text)
        yield from _notice_days(clause)
    if clause.has(r"dagordning|föredragningslista"):
        deciding = clause.has(
            r"(?:^|(?<=[.,;]))(?P<who>[^.;,]*)(?:beslutar|fastställer|ansvarar|upprättar|bestämmer"
            r"|svarar)"
            r"[^.]*(?:dagordning|föredragningslista)"
        ) or clause.has(
            r"(?:dagordning|föredragningslista)\w*\s+[^.]*(?:fastställs|beslutas"
            r"|upprättas)"
            r"\s+av\s+(?P<who>[^.,;]*)"
        )
        if deciding:
            yield from _first("agenda_decided_by", _CALLERS, deciding["who"])


def _first(
    name: str, choices: tuple[tuple[str, str], ...], text: str
) -> Iterator[tuple[str, object]]:
    for value, pattern in choices:
        if re.search(pattern, text, re.IGNORECASE):
            yield name, value
            return


def _notice_days(clause: Clause) -> Iterator[tuple[str, object]]:
    match = clause.has(
        rf"(?P<number>{number_pattern()})\s+(?:kalender)?"
        r"(?P<unit>arbetsdag|vardag|dag|veckor|vecka)\w*\s+(?:före|innan|i\s+förväg)"
    )
    count = number_of(match["number"]) if match else None
    if match and count:
        yield "notice_days", count * _DAYS[match["unit"].casefold()]


def meetings(said: Said) -> Iterator[Term]:
    """Read how many meetings a year each body is promised, and how firmly."""
    for body in BODIES:
        for clause in said.clauses:
            if clause.body is body and not clause.has(_EXTRA + r"[^.]*" + _ASK):
                term = _per_year(said, clause)
                if term:
                    yield term
                    break


def _per_year(said: Said, clause: Clause) -> Term | None:
    count, is_rhythm = _count(clause)
    if count is None or clause.has(r"\b(?:högst|maximalt)\b"):
        return None
    term = Term("meetings", clause)
    term.say("body", clause.body.value)
    term.say("per_year", count)
    _qualified(term, clause, is_rhythm=is_rhythm)
    for each in said.beside(clause):
        if each.body is clause.body and each.has(_PLANNING):
            term.say("planning_conference", said=True, piece=each.piece)
    return term


def _qualified(term: Term, clause: Clause, *, is_rhythm: bool) -> None:
    if clause.has(_LEAST):
        term.say("qualifier", "at_least")
    elif clause.has(_ABOUT):
        term.say("qualifier", "about")
    else:
        term.say("qualifier", "at_least")
        term.doubt(NO_QUALIFIER)
    if is_rhythm:
        term.doubt(FROM_RHYTHM)


def _count(clause: Clause) -> tuple[int | None, bool]:
    number = number_pattern()
    what = rf"(?:{_MEETING}|gånger|ggr|tillfällen)"
    meets = rf"{_MEETING}|sammanträd|\bmöts\b|\bträffas|sammankom"
    for pattern in (
        rf"(?P<n>{number})\s+(?:\w+\s+)?{what}\s*{_YEAR}",
        rf"{_YEAR}\s+(?:\w+\s+){{0,4}}?(?P<n>{number})\s+(?:\w+\s+)?{what}",
        rf"(?P<n>{number})\s+(?:\w+\s+)?{what}\s+årligen"
        rf"|årligen\s+(?P<m>{number})\s+{what}",
    ):
        match = clause.has(pattern) if clause.has(meets) else None
        if match:
            groups = match.groupdict()
            return number_of(groups["n"] or groups.get("m") or ""), False
    term = clause.has(rf"(?P<n>{number})\s+{what}\s+(?:per|varje)\s+(?:termin|halvår)")
    if term and (count := number_of(term["n"])):
        return count * 2, True
    for pattern, times in _RHYTHMS:
        if clause.has(pattern) and clause.has(meets):
            return times, True
    return None, False


def extra_meeting(said: Said) -> Iterator[Term]:
    """Read how many members can have an extra meeting, and whether the chair may."""
    for clause in said.with_(
        rf"{_EXTRA}|{_CHAIR_MAY}|\b(?:dessutom|därutöver|däremellan|i\s+övrigt)\s+"
        rf"(?:(?:hålls|ordnas)\s+{_MEETING}\s+)?(?:när|om|då)\b"
    ):
        if clause.body not in BODIES:
            continue
        term = Term("extra_meeting", clause)
        term.say("body", clause.body.value)
        later = said.after(clause)
        tells = [clause, *([later] if later and _is_more(later) else [])]
        for each in tells:
            _called_by(term, each)
        if not term.value.keys() & {"members_needed", "chair_may_call"}:
            continue
        if not any(each.has(r"\bordförande") for each in tells):
            term.say("chair_may_call", said=False)
        yield term
        return


def _is_more(later: Clause) -> bool:
    is_of_it = later.has(f"{_THAT_TOO}|{_EXTRA}")
    return bool(is_of_it and later.has(f"{_ASK}|{_CHAIR_MAY}"))


def _called_by(term: Term, clause: Clause) -> None:
    who = r"(?:ledam(?:ot|öter)|kommun|part|representant|medlem)"
    match = clause.has(
        rf"(?P<n>{number_pattern()})\s+(?:eller\s+flera?\s+)?(?:av\s+)?(?:\w+\s+)?"
        rf"\w*{who}\w*[^.]*?{_ASK}"
    ) or clause.has(
        rf"{_ASK}[^.]*?\bav\s+(?:minst\s+)?(?P<n>{number_pattern()})\s+(?:\w+\s+)?\w*"
        rf"{who}"
    )
    count = number_of(match["n"]) if match else None
    if count:
        term.say("members_needed", count, clause.piece)
    if clause.has(f"{_CHAIR_MAY}|{_CHAIR_WANTS}"):
        term.say("chair_may_call", said=True, piece=clause.piece)


def _subjects(clause: Clause) -> list[str]:
    return [name for name, pattern in _SUBJECTS if clause.has(pattern)]


def presentation(said: Said) -> Iterator[Term]:
    """Read what is presented to each municipality before it is decided."""
    for clause in said.with_(_SHOWS):
        told = clause if _subjects(clause) else said.before(clause)
        is_of_it = told is clause or clause.has(_OF_WHAT_IS_SAID)
        subjects = _subjects(told) if told and is_of_it else []
        if subjects and clause.has(_BEFORE) and clause.has(_OWNERS):
            term = Term("presentation", clause)
            term.say("subjects", subjects)
            term.say("to", "each_municipality")
            yield term
            return


def adoption(said: Said) -> Iterator[Term]:
    """Read what every member's board or council must adopt."""
    taken: set[str] = set()
    for clause in said.with_(_ADOPTS):
        match = (
            clause.has(
                rf"{_ADOPTS}\s+(?:\w+\s+){{0,2}}?(?:i|av)\s+{_EVERY}\s+(?:\w+\s+){{0,2}}?"
                r"(?P<who>\w*fullmäktige\w*|kommunstyrelse\w*)"
            )
            or clause.has(
                rf"(?P<who>\w*fullmäktige|kommunstyrelse\w*)\s+i\s+(?:de\s+)?{_EVERY}\s+"
                r"(?:\w+\s+){0,2}?(?:kommun|part|medlem)"
            )
            or clause.has(
                rf"{_EVERY}\s+(?:kommuns?\s+|parts?\s+)?(?P<who>\w*fullmäktige"
                rf"|kommunstyrelse)"
                r"[^.]*(?:ska|skall)\s+(?:anta|godkänna|besluta|fastställa)"
            )
        )
        subject = next((s for s, p in _ADOPTED if clause.has(p)), "")
        by = next(
            (v for v, p in _ADOPTERS if match and re.search(p, match["who"], re.I)), ""
        )
        if subject and by and subject not in taken:
            taken.add(subject)
            term = Term("adoption", clause)
            term.say("subject", subject)
            term.say("by", by)
            yield term
