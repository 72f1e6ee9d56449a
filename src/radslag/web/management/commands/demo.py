"""`radslag demo`: set up Södertörn, print the addresses and sign-ins, and serve."""

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from radslag.agreement.vocabulary import AccessRole
from radslag.agreement.wording import long_date
from radslag.records.models import Cooperation, choose
from radslag.services import accounts, cooperation_file
from radslag.services.journal import Actor
from radslag.services.latest_review import latest_review
from radslag.web import clock

STAGES = {
    "planning": ("2025-12-08", ("planning",)),
    "notice-sent": ("2026-04-10", ("notice-sent",)),
    "meeting-held": ("2026-04-28", ("notice-sent", "meeting-held")),
    "year-closed": ("2027-02-10", ("notice-sent", "meeting-held", "year-closed")),
}
FIRST_PORT, PORTS_TO_TRY = 8000, 20
ADDRESS = "127.0.0.1"
PEOPLE = (
    ("strateg@exempel.se", "Sonja Strateg", AccessRole.SECRETARIAT, "huddinge"),
    ("ordforande@exempel.se", "Ove Ordförande", AccessRole.COMMITTEE_MEMBER, "tyreso"),
    ("direktor@exempel.se", "Disa Direktör", AccessRole.MANAGEMENT_GROUP, "haninge"),
    ("natverk@exempel.se", "Nils Nätverk", AccessRole.NETWORK_MEMBER, "salem"),
    ("registrator@exempel.se", "Rut Registrator", AccessRole.REGISTRAR, "nykvarn"),
    ("revisor@exempel.se", "Rolf Revisor", AccessRole.AUDITOR, ""),
)


class Command(BaseCommand):
    """Open the demonstration: one command, nothing to prepare."""

    help = "Öppnar exemplet Södertörn med påhittade personer."

    def add_arguments(self, parser: CommandParser) -> None:
        """Read a port, and whether to stop before serving."""
        parser.add_argument("--port", type=int, default=FIRST_PORT)
        parser.add_argument(
            "--stage",
            choices=STAGES,
            help="Ett skede av året att visa, med en låtsad dag.",
        )
        parser.add_argument(
            "--no-serve", action="store_true", help="Förbered, men starta inte."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare the example, say where it is, and serve it."""
        if not settings.DEBUG:
            raise CommandError(
                "Exemplet startas inte i en skarp installation (RADSLAG_DEBUG=0). "
                "Inget är ändrat. Läs in en egen samverkansfil med: radslag load FIL"
            )
        stage = options["stage"]
        if stage and settings.PRETENDED_TODAY is None:
            # Another day and another database are chosen before the program starts.
            command = [sys.executable, *sys.argv]
            os.execve(sys.executable, command, stage_env(stage))  # noqa: S606 - our own command, again
        settings.WORKPLACE.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        cooperation = load_example(stage)
        password = password_of(settings.WORKPLACE)
        give_sign_ins(cooperation, password, clock.today())
        port = free_port(options["port"])
        self._tell(port, options["port"], cooperation, password)
        if not options["no_serve"]:
            # From here on it answers as an installation does, also when it says no.
            settings.DEBUG = False
            settings.STATIC_ROOT.mkdir(exist_ok=True)
            with working_beside():
                # What the server itself has to say is said above, in Swedish.
                call_command(
                    *("runserver", f"{ADDRESS}:{port}"),
                    use_reloader=False,
                    stdout=StringIO(),
                )

    def _tell(
        self, port: int, wanted: int, cooperation: Cooperation, password: str
    ) -> None:
        where = f"http://{ADDRESS}:{port}"
        say = self.stdout.write
        if port != wanted:
            say(f"Port {wanted} är upptagen, så exemplet öppnas på {port}.")
        if settings.PRETENDED_TODAY:
            say(f"Exemplet låtsas att det är {long_date(settings.PRETENDED_TODAY)}.")
        say(f"\nRådslag är igång på {where}/\n")
        say(f"  Öppen sida        {where}/{cooperation.key}/")
        say(f"  Logga in          {where}/konto/login/")
        say(f"  Läget             {where}/{cooperation.key}/laget/\n")
        say("Logga in som någon av dessa påhittade personer:\n")
        for email, name, role, _municipality in PEOPLE:
            say(f"  {email:<24} {name:<18} {role.swedish}")
        say(f"\n  Lösenord för alla: {password}\n")
        say("Avsluta med Ctrl+C. Starta igen med: make demo")


@contextmanager
def working_beside() -> Iterator[None]:
    """Keep a worker that reads documents running as long as the pages are served."""
    words = [sys.executable, sys.argv[0], "work", f"--with-parent={os.getpid()}"]
    worker = subprocess.Popen(words, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command, again
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()


def stage_env(stage: str) -> dict[str, str]:
    """Return the surroundings of a stage: its day, and a database of its own."""
    pretended_on, _ = STAGES[stage]
    folder = settings.WORKPLACE / f"exempel-{stage}"
    return os.environ | {"RADSLAG_TODAY": pretended_on, "RADSLAG_FOLDER": str(folder)}


def load_example(stage: str | None = None) -> Cooperation:
    """Load the shipped cooperation as it is, or as it could be at a stage of the year.

    Loaded before, only what differs is changed.
    """
    _, extra = STAGES[stage] if stage else ("", ())
    shipped = files("radslag.web.demo")
    for name in ("sodertorn", *(f"stages/{each}" for each in extra)):
        text = shipped.joinpath(f"{name}.yaml").read_bytes()
        actor = Actor("Exemplet", clock.now(), occasion="radslag demo")
        report = cooperation_file.load(text, actor=actor)
    cooperation = Cooperation.objects.get(key=report.key)
    with choose(cooperation):
        latest_review(clock.today())
    return cooperation


def password_of(folder: Path) -> str:
    """Return the demonstration's password, made once for each installation."""
    kept = folder / "exempel-losenord.txt"
    if not kept.exists():
        kept.write_text(f"exempel-{secrets.token_hex(6)}\n", encoding="utf-8")
        kept.chmod(0o600)
    return kept.read_text(encoding="utf-8").strip()


def give_sign_ins(cooperation: Cooperation, password: str, today: date) -> None:
    """Open an account for each invented person, with one role each."""
    for email, name, role, municipality_key in PEOPLE:
        user = accounts.open_account(email=email, name=name, password=password)
        accounts.give_role(
            user,
            cooperation,
            role,
            granted_from=date(today.year, 1, 1),
            municipality_key=municipality_key,
        )


def free_port(wanted: int) -> int:
    """Return the wanted port, or the next one that nothing listens on."""
    for port in range(wanted, wanted + PORTS_TO_TRY):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ADDRESS, port))
            except OSError:
                continue
            return port
    raise CommandError(
        f"Portarna {wanted}–{wanted + PORTS_TO_TRY - 1} är alla upptagna. Inget är "
        "förstört. Välj en annan: radslag demo --port 9000"
    )
