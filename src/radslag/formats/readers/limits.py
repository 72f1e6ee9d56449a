"""How much a file may be, and how much reading it may take."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The limits of one reading; sizes in bytes, times in seconds."""

    file_bytes: int = 50 * MEGABYTE
    # A plain text no longer than this is read by our own code alone, where it is asked
    # for: whatever stands in it, that is done long before a process has started.
    text_here_bytes: int = 64_000
    unpacked_bytes: int = 300 * MEGABYTE
    unpacked_ratio: int = 100
    # Below this, a small file of many spaces may be packed as hard as it likes.
    ratio_from_bytes: int = 5 * MEGABYTE
    members: int = 2_000
    part_bytes: int = 64 * MEGABYTE
    depth: int = 200
    pdf_pages: int = 1_000
    page_side_points: float = 14_173  # Five metres.
    picture_pixels: int = 50_000_000
    picture_pages: int = 200
    sheet_rows: int = 100_000
    sheet_columns: int = 256
    letters_within: int = 3
    attachments: int = 100
    # A reading process is replaced after so many files: nothing gathers in it.
    files_each: int = 200
    memory_bytes: int = 512 * 1024 * 1024
    # Only for the program that reads pictures, which is started from the reader.
    picture_memory_bytes: int = 2048 * 1024 * 1024
    processor_seconds: int = 60
    clock_seconds: int = 120
    # Added to the clock for each page that has to be read as a picture.
    picture_page_seconds: int = 20
    longest_clock_seconds: int = 900


LIMITS = Limits()
