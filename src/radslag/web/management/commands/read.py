"""`radslag read FILE…`: say what documents tell. See `radslag.web.read_documents`."""

import sys
from argparse import REMAINDER, ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from radslag.web.read_documents import main


class Command(BaseCommand):
    """Stands in Django's list of commands; `radslag read` itself starts without it."""

    requires_system_checks: list[str] = []
    help = "Läser dokument och säger vad de innehåller. Ingenting sparas."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Leave the words to the command itself."""
        parser.add_argument("words", nargs=REMAINDER, metavar="FIL")

    def handle(self, **options: Any) -> None:
        """Read the documents."""
        sys.exit(main(options["words"]))
