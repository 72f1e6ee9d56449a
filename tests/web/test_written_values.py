"""Values of columns are written in Swedish form."""

from datetime import date, time
from decimal import Decimal

import pytest

from radslag.web.written_values import written


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("is_public", True, "Ja"),
        ("is_public", False, "Nej"),
        ("held_on", date(2026, 1, 22), "22 januari 2026"),
        ("starts_at", time(9), "09.00"),
        ("amount_sek", Decimal("2102500"), "2 102 500 kr"),
        ("share", Decimal("0.1250"), "0,125"),
        ("residents", 93202, "93 202"),
        ("year", 2026, "2026"),
        ("paragraph", "§ 162", "§ 162"),
        ("decided_on", None, ""),
    ],
)
def test_values_are_written_in_swedish_form(name, value, expected):
    assert written(name, value).replace("\u00a0", " ") == expected
