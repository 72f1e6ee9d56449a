"""The yearly fee: a rate for each resident, one that is indexed, or a shared total."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.extracting.terms.clauses import Clause, Said, Term
from radslag.formats.understanding.extracting.terms.sharing import SHARING, sharing_near
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.numbers import number_of, number_pattern
from radslag.formats.understanding.wording.sums import FoundSum, sums_in

APPROXIMATE: Final = "Beloppet är ungefärligt."
OF_ONE_YEAR: Final = "Beloppet står för ett visst år."
SEVERAL_SUMS: Final = "Flera belopp står i samma paragraf."
RAISED: Final = "Avgiften räknas också upp på ett sätt som villkoret inte rymmer."
NOT_EACH: Final = "Texten säger inte att varje kommun betalar hela grundbeloppet."
_EACH_PAYS: Final = (
    r"\b(?:varje|vardera|respektive|samtliga|alla)\s+(?:\w+\s+)?(?:kommun|part|medlem)"
    r"|\bper\s+(?:kommun|part|medlem)|\blika\s+(?:för|stor)"
)
_KRONOR: Final = r"(?:kronor|krona|kr|sek|:-)"
_AND_ORE: Final = rf"(?P<whole>\w+)\s+{_KRONOR}\s+och\s+$"
_RESIDENT: Final = r"(?:per|/|för\s+varje)\s*(?:kommun)?\s*inv(?:ånare|\b\.?)"
_FEE: Final = (
    r"\bavgift|\bårsavgift|medlemsavgift|\bkostnad|\bbidrag|\bfinansier|\bbudget"
    r"|\bbidra|\bekonomi"
)
_TOTAL: Final = (
    r"(?:total\w*|sammanlag\w*|årlig\w*|gemensam\w*)\s+(?:\w+\s+)?(?:\w*avgift\w*"
    r"|\w*kostnad\w*"
    r"|\w*budget\w*|bidrag\w*|ram\w*)|(?:uppgår|uppgå)\s+(?:\w+\s+)?till|\bsammanlagt\b"
    r"|totalt"
    r"|(?:års|medlems)?avgift(?:en|erna)?\s+(?:är|för)"
)
_INDEXED: Final = r"\b(?:om)?räkna\w*|\bjuster\w*|\bförändra\w*|\bändra\w*"
_SAME: Final = r"procentsats|procentuell|samma\s+(?:procent|mån|takt)|motsvarande"
_OWN_POPULATION: Final = r"invånar|folkmängd|befolkning"
_INDEX: Final = (
    r"\bKPI\b|konsumentprisindex|\bPKV\b|prisindex|\bindex|räknas\s+upp|uppräkn"
)
_BASE: Final = (
    r"\b(?:grund|bas)(?:belopp|avgift|del)|\bfast\w*\s+(?:\w+\s+)?(?:grund)?(?:belopp"
    r"|avgift|del\b)|\bfast\s+och\s+en\s+rörlig"
)
_ROUNDED: Final = (
    r"\bavrunda\w*\s+(?:\w+\s+)?till\s+(?:närmas\w+\s+)?(?:hel\w+\s+)?"
    r"(?P<unit>kron|öre)"
)
_YEAR_BEFORE: Final = (
    r"\s*(?:(?:närmast\s+)?föregående\s+år|(?:det\s+)?år(?:et)?\s+(?:före|innan))"
)
_ONE_YEAR: Final = (
    r"(?:för|under|år)\s+(?:år(?:et)?\s+)?20\d\d\b"
    r"|\bvid\s+avtalets\s+(?:början|ingående|start|tecknande)|\bdet\s+första\s+året"
)
_NO_FEE: Final = r"särskil|projekt|självkostnad|ersätt"


def fee(said: Said) -> Iterator[Term]:
    """Read the rule of the yearly fee, by the sentences that name a sum for it."""
    for read in (per_resident, _base_and_rate, _indexed, _shared_total):
        term = next(read(said), None)
        if term:
            yield term
            return


def per_resident(said: Said) -> Iterator[Term]:
    """Read a fee of so much for each resident."""
    for clause in said.with_(_RESIDENT):
        rate = _rate(clause)
        has_base = any(each.has(_BASE) for each in said.beside(clause))
        if rate is not None and not clause.has(_NO_FEE) and not has_base:
            term = Term("fee", clause)
            term.say("rule", "per_resident")
            _rated(term, said, rate)
            yield term


def _rated(term: Term, said: Said, rate: Decimal) -> None:
    """Say the rate, the day that the population counts on, and the rounding."""
    term.say("rate_sek", str(rate if rate % 1 else rate.to_integral_value()))
    _counted_on(term, said, term.clause)
    _rounded_to(term, said)
    if any(each.has(_INDEX) for each in said.beside(term.clause)):
        term.doubt(RAISED)


def _base_and_rate(said: Said) -> Iterator[Term]:
    """Read a fee of a base, the same for all, and so much for each resident."""
    for clause in said.with_(_RESIDENT):
        rate = _rate(clause)
        bases = [each for each in said.beside(clause) if each.has(_BASE)]
        sums = [(b, found) for b in bases for found in _base_sums(b)]
        amounts = {found.amount_sek for _, found in sums}
        if rate is None or clause.has(_NO_FEE) or len(amounts) != 1:
            continue
        base, found = sums[0]
        term = Term("fee", clause)
        term.say("rule", "base_and_rate")
        term.say("base_sek", _plain(found.amount_sek or Decimal(0)), base.piece)
        _rated(term, said, rate)
        if found.is_approximate:
            term.doubt(APPROXIMATE)
        if not any(each.has(_EACH_PAYS) for each in (base, clause)):
            term.doubt(NOT_EACH)
        yield term


def _base_sums(clause: Clause) -> Iterator[FoundSum]:
    """Give the sums that are a base for each; a base that is shared is a total."""
    if clause.has(r"\bfördela|\bdelas\b|\bsolidarisk|\bandel"):
        return
    for found in sums_in(clause.piece):
        after = clause.text[found.piece.end - clause.piece.start :]
        is_rate = re.match(
            rf"\s*(?:{_KRONOR}\s*)?(?:och\s+\w+\s+öre\s*)?{_RESIDENT}", after, re.I
        )
        if found.has_unit and found.amount_sek is not None and not is_rate:
            yield found


def _rate(clause: Clause) -> Decimal | None:
    words = number_pattern()
    pattern = (
        rf"(?P<n>(?<![\d.,])(?<!\d:)\d{{1,3}}(?:[,.]\d{{1,2}}|:\d\d)|{words})"
        rf"\s*(?P<unit>{_KRONOR}|öre)"
        rf"\s*(?:om\s+året\s+)?{_RESIDENT}"
    )
    match = clause.has(pattern)
    if match is None:
        return None
    kronor = re.search(_AND_ORE, clause.text[: match.start()], re.IGNORECASE)
    number = number_of(match["n"])
    written = match["n"].replace(",", ".").replace(":", ".")
    rate = Decimal(written if number is None else number)
    if match["unit"].casefold() != "öre":
        return _exact(rate)
    whole = number_of(kronor["whole"]) if kronor else 0
    return None if whole is None else _exact(whole + rate / 100)


def _exact(rate: Decimal) -> Decimal:
    return rate.quantize(Decimal("0.01"))


def _counted_on(term: Term, said: Said, clause: Clause) -> None:
    """Say the day that the population counts on, where it is not the last of a year."""
    for each in said.beside(clause):
        if not each.has(_OWN_POPULATION):
            continue
        for found in days_in(each.piece, 2001):
            before = each.text[: found.piece.start - each.piece.start]
            near = re.search(rf"(?:{_OWN_POPULATION})\w*[^.]{{0,80}}$", before, re.I)
            if near and not found.has_year:
                _population_day(term, each, found)
                return


def _population_day(term: Term, clause: Clause, found: FoundDay) -> None:
    month_day = f"{found.day.month:02}-{found.day.day:02}"
    if month_day != "12-31":
        term.say("population_day", month_day, clause.piece)
    after = clause.text[found.piece.end - clause.piece.start :]
    if re.match(r"\s*(?:samma|innevarande|avgifts)\s*år", after):
        term.say("population_years_before", 0, clause.piece)
    if re.match(_YEAR_BEFORE, after):
        term.say("population_years_before", 1, clause.piece)
    earlier = re.match(
        rf"\s*(?P<n>{number_pattern()}|andra|tredje)\s+år(?:et)?\s+(?:före|innan)",
        after,
    )
    years = _years_before(earlier["n"]) if earlier else None
    if years is not None and years > 1:
        term.say("population_years_before", years, clause.piece)
    term.quote(clause.piece)


def _rounded_to(term: Term, said: Said) -> None:
    """Say what the fee is rounded to; up or down alone is no rule that terms have."""
    for each in said.beside(term.clause):
        match = each.has(_ROUNDED)
        if match and not each.has(r"\b(?:uppåt|nedåt)\b"):
            rounded = "krona" if match["unit"].casefold() == "kron" else "ore"
            term.say("rounded_to", rounded, each.piece)


def _years_before(words: str) -> int | None:
    """Return how many years "två år före" or "andra året före" is."""
    ordinals = {"andra": 2, "tredje": 3}
    number = number_of(words)
    return ordinals.get(words.casefold(), int(number) if number is not None else None)


def _indexed(said: Said) -> Iterator[Term]:
    for clause in said.with_(_INDEXED):
        if not (clause.has(_SAME) and clause.has(_OWN_POPULATION)):
            continue
        term = Term("fee", clause)
        term.say("rule", "indexed")
        for each in said.beside(clause):
            _first_year(term, each)
            _first_population(term, each)
        if "first_total_sek" in term.value:
            yield term


def _first_year(term: Term, clause: Clause) -> None:
    total = _total(clause)
    if total is None or total.amount_sek is None:
        return
    term.say("first_total_sek", _plain(total.amount_sek), clause.piece)
    year = clause.piece.find(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
    if year:
        term.say("first_year", int(year.text), clause.piece)


def _first_population(term: Term, clause: Clause) -> None:
    for found in days_in(clause.piece):
        if clause.has(_OWN_POPULATION):
            day = found.day.isoformat()
            term.say("first_population_on", day, clause.piece)
            return


def _shared_total(said: Said) -> Iterator[Term]:
    for clause in said.clauses:
        total = _total(clause)
        if total is None or total.amount_sek is None or clause.has(_NO_FEE):
            continue
        sharing, where = sharing_near(said, clause)
        if not sharing:
            continue
        term = Term("fee", clause)
        term.say("rule", "shared_total")
        term.say("total_sek", _plain(total.amount_sek))
        for name, value in sharing.items():
            term.say(name, value, where.piece)
        if sharing["shared_by"] == "population":
            _counted_on(term, said, clause)
        _doubt_total(term, said, total)
        yield term


def _doubt_total(term: Term, said: Said, total: FoundSum) -> None:
    if total.is_approximate:
        term.doubt(APPROXIMATE)
    if term.clause.has(_ONE_YEAR):
        term.doubt(OF_ONE_YEAR)
    if any(each.has(_INDEX) for each in said.beside(term.clause)):
        term.doubt(RAISED)
    others = [
        each
        for clause in said.beside(term.clause)
        for each in sums_in(clause.piece)
        if each.has_unit and each.amount_sek not in (None, total.amount_sek)
    ]
    if others:
        term.doubt(SEVERAL_SUMS, Certainty.DOUBTFUL)


def _total(clause: Clause) -> FoundSum | None:
    is_total = (
        clause.has(_TOTAL)
        or clause.has(rf"{SHARING}[^.]*(?:kommun|part|mellan)")
        or (clause.has(SHARING) and len(municipalities_in(clause.piece)) > 1)
    )
    if not (clause.is_about(_FEE) and is_total) or clause.has(_RESIDENT):
        return None
    sums = [each for each in sums_in(clause.piece) if each.has_unit]
    return sums[0] if len(sums) == 1 else None


def _plain(amount: Decimal) -> str:
    return format(amount, "f")
