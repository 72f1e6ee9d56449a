"""`radslag schema`: print the JSON Schema of the cooperation file."""

from typing import Any

from django.core.management.base import BaseCommand

from radslag.formats.cooperation_file.schema import schema_text


class Command(BaseCommand):
    """Prints the schema, and nothing else."""

    help = "Skriver ut samverkansfilens JSON Schema."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Print it."""
        self.stdout.write(schema_text(), ending="")
