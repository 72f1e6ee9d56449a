"""`radslag account`: open an account, give it a role, or take the role away."""

import secrets
import sys
from argparse import BooleanOptionalAction
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation
from radslag.services import accounts
from radslag.web import clock


class Command(BaseCommand):
    """Give somebody a way in; nobody signs up alone."""

    help = "Öppnar ett konto och ger det en roll i en samverkan."

    def add_arguments(self, parser: CommandParser) -> None:
        """Read who, where, as what and for how long."""
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="Personens namn.")
        parser.add_argument("--cooperation", help="Samverkans nyckel.")
        parser.add_argument(
            "--role", choices=[str(role) for role in AccessRole], help="Rollen."
        )
        parser.add_argument("--from", dest="granted_from", help="Första dagen.")
        parser.add_argument("--until", dest="granted_until", help="Dagen efter sista.")
        parser.add_argument("--municipality", default="", help="Kommunens nyckel.")
        parser.add_argument(
            "--administrator",
            action=BooleanOptionalAction,
            help="Får öppna nya samverkan genom att läsa in deras filer.",
        )
        door = parser.add_mutually_exclusive_group()
        door.add_argument("--close", action="store_true", help="Stäng kontot.")
        door.add_argument("--reopen", action="store_true", help="Öppna det igen.")
        parser.add_argument(
            "--password-stdin", action="store_true", help="Läs lösenordet från stdin."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Open the account and give the role, or say what is wrong."""
        email = _email(options["email"])
        if options["close"] or options["reopen"]:
            self._set_open(email, is_open=options["reopen"])
            return
        is_new = not User.objects.filter(username=email).exists()
        password = _password(is_new=is_new, from_stdin=options["password_stdin"])
        grant = _grant(options)
        user = accounts.open_account(
            email=email, name=options["name"], password=password
        )
        if is_new and password and not options["password_stdin"]:
            self.stdout.write(f"Lösenord för {email}: {password}")
            self.stdout.write("Det visas bara nu. Byt det vid första inloggningen.")
        if options["administrator"] is not None:
            self._set_administrator(user, is_administrator=options["administrator"])
        if grant:
            cooperation, role, granted_from, granted_until = grant
            accounts.give_role(
                user,
                cooperation,
                role,
                granted_from=granted_from,
                granted_until=granted_until,
                municipality_key=options["municipality"],
            )
            self.stdout.write(f"{email} är {role.swedish} i {cooperation.name}.")

    def _set_administrator(self, user: User, *, is_administrator: bool) -> None:
        accounts.set_administrator(user, is_administrator=is_administrator)
        may = "får" if is_administrator else "får inte längre"
        self.stdout.write(f"{user.username} {may} öppna nya samverkan.")

    def _set_open(self, email: str, *, is_open: bool) -> None:
        if not accounts.set_open(email, is_open=is_open):
            raise CommandError(f"Inget konto har adressen {email}. Inget är ändrat.")
        may = "kan logga in igen" if is_open else "kan inte längre logga in"
        self.stdout.write(f"{email} {may}.")


def _email(written: str) -> str:
    try:
        validate_email(written)
    except ValidationError as wrong:
        raise CommandError(
            f"”{written}” är ingen e-postadress. Inget är sparat."
        ) from wrong
    return written.lower()


def _password(*, is_new: bool, from_stdin: bool) -> str | None:
    if not from_stdin:
        return secrets.token_urlsafe(15) if is_new else None
    password = sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password)
    except ValidationError as wrong:
        raise CommandError(f"{' '.join(wrong.messages)} Inget är sparat.") from wrong
    return password


def _grant(
    options: dict[str, Any],
) -> tuple[Cooperation, AccessRole, date, date | None] | None:
    if not options["role"] and not options["cooperation"]:
        return None
    if not (options["role"] and options["cooperation"]):
        raise CommandError("Ange både --cooperation och --role. Inget är sparat.")
    cooperation = Cooperation.objects.filter(key=options["cooperation"]).first()
    if cooperation is None:
        keys = ", ".join(Cooperation.objects.values_list("key", flat=True)) or "ingen"
        raise CommandError(
            f"Ingen samverkan har nyckeln ”{options['cooperation']}”. Här finns: "
            f"{keys}. Inget är sparat."
        )
    granted_from = _day(options["granted_from"]) or clock.today()
    granted_until = _day(options["granted_until"])
    if granted_until and granted_until <= granted_from:
        raise CommandError("Rollen slutar innan den börjar. Inget är sparat.")
    return cooperation, AccessRole(options["role"]), granted_from, granted_until


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as wrong:
        raise CommandError(
            f"”{written}” är ingen dag; skriv den som 2026-01-22. Inget är sparat."
        ) from wrong
