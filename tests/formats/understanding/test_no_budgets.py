"""What stands beside a budget and is none: balances, fees, headings with a year."""

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column, gathered


def read(text: str) -> Gathering:
    """Return what a report tells of money."""
    return gathered(text, "budgets", kind=DocumentKind.ANNUAL_REPORT)


BALANCE = """# Årsredovisning 2025
## Ekonomi
### Resultat mot budget
Post\tBudget 2025\tUtfall 2025
Kostnader
Personal\t750 000\t700 000
Summa kostnader\t750 000\t700 000

### Balans per 31 december 2025

| Tillgångar, tkr | | Skulder, tkr | |
|---|---|---|---|
| Kassa och bank | 503,7 | Skulder till leverantörer | 96,4 |

### Kommunernas avgifter 2025

| Kommun | Avgift, kr |
|---|---|
| Sala | 222 000 |
| Köping | 180 000 |
"""


def test_what_is_owned_and_what_each_municipality_pays_is_no_budget():
    assert column(read(BALANCE), "budget_lines", "name") == ["Personal"]


def test_a_heading_with_a_year_is_no_line():
    text = BALANCE + "## Avgifter 2026\nAvgiften är 12 kr.\n"
    assert "Avgifter" not in column(read(text), "budget_lines", "name")
