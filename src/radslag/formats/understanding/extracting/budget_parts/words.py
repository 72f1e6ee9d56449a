"""The words that budgets are built with: sides, sums, units, years, kinds of column."""

import re
from typing import Final

from radslag.agreement.vocabulary import BudgetSide
from radslag.formats.understanding.source import Piece

_NUMBER: Final = r"(?:\d+(?:\.\d+)*\.?\s+)?"
_TAIL: Final = (
    r"(?:\s*[,(]?\s*(?:i\s+)?(?:tkr|mnkr|mkr|kkr|kr|kronor|sek|tusen\w*)\)?)?"
)
_OF_YEAR: Final = r"(?:\s+(?:för\s+)?(?:år\s+)?(?:19|20|21)\d\d)?"
_INCOMES: Final = (
    r"(?:budgeterade\s+|beräknade\s+)?(?:intäkter(?:na)?|inkomster|finansiering(?:en)?"
    r"|intäktsbudget|tillgängliga\s+medel|verksamhetens\s+intäkter)"
)
_COSTS: Final = (
    r"(?:budgeterade\s+|beräknade\s+)?(?:kostnader(?:na)?|utgifter(?:na)?"
    r"|kostnadsbudget|användning(?:\s+av\s+medel)?|fördelning\s+av\s+kostnader"
    r"|verksamhetens\s+kostnader)"
)
_SIDES: Final = (
    (
        BudgetSide.INCOME,
        re.compile(rf"(?i)\W*{_NUMBER}{_INCOMES}{_OF_YEAR}{_TAIL}\s*[:*]*\s*"),
    ),
    (
        BudgetSide.COST,
        re.compile(rf"(?i)\W*{_NUMBER}{_COSTS}{_OF_YEAR}{_TAIL}\s*[:*]*\s*"),
    ),
)
_SUM: Final = re.compile(
    r"(?i)\W*(?:del)?summa\b|\W*s:a\b|\W*total(?:t|a|summa)?\b(?!\s+avgift)|\W*tot\.?\s*$"
    r"|\W*(?:budget)?omslutning|\W*totala\s+(?:intäkter|kostnader)"
)
_RESULT: Final = re.compile(
    r"(?i)\W*(?:årets\s+|beräknat\s+|budgeterat\s+|verksamhetens\s+)?"
    r"(?:resultat|balans|saldo|netto|differens|nettokostnad|överskott|underskott"
    r"|över-?\s*/?\s*underskott|eget\s+kapital)\b(?!\s*(?:från|ingående))"
)
_PART_OF: Final = re.compile(r"(?i)\W*(?:varav|därav)\b")
_INCOME_NAME: Final = re.compile(
    r"(?i)\b(?:medlems|kommun|års|grund|samverkans)?avgift(?:er|en)?\b|intäkt|inkomst"
    r"|(?:stats|kommun|projekt|eu-?|interreg|region)bidrag|\bbidrag från\b"
    r"|\bmedel från\b|\bränt(?:a|or)\b(?!kostnad)"
    r"|\bfrån kommunerna\b|ingående (?:balans|saldo)|överfört från"
)
_CHAPTER: Final = re.compile(
    rf"(?i)\W*{_NUMBER}(?:(?:års|drift|detalj|gemensam|preliminär|förslag till)\s*)?"
    r"(?:budget(?:en|förslag|ram)?|ekonomi(?:skt?\s+\w+|n)?|resultatbudget"
    r"|intäkter\s+och\s+kostnader|kostnader\s+och\s+finansiering"
    r"|finansiering(?:\s+och\s+kostnader)?|resurser(?:\s+och\s+budget)?"
    r"|pengar(?:na)?|kassan?|vad\s+(?:det\s+)?kostar|medel(?:\s+och\s+kostnader)?)\b"
)
_NOT_CHAPTER: Final = re.compile(
    r"(?i)verksamhetsplan|uppföljning|handlingsplan|protokoll|bilaga.*verksamhet"
)
_UNIT: Final = re.compile(
    r"(?i)\b(?P<words>tusental(?:s)?\s+kronor|tusen(?:tal)?\s+kronor"
    r"|miljoner\s+kronor|hela\s+kronor)\b(?!\s+per)"
    r"|\b(?P<unit>tkr|mnkr|mkr|kkr|msek|ksek|tsek|kr|sek|kronor)"
    r"(?![a-zåäö/])(?!\s+per)"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
LONGEST_HEADING: Final = 90


def side_of(text: str) -> BudgetSide | None:
    """Return the side of the budget that words head, "Kostnader (tkr)", or None."""
    return next((side for side, words in _SIDES if words.fullmatch(text)), None)


def side_named(text: str) -> BudgetSide | None:
    """Return the side that a row of sums names: "Summa kostnader"; or None."""
    words = text.lower()
    is_income = bool(re.search(r"intäkt|inkomst|finansiering", words))
    is_cost = bool(re.search(r"kostnad|utgift", words))
    if is_income == is_cost:
        return None
    return BudgetSide.INCOME if is_income else BudgetSide.COST


def is_sum(text: str) -> bool:
    """Tell whether a row is the sum of others."""
    return _SUM.match(text) is not None


def is_result(text: str) -> bool:
    """Tell whether a row is what is left when the costs are taken from the income."""
    return _RESULT.match(text) is not None


def is_part_of(text: str) -> bool:
    """Tell whether a row is a part of the row above, "varav hyra"."""
    return _PART_OF.match(text) is not None


def is_income_name(text: str) -> bool:
    """Tell whether a line's own name says that it is an income."""
    return _INCOME_NAME.search(text) is not None and "kostnad" not in text.lower()


def is_chapter(text: str) -> bool:
    """Tell whether a heading begins what is about the budget."""
    return (
        len(text) <= LONGEST_HEADING
        and _CHAPTER.match(text) is not None
        and not _NOT_CHAPTER.search(text)
    )


def unit_in(piece: Piece) -> Piece | None:
    """Return the unit that a heading, a column's head or a remark gives, or None."""
    match = _UNIT.search(piece.text)
    if match is None:
        return None
    return piece.group(match, "unit" if match["unit"] else "words").strip()


def unit_word(unit: Piece | None) -> str:
    """Return a unit as sums are read with it."""
    words = str(unit).lower() if unit else ""
    if words.startswith("tusen"):
        return "tkr"
    return "kr" if words in ("kronor", "hela kronor") else words


def year_in(text: str) -> int | None:
    """Return the first year of a text."""
    match = _YEAR.search(text)
    return int(match[0]) if match else None
