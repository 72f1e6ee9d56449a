"""`radslag load FILE`: read a cooperation file into the database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from radslag.formats.cooperation_file import BadFile
from radslag.records.sections import SECTIONS
from radslag.services.cooperation_file import Counts, LoadReport, load
from radslag.services.journal import Actor
from radslag.web.database import WrongDatabase, require_this_version
from radslag.web.named_files import unreadable

NOTHING_SAVED = "Ingenting har sparats."


class Command(BaseCommand):
    """Loads a file and says what was added, changed and removed."""

    # A file goes in and out though some page may be broken.
    requires_system_checks: list[str] = []
    help = "Läser in en samverkansfil: lägger till det nya och ändrar det som skiljer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which words may follow the command."""
        parser.add_argument("file", metavar="FIL", help="samverkansfilen, YAML/JSON")
        parser.add_argument(
            "--replace", action="store_true", help="ta bort det filen inte nämner"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="visa vad som skulle ske"
        )
        parser.add_argument(
            "--as",
            dest="actor",
            default="kommandoraden",
            metavar="NAMN",
            help="vem som gör ändringen, i ändringsloggen",
        )

    def handle(self, **options: Any) -> None:
        """Load the file, or say what is wrong and save nothing."""
        path = Path(options["file"])
        try:
            require_this_version()
            report = load(
                path.read_bytes(),
                actor=Actor(options["actor"], timezone.now(), occasion=_occasion(path)),
                replace=options["replace"],
                dry_run=options["dry_run"],
            )
        except BadFile as bad:
            self._refuse(f"{path.name} kan inte läsas in:", *bad.sentences())
        except WrongDatabase as wrong:
            self._refuse(str(wrong))
        except OSError as error:
            self._refuse(unreadable(path, error))
        else:
            self._tell(report, path, dry_run=options["dry_run"])

    def _refuse(self, *sentences: str) -> None:
        for sentence in (*sentences, NOTHING_SAVED):
            self.stderr.write(sentence)
        sys.exit(1)

    def _tell(self, report: LoadReport, path: Path, *, dry_run: bool) -> None:
        for name in SECTIONS:
            counts = report.sections.get(name)
            if counts and not counts.is_quiet:
                plural = SECTIONS[name]._meta.verbose_name_plural
                self.stdout.write(f"  {plural}: {_spoken(counts)}")
        for sentence in _summary(report, path):
            self.stdout.write(sentence)
        if dry_run:
            self.stdout.write(f"Detta var en provkörning. {NOTHING_SAVED}")


def _occasion(path: Path) -> str:
    return f"inläsning av {path.name}"[:200]


def _spoken(counts: Counts) -> str:
    words = {
        "nya": counts.added,
        "ändrade": counts.changed,
        "borttagna": counts.removed,
    }
    return ", ".join(f"{number} {word}" for word, number in words.items() if number)


def _summary(report: LoadReport, path: Path) -> list[str]:
    total = Counts(report.added, report.changed, report.removed, report.unchanged)
    if total.is_quiet and not report.has_new_facts:
        already = f"{report.key} är redan så ({total.unchanged} poster)"
        return [f"Inget nytt i {path.name}: {already}."]
    what = "tillagd" if report.is_new else "uppdaterad"
    done = f" {_spoken(total)}," if not total.is_quiet else ""
    return [f"Samverkan {report.key} är {what}:{done} {total.unchanged} oförändrade."]
