"""The people who come to the gate: one for each column of the access table."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import User
from django.test import Client

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation
from radslag.services.accounts import give_role, open_account, set_administrator

PASSWORD = "correct horse battery staple"
A_DAY = timedelta(days=1)
LONG_AGO = date(2000, 1, 1)


@dataclass(frozen=True)
class Visitor:
    """Somebody at the gate, with the roles that hold today in the cooperations."""

    name: str
    client: Client
    roles: frozenset[AccessRole] = frozenset()
    is_signed_in: bool = True
    is_administrator: bool = False


def account(name: str) -> User:
    """Open an account for somebody invented."""
    return open_account(email=f"{name}@example.se", name=name, password=PASSWORD)


def _signed_in(user: User) -> Client:
    # Each has a machine of their own, so that nobody uses up another's patience.
    client = Client(REMOTE_ADDR=f"192.0.2.{user.pk % 250 + 1}")
    client.force_login(user)
    return client


def visitors(
    cooperations: list[Cooperation], elsewhere: Cooperation, today: date
) -> list[Visitor]:
    """Return everybody: each role, and all the ways of having none."""
    found = [Visitor("anonymous", Client(), is_signed_in=False)]
    for role in AccessRole:
        user = account(role.value)
        for cooperation in cooperations:
            give_role(user, cooperation, role, granted_from=LONG_AGO)
        found.append(Visitor(role.value, _signed_in(user), frozenset({role})))
    return [*found, *_without_role(cooperations, elsewhere, today)]


def _without_role(
    cooperations: list[Cooperation], elsewhere: Cooperation, today: date
) -> list[Visitor]:
    stranger, former, coming = account("stranger"), account("former"), account("coming")
    disabled, nobody = account("disabled"), account("nobody")
    opener = account("opener")
    set_administrator(opener, is_administrator=True)
    role = AccessRole.SECRETARIAT
    give_role(stranger, elsewhere, role, granted_from=LONG_AGO)
    for each in cooperations:
        # Until is not included: a role until today ended yesterday.
        give_role(former, each, role, granted_from=LONG_AGO, granted_until=today)
        give_role(coming, each, role, granted_from=today + A_DAY)
        give_role(disabled, each, role, granted_from=LONG_AGO)
    thrown_out = _signed_in(disabled)
    disabled.is_active = False
    disabled.save()
    return [
        Visitor("secretariat elsewhere", _signed_in(stranger)),
        Visitor("role ended yesterday", _signed_in(former)),
        Visitor("role starts tomorrow", _signed_in(coming)),
        Visitor("disabled account", thrown_out, is_signed_in=False),
        Visitor("no role", _signed_in(nobody)),
        Visitor("administrator", _signed_in(opener), is_administrator=True),
    ]
