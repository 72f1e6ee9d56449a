"""Loading and exporting whole cooperations as files."""

from radslag.services.cooperation_file.exporting import (
    NoSuchCooperation,
    export,
    known_cooperation,
    rows_of,
)
from radslag.services.cooperation_file.loading import load
from radslag.services.cooperation_file.report import Counts, LoadReport

__all__ = [
    "Counts",
    "LoadReport",
    "NoSuchCooperation",
    "export",
    "known_cooperation",
    "load",
    "rows_of",
]
