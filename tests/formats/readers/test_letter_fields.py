"""The fields of a letter, as its reader sees them."""

from radslag.formats.readers.dispatch import read_here
from radslag.formats.readers.letters import read_letter
from radslag.formats.readers.model import Table


def test_day_of_sending_is_written_as_swedes_write_it() -> None:
    letter = (
        b"From: a@kommun.example\r\nDate: Mon, 25 Aug 2025 09:05:00 +0200\r\n"
        b"Subject: Hej\r\n\r\nText.\r\n"
    )
    fields = next(
        b for b in read_letter(letter, read_here).blocks if isinstance(b, Table)
    )
    rows = [[cell.text for cell in row] for row in fields.rows]
    assert ["Skickat", "2025-08-25 09:05"] in rows


def test_day_that_is_no_day_stands_as_it_was() -> None:
    letter = b"Date: i torsdags\r\nSubject: Hej\r\n\r\nText.\r\n"
    fields = next(
        b for b in read_letter(letter, read_here).blocks if isinstance(b, Table)
    )
    assert "i torsdags" in [cell.text for row in fields.rows for cell in row]
