"""What an entry of each kind may say, by subject."""

from radslag.formats.cooperation_file.entries.whole import (
    FORMAT,
    CooperationEntry,
    WholeFile,
)

__all__ = ["FORMAT", "CooperationEntry", "WholeFile"]
