"""How large the large cooperation is."""

MUNICIPALITIES = 290
FIRST_YEAR, LAST_YEAR = 2007, 2026
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
ACTIVITIES_A_YEAR = 1000
MEETINGS_A_YEAR = 250
BUDGET_LINES_A_YEAR = 50
COMMITTEE_MEETINGS_A_YEAR = 6
NETWORKS = 30
MAIN_GOALS, SUB_GOALS = 10, 200
RATE_SEK = 4
DAY = "2026-03-02"


def municipality(number: int) -> str:
    """Return the key of a municipality."""
    return f"kommun-{number:03}"


def residents(number: int, year: int) -> int:
    """Return an invented population, different for each and growing."""
    return 5000 + number * 137 + (year - FIRST_YEAR) * 23
