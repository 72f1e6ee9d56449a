"""Who sits in a body and how it decides: seats, officers, quorum and majority."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said, Term
from radslag.formats.understanding.wording.numbers import (
    number_of,
    number_pattern,
    share_in,
    share_of_all,
)

ONE_OF_THEM: Final = "Texten säger vem en av ledamöterna är, inte vilka alla är."
SEVERAL_ORDERS: Final = "Texten nämner mer än ett sätt att besluta."
STRIVEN_FOR: Final = "Texten säger att man eftersträvar det, inte att det krävs."
NO_BOUNDARY: Final = "Texten säger inte om det är minst så många eller fler än så."
ROTATES: Final = "Uppdraget går runt mellan kommunerna."
BODIES: Final = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)

_CHAIR_OF_BOARD: Final = (
    r"kommunstyrelse(?:n|r|rna)?s?\s*(?:ordförande|ordf\b)|kommunstyrelse\s?ordförande"
    r"|\bkso\b|kommunstyrelsernas\s+ordförande"
)
_CHIEF: Final = (
    r"kommun(?:direktör|chef)\w*|stads(?:direktör|chef)\w*|regiondirektör\w*"
    r"|förvaltningschef\w*"
)
_OFFICES: Final = (("board_chair", _CHAIR_OF_BOARD), ("chief_executive", _CHIEF))
# A sentence after the one of the seats: "Ledamoten är …", "Som ledamot utses …".
_WHO_SITS: Final = (
    r"^(?:(?:som|till)\s+)?(?:ordinarie\s+)?(?:ledam|representant|plats|företrädar)\w*"
    r"\s+(?:är|ska|skall|utses|innehas|bör)\b"
)
_SEATS: Final = (
    r"\b(?:består|bestående|utgörs|bildas|sammansätts|utses|utser|ingår|representeras|bemannas"
    r"|företräds|deltar|väljer|har)\b"
)
_EACH: Final = r"(?:varje|vardera|respektive|resp\.?|var\s+och\s+en|samtliga|per|de)"
_PARTY: Final = (
    r"(?:avtalsslutande\s+|deltagande\s+|ingående\s+)?(?:kommun|part|medlem)\w*"
)
_MEMBERS: Final = (
    r"(?:ordinarie\s+)?(?:ledam(?:ot|öter)|representant(?:er)?|plats(?:er)?"
    r"|förtroendevalda|politiker|företrädare|person(?:er)?"
    r"|(?:chefs)?tjänste(?:person(?:er)?|man|män))"
)
_ATTENDS: Final = (
    r"\b(?:deltar|delta|deltaga|adjungera\w*|närvara\w*|närvarorätt|yttranderätt"
    r"|medverkar"
    r"|biträd\w*)\b"
)
_ELECTS: Final = r"\b(?:utse\w*|utses|välj\w*|väljs|val\s+av)\b"
_CHAIRING: Final = r"\bordförande(?:n|skapet)?\b"
_VICE: Final = r"\b(?:vice|v\.?)\s*ordf(?:örande)?\b"
_YEARLY: Final = (
    r"\bårlig\w*|\bårsvis|varje\s+(?:kalender)?år\b|(?:ett|1)\s+(?:kalender)?år\b|per\s+år"
    r"|ettårig"
)
_TERMLY: Final = r"mandatperiod|mandattid|fyra\s+år|valperiod"
_DECIDES: Final = r"beslut"
_QUORATE: Final = (
    r"beslut\w{0,3}f[öo]r\w*|beslut\w{0,2}mässig\w*"
    r"|(?:kan|får)\s+(?:endast\s+|bara\s+)?(?:fatta\s+beslut|besluta|handlägga\s+ärenden)"
    r"\s+(?:endast\s+|bara\s+)?(?:när|om|då)\s"
)
_NARROW: Final = (
    r"(?:ändring|tillägg|nya\s+part|ny\s+part|uteslut|upplös|revider)\w*[^.]*(?:kräv"
    r"|beslut)"
    r"|beslut\s+(?:om|rörande|i\s+fråga\s+om)\s+(?!.*\bfattas\b.*\bkonsensus)"
)
_ORDERS: Final = (
    (
        "consensus",
        r"\bkonsensus|\bi\s+enighet|\benighet\b|samförstånd|\beniga\b"
        r"|\b(?:är|vara|blir)\s+(?:helt\s+)?(?:ense|överens)\b",
    ),
    ("unanimity", r"\benhällig"),
    (
        "qualified_majority",
        r"kvalificerad\s+majoritet|\bmajoritet|röstar\s+för|\bflertalets?\b"
        r"|\bde\s+flesta\s+(?:\w+\s+)?(?:ledam|närvarande|röst)|\bflest\s+röster"
        r"|mer\s+än\s+hälften\s+av\s+(?:de\s+)?(?:avgivna|röst)",
    ),
)
_DISTANT: Final = (
    ("telephone", r"telefon"),
    (
        "network",
        r"\bdatanät|\bvideo|\bdigital|\bdistans|\binternet|\bwebb?|\bteams|\bskype"
        r"|\bzoom"
        r"|elektronisk|\buppkoppl|\bnätet\b",
    ),
)


def composition(said: Said) -> Iterator[Term]:
    """Read how many seats each municipality has in a body, and who takes them."""
    for body in BODIES:
        term = next(_composed(said, body), None)
        if term:
            yield term


def _composed(said: Said, body: BodyKind) -> Iterator[Term]:
    for clause in said.clauses:
        is_other = clause.has(r"\bnärvarande\b|\bbeslut(?!ande\s+org)|\bbegär")
        seats = _seats(clause) if clause.around is body and not is_other else None
        if seats and not clause.has(_ATTENDS + r"\s+(?:vid|i|på)\b"):
            term = Term("composition", clause)
            term.say("body", body.value)
            term.say("seats_per_municipality", seats)
            _office(term, said, clause)
            _attending(term, said)
            yield term


def _seats(clause: Clause) -> int | None:
    if clause.has(r"\boch\s*/\s*eller\b"):
        return None
    number = rf"(?P<number>{number_pattern()})\s+{_MEMBERS}"
    of_each = rf"(?:per\s+{_PARTY}|(?:från|per|för|i|av|ur)\s+{_EACH}\s+{_PARTY})"
    for pattern in (
        # "åtta ledamöter, två från varje kommun": what stands by "varje" counts.
        rf"(?P<number>{number_pattern()})\s+(?:{_MEMBERS}\s+)?{of_each}",
        rf"{number}[^.]*?\b{of_each}",
        rf"{_EACH}\s+{_PARTY}\s+[^.]*?{_SEATS}[^.]*?{number}",
        rf"{_SEATS}\s+{_EACH}\s+{_PARTY}\s+[^.]*?{number}",
    ):
        match = clause.has(pattern)
        if match:
            return number_of(match["number"])
    if not _one_office(clause):
        return None
    return 2 if _is_two(clause) else 1


def _one_office(clause: Clause) -> bool:
    office = rf"(?:{_CHAIR_OF_BOARD}|{_CHIEF})"
    each = rf"(?:från|i|för)\s+{_EACH}\s+\w*\s*{_PARTY}|{_EACH}\s+{_PARTY}"
    plural = (
        r"kommunstyrelsernas|kommundirektörerna|kommuncheferna|kommunernas|parternas"
        r"|medlemmarnas"
    )
    is_in_it = clause.has(rf"{_SEATS}[^.]*{office}") or clause.has(
        rf"{office}[^.]*(?:utgör|ingår|bildar)"
    )
    return bool(is_in_it and clause.has(rf"{each}|{plural}"))


def _is_two(clause: Clause) -> bool:
    """Tell whether another office stands beside the chair: "ordförande och …"."""
    other = r"(?:\w*opposition\w*|\w*kommunalråd\w*|vice\s+ordförande|ytterligare\s+en)"
    return (
        clause.has(rf"(?:{_CHAIR_OF_BOARD})\s+(?:och|samt|jämte)\s+{other}") is not None
    )


def _office(term: Term, said: Said, clause: Clause) -> None:
    later = said.after(clause)
    tells = later is not None and later.has(_WHO_SITS)
    for each in (clause, later) if later and tells else (clause,):
        for office, pattern in _OFFICES:
            if each.has(pattern):
                term.say("office", office, each.piece)
                if int(term.value["seats_per_municipality"]) > 1:
                    term.doubt(ONE_OF_THEM)
                return
    if clause.has(_MEMBERS):
        term.say("office", "member")


def _attending(term: Term, said: Said) -> None:
    for clause in said.with_(_ATTENDS):
        is_there = clause.body.value == term.value["body"] or clause.has(
            r"\b(?:möten|sammanträden)"
        )
        if (
            is_there
            and clause.has(_CHIEF)
            and term.value.get("office") != "chief_executive"
        ):
            term.say("attending", ["chief_executive"], clause.piece)


def officers(said: Said) -> Iterator[Term]:
    """Read which officers a body elects, and for how long."""
    for body in BODIES:
        term = next(_elected(said, body), None)
        if term:
            yield term


def _elected(said: Said, body: BodyKind) -> Iterator[Term]:
    for clause in said.with_(_CHAIRING):
        rotates = clause.has(r"\b(?:roter|alterner|cirkuler|växlar|går\s+runt)\w*")
        elects = clause.has(rf"{_ELECTS}[^.]*{_CHAIRING}|{_CHAIRING}[^.]*{_ELECTS}")
        if clause.body is not body or not (elects or rotates) or _is_other(clause):
            continue
        term = Term("officers", clause)
        term.say("body", body.value)
        term.say("roles", _roles(clause))
        _elected_each(term, said, clause)
        if clause.has(r"\binom\s+sig\b|\bbland\s+(?:\w+\s+)?(?:ledamöter|sina)"):
            term.say("from", "members")
        if rotates and not elects:
            term.doubt(ROTATES)
        yield term


def _is_other(clause: Clause) -> bool:
    """Tell whether it is the chair who appoints, or a board's chair who is a member."""
    return bool(
        clause.has(r"^ordföranden?\s+(?:utser|väljer)")
        or (clause.has(_CHAIR_OF_BOARD) and not clause.has(r"inom\s+sig|bland"))
    )


