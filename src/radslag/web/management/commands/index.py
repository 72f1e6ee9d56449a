"""`radslag index`: make the index of search again from the records."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from radslag.records.models import Cooperation
from radslag.services.search.indexing import rebuild
from radslag.web.database import WrongDatabase, require_this_version


class Command(BaseCommand):
    """Makes the index of one cooperation, or of all, anew."""

    requires_system_checks: list[str] = []
    help = "Gör om sökningens register ur posterna. Inget annat ändras."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which words may follow the command."""
        parser.add_argument(
            "key", nargs="?", metavar="NYCKEL", help="samverkan; annars alla"
        )

    def handle(self, **options: Any) -> None:
        """Index and tell how much, or say what is wrong."""
        try:
            require_this_version()
        except WrongDatabase as wrong:
            self._refuse(str(wrong))
        wanted = {"key": options["key"]} if options["key"] else {}
        cooperations = list(Cooperation.objects.filter(**wanted))
        if wanted and not cooperations:
            self._refuse(f"Ingen samverkan har nyckeln ”{options['key']}”.")
        for cooperation in cooperations:
            number = rebuild(cooperation)
            self.stdout.write(f"{cooperation.key}: {number} poster kan nu sökas.")

    def _refuse(self, sentence: str) -> None:
        self.stderr.write(f"{sentence} Ingenting har sparats.")
        sys.exit(1)
