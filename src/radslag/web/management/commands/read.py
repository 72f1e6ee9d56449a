"""`radslag read FILE…`: say what documents tell. See `radslag.web.read_documents`."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from radslag.web.read_documents import DESCRIPTION, add_arguments, read


class Command(BaseCommand):
    """Stands in Django's list of commands; `radslag read` itself starts without it."""

    requires_system_checks: list[str] = []
    help = DESCRIPTION

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which words may follow the command."""
        add_arguments(parser)

    def handle(self, **options: Any) -> None:
        """Read the documents."""
        asked = {
            name: options[name] for name in ("files", "json", "cooperation", "kind")
        }
        sys.exit(read(**asked))
