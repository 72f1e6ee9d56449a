"""Tables where a goal is written anew in each row, or once for several."""

from tests.formats.understanding.reading_plans import activity, gathered, table

HEADS = ("Fokusområde", "Delmål", "Aktivitet", "Ansvarig", "Tid")


def goal_of(last: str, *rows: tuple[str, ...]) -> str | None:
    found = gathered(table(HEADS, *rows))
    of = activity(found, last)["goal"]
    return next((g["name"] for g in found.of("goals") if g.key == of), None)


def test_an_empty_cell_is_of_the_goal_above_where_each_stands_once() -> None:
    rows = (
        ("Skola", "Fler väljer yrkesprogram", "Mässa", "Köping", "mars"),
        ("", "", "Läxhjälp", "Köping", "maj"),
    )

    assert goal_of("Läxhjälp", *rows) == "Fler väljer yrkesprogram"


def test_an_empty_cell_is_of_no_goal_where_each_row_writes_its_own() -> None:
    rows = (
        ("Skola", "Fler väljer yrkesprogram", "Mässa", "Köping", "mars"),
        ("Skola", "Fler väljer yrkesprogram", "Läxhjälp", "Köping", "maj"),
        ("", "", "Förstudie", "Köping", "hösten"),
    )

    assert goal_of("Förstudie", *rows) is None
