"""Accounts and the roles they are given in a cooperation."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AccessGrant, Cooperation


@transaction.atomic
def open_account(*, email: str, name: str = "", password: str | None = None) -> User:
    """Open an account, or give an existing one the name and password that are given.

    An address is the same however it is written with capitals. The password is
    checked by whoever asks; here it is only kept, hashed. A closed account stays so.
    """
    email = email.strip().lower()
    user, _ = User.objects.get_or_create(username=email, defaults={"email": email})
    user.first_name, user.email = name or user.first_name, email
    if password is not None:
        user.set_password(password)
    user.save()
    return user


@transaction.atomic
def set_open(email: str, *, is_open: bool) -> bool:
    """Open or close an account for signing in; answer whether there was one.

    What the person has done stays in the journal, under the person's name.
    """
    user = User.objects.filter(username=email).first()
    if user is None:
        return False
    user.is_active = is_open
    user.save()
    return True


@transaction.atomic
def set_administrator(user: User, *, is_administrator: bool) -> None:
    """Let an account open new cooperations here, or no longer.

    An administrator sees into no cooperation without a role in it.
    """
    user.is_staff = is_administrator
    user.save()


@transaction.atomic
def give_role(
    user: User,
    cooperation: Cooperation,
    role: AccessRole,
    *,
    granted_from: date,
    granted_until: date | None = None,
    municipality_key: str = "",
) -> AccessGrant:
    """Give a role from a day on; given again, the days are the new ones."""
    grant, _ = AccessGrant.objects.update_or_create(
        user=user,
        cooperation=cooperation,
        role=role,
        defaults={
            "granted_from": granted_from,
            "granted_until": granted_until,
            "municipality_key": municipality_key,
        },
    )
    return grant