def _roles(clause: Clause) -> list[str]:
    """Return the roles a sentence names; a vice chair alone is no chair."""
    others = re.sub(_VICE, "", clause.text, flags=re.IGNORECASE)
    is_vice = others != clause.text
    is_chair = re.search(_CHAIRING, others, re.IGNORECASE) is not None
    return ["chair"] * is_chair + ["vice_chair"] * is_vice


def _elected_each(term: Term, said: Said, clause: Clause) -> None:
    later = said.after(clause)
    for each in (clause, *([later] if later else [])):
        if each is not clause and not each.has(
            r"\bval|utse|väljs|uppdrag|ordförandeskap"
        ):
            continue
        for value, pattern in (("term_of_office", _TERMLY), ("year", _YEARLY)):
            if each.has(pattern):
                term.say("elected_each", value, each.piece)
                return


def decision(said: Said) -> Iterator[Term]:
    """Read what it takes for a decision to be made."""
    for body in BODIES:
        terms = [
            _ordered(clause) for clause in said.with_(_DECIDES) if clause.body is body
        ]
        found = [term for term in terms if term]
        if found:
            if any(each.value != found[0].value for each in found[1:]):
                found[0].doubt(SEVERAL_ORDERS)
            yield found[0]


def _ordered(clause: Clause) -> Term | None:
    orders = [order for order, pattern in _ORDERS if clause.has(pattern)]
    if not orders or clause.has(_QUORATE) or clause.has(_NARROW):
        return None
    term = Term("decision", clause)
    term.say("body", clause.body.value)
    _order(term, clause, orders[0])
    if clause.has(r"om\s+(?:inte|ej)[^.]*överenskom\w*[^.]*\b(?:samtliga|alla)\b"):
        term.say("unless_agreed_by", "all_members")
    if clause.has(
        r"eftersträva|strävar?\s+efter|så\s+långt\s+(?:som\s+)?möjligt|i\s+första"
    ):
        term.doubt(STRIVEN_FOR)
    if len(orders) > 1:
        term.doubt(SEVERAL_ORDERS)
    return term


