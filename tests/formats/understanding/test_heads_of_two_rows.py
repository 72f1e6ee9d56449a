"""Plans whose tables have a day over two columns: status, and what is said of it."""

from datetime import date

from tests.formats.understanding.reading_plans import activity, gathered, table

HEADS = ("Aktivitet", "Ansvarig", "Tid", "Läget 2025-09-03", "")
LOWER = ("", "", "", "Status", "Kommentar")


def test_status_and_comment_below_a_day_are_of_that_day() -> None:
    rows = (
        LOWER,
        ("Ny ridled", "Köping", "maj", "Klar", "Invigd i juni"),
        ("Delad båt", "Arboga", "juli", "Pågår", ""),
    )
    found = gathered(table(HEADS, *rows))

    assert activity(found, "Ny ridled")["status"] == "done"
    assert activity(found, "Delad båt")["status"] == "ongoing"
    (noted,) = found.of("follow_ups")
    assert noted["noted_on"] == date(2025, 9, 3)
    assert (noted["text"], noted["status"]) == ("Invigd i juni", "done")
    assert "Kommentar" not in [a["title"] for a in found.of("activities")]
