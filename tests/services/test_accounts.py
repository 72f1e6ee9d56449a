"""Opening accounts and giving roles."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AccessGrant, Cooperation
from radslag.services.accounts import give_role, open_account

PASSWORD = "correct horse battery staple"
FIRST, SECOND = date(2026, 1, 1), date(2026, 7, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Cooperation:
    return Cooperation.objects.create(key="har", name="Här")


@pytest.fixture
def eva() -> User:
    return open_account(email="eva@example.se", name="Eva Exempel", password=PASSWORD)


def test_account_is_opened_with_its_address_as_name(eva: User) -> None:
    told = (eva.username, eva.email, eva.first_name, eva.is_active, eva.is_staff)

    assert told == ("eva@example.se", "eva@example.se", "Eva Exempel", True, False)
    assert eva.check_password(PASSWORD)
    assert PASSWORD not in eva.password


def test_account_opened_again_is_the_same_with_a_new_password(eva: User) -> None:
    again = open_account(email="eva@example.se", name="Eva Ek", password="another one")

    assert again.pk == eva.pk
    assert (again.first_name, again.check_password("another one")) == ("Eva Ek", True)
    assert User.objects.count() == 1


def test_account_is_the_same_however_its_address_is_written(eva: User) -> None:
    again = open_account(email=" Eva@Example.SE", name="Eva", password=PASSWORD)

    assert (again.pk, again.email) == (eva.pk, "eva@example.se")


def test_disabled_account_is_not_opened_by_a_new_password(eva: User) -> None:
    eva.is_active = False
    eva.save()

    again = open_account(email="eva@example.se", name="Eva", password=PASSWORD)

    assert not again.is_active


def test_role_is_given_from_a_day(eva: User, here: Cooperation) -> None:
    given = give_role(
        eva,
        here,
        AccessRole.REGISTRAR,
        granted_from=FIRST,
        granted_until=SECOND,
        municipality_key="ekerby",
    )

    given.refresh_from_db()
    told = (given.user, given.cooperation, given.role, given.municipality_key)
    assert told == (eva, here, "registrar", "ekerby")
    assert (given.granted_from, given.granted_until) == (FIRST, SECOND)


def test_role_given_again_has_the_new_days(eva: User, here: Cooperation) -> None:
    give_role(eva, here, AccessRole.AUDITOR, granted_from=FIRST, granted_until=SECOND)

    give_role(eva, here, AccessRole.AUDITOR, granted_from=SECOND)

    (grant,) = AccessGrant.objects.all()
    assert (grant.granted_from, grant.granted_until) == (SECOND, None)


def test_role_that_ends_before_it_begins_is_refused(
    eva: User, here: Cooperation
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        give_role(
            eva, here, AccessRole.AUDITOR, granted_from=SECOND, granted_until=FIRST
        )

    assert not AccessGrant.objects.exists()
