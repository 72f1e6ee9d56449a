"""`radslag export KEY`: write a cooperation as a file."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from radslag.services.cooperation_file import NoSuchCooperation, export
from radslag.web.database import WrongDatabase, require_this_version
from radslag.web.named_files import unwritable


class Command(BaseCommand):
    """Writes the file to a named file, or to standard output and nothing else."""

    # A file goes in and out though some page may be broken.
    requires_system_checks: list[str] = []
    help = "Skriver ut en samverkan som en samverkansfil."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which words may follow the command."""
        parser.add_argument("key", metavar="NYCKEL", help="samverkans nyckel")
        parser.add_argument(
            "--json", action="store_true", help="JSON i stället för YAML"
        )
        parser.add_argument("--output", metavar="FIL", help="skriv till en fil")

    def handle(self, **options: Any) -> None:
        """Write the file, or say why not."""
        try:
            require_this_version()
            text = export(options["key"], as_json=options["json"])
            self._write(text, options["output"])
        except (NoSuchCooperation, WrongDatabase) as error:
            self._refuse(str(error))
        except OSError as error:
            self._refuse(unwritable(Path(options["output"] or "-"), error))

    def _write(self, text: str, output: str | None) -> None:
        if output is None:
            self.stdout.write(text, ending="")
        else:
            Path(output).write_text(text, encoding="utf-8", newline="\n")

    def _refuse(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(1)