def _order(term: Term, clause: Clause, order: str) -> None:
    share = share_in(clause.piece)
    if order != "qualified_majority":
        term.say("rule", order)
        return
    is_simple = clause.has(r"enkel\s+majoritet") or (
        share is None and not clause.has("kvalificerad")
    )
    is_half = share is not None and share.share == Fraction(1, 2)
    term.say("rule", "majority" if is_simple or is_half else order)
    if share and not (is_simple or is_half):
        term.say("share", str(share.share))
    if clause.has(
        r"(?:samtliga|alla|hela\s+antalet|totala\s+antalet)\s+(?:\w+\s+)?ledam"
    ):
        term.say("of", "all")
    elif clause.has(r"\bnärvarande\b"):
        term.say("of", "present")


def quorum(said: Said) -> Iterator[Term]:
    """Read how many must be present for a body to decide."""
    taken: set[BodyKind] = set()
    for clause in said.with_(_QUORATE):
        term = _quorate(clause)
        if term and clause.body not in taken:
            taken.add(clause.body)
            yield term


def _quorate(clause: Clause) -> Term | None:
    share = share_in(clause.piece) or share_of_all(clause.piece)
    whole = clause.has(r"\b(?:samtliga|alla)\s+(?:\w+\s+)?(?:ledam|part|kommun)")
    if share is None and not whole and not clause.has(r"\bmajoritet"):
        return None
    term = Term("quorum", clause)
    term.say("body", clause.body.value)
    if share is None and whole:
        term.say("boundary", "at_least")
        term.say("share", "1")
        return term
    _bounded(term, clause, share.share if share else Fraction(1, 2))
    return term


def _bounded(term: Term, clause: Clause, share: Fraction) -> None:
    is_more = clause.has(
        r"\b(?:mer|fler|flera|mera)\s+än|\böver\s+(?:hälften|halva)|majoritet"
    )
    is_least = clause.has(r"\bminst|\blägst|\båtminstone")
    term.say("boundary", "more_than" if is_more and not is_least else "at_least")
    term.say("share", str(share))
    if not is_more and not is_least:
        term.doubt(NO_BOUNDARY)
    if is_more and is_least:
        term.doubt(NO_BOUNDARY, Certainty.DOUBTFUL)


def remote(said: Said) -> Iterator[Term]:
    """Read by which means a body may decide at a distance."""
    meets = r"beslut|möte|sammanträd|deltag|delta\b|konferens"
    for body in BODIES:
        for clause in said.with_(meets):
            means = [name for name, pattern in _DISTANT if clause.has(pattern)]
            is_no = clause.has(r"(?:får|kan|ska)\s+(?:inte|ej)\b|\bfysisk\w*\s+närvaro")
            if means and clause.body is body and not is_no:
                term = Term("remote", clause)
                term.say("body", body.value)
                term.say("means", means)
                yield term
                break
