"""Who somebody is in a cooperation on a day, and what the public may see."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AccessGrant, AnnualPlan, Cooperation, choose
from radslag.services.access import (
    NOBODY,
    Viewer,
    cooperations_of,
    public_cooperations,
    viewer_in,
    viewer_outside,
    visible,
)

TODAY = date(2026, 3, 15)
A_DAY = timedelta(days=1)
DAYS = st.integers(min_value=-2, max_value=2)

pytestmark = pytest.mark.django_db


@pytest.fixture
def eva() -> User:
    return User.objects.create(username="eva@example.se", first_name="Eva Exempel")


@pytest.fixture
def here() -> Cooperation:
    return Cooperation.objects.create(key="har", name="Här", is_public=True)


@pytest.fixture
def there() -> Cooperation:
    return Cooperation.objects.create(key="dar", name="Där")


def grant(
    user: User, cooperation: Cooperation, role: AccessRole, **more: object
) -> AccessGrant:
    days = {"granted_from": TODAY - 9 * A_DAY} | more
    return AccessGrant.objects.create(
        user=user, cooperation=cooperation, role=role, **days
    )


def test_roles_here_are_gathered(eva: User, here: Cooperation) -> None:
    grant(eva, here, AccessRole.REGISTRAR, municipality_key="ekerby")
    grant(eva, here, AccessRole.AUDITOR)

    assert viewer_in("har", eva, TODAY) == (
        here,
        Viewer(
            name="Eva Exempel",
            user_id=eva.pk,
            roles=frozenset({AccessRole.REGISTRAR, AccessRole.AUDITOR}),
            municipality_key="ekerby",
        ),
    )


def test_role_elsewhere_gives_nothing_here(
    eva: User, here: Cooperation, there: Cooperation
) -> None:
    grant(eva, there, AccessRole.SECRETARIAT)

    cooperation, viewer = viewer_in("har", eva, TODAY)

    assert (cooperation, viewer.roles, viewer.is_public) == (here, frozenset(), True)
    assert viewer.is_signed_in


def test_role_of_another_person_gives_nothing(eva: User, here: Cooperation) -> None:
    grant(User.objects.create(username="ove@example.se"), here, AccessRole.SECRETARIAT)

    _cooperation, viewer = viewer_in("har", eva, TODAY)

    assert viewer.roles == frozenset()
    assert cooperations_of(eva, TODAY) == []


def test_nobody_signed_in_has_no_name_and_no_role(here: Cooperation) -> None:
    assert viewer_in("har", AnonymousUser(), TODAY) == (here, NOBODY)
    assert viewer_outside(AnonymousUser()) == NOBODY
    assert not NOBODY.is_signed_in


def test_missing_cooperation_is_told_as_nothing(eva: User) -> None:
    cooperation, viewer = viewer_in("saknas", eva, TODAY)

    assert (cooperation, viewer.roles) == (None, frozenset())


@given(first=DAYS, length=st.none() | st.integers(min_value=1, max_value=3), at=DAYS)
def test_role_holds_from_its_first_day_until_its_last(
    first: int, length: int | None, at: int
) -> None:
    user, _ = User.objects.get_or_create(username="u@example.se")
    cooperation, _ = Cooperation.objects.get_or_create(key="har", name="Här")
    AccessGrant.objects.filter(user=user).delete()
    begins = TODAY + first * A_DAY
    ends = None if length is None else begins + length * A_DAY
    role = AccessRole.AUDITOR
    grant(user, cooperation, role, granted_from=begins, granted_until=ends)
    day = TODAY + at * A_DAY

    _cooperation, viewer = viewer_in("har", user, day)

    holds = begins <= day and (ends is None or day < ends)
    assert viewer.roles == (frozenset({role}) if holds else frozenset())
    assert cooperations_of(user, day) == ([cooperation] if holds else [])


def test_cooperations_are_told_once_each_by_name(
    eva: User, here: Cooperation, there: Cooperation
) -> None:
    grant(eva, here, AccessRole.AUDITOR)
    grant(eva, here, AccessRole.REGISTRAR)
    grant(eva, there, AccessRole.AUDITOR)

    assert cooperations_of(eva, TODAY) == [there, here]
    assert cooperations_of(AnonymousUser(), TODAY) == []


def test_public_cooperations_leave_out_the_others(
    here: Cooperation, there: Cooperation
) -> None:
    assert public_cooperations() == [here]


@pytest.mark.parametrize(
    ("roles", "years"),
    [(frozenset(), [2026]), (frozenset({AccessRole.REGISTRAR}), [2027, 2026])],
)
def test_public_sees_rows_that_are_marked_public(
    here: Cooperation, roles: frozenset[AccessRole], years: list[int]
) -> None:
    with choose(here):
        for year, is_public in ((2026, True), (2027, False)):
            AnnualPlan.objects.create(
                cooperation=here, key=str(year), year=year, is_public=is_public
            )
        found = visible(AnnualPlan.objects.all(), Viewer("Eva", 1, roles))

        assert [plan.year for plan in found] == years


@pytest.mark.parametrize(("number_of_roles", "queries"), [(0, 2), (1, 1), (3, 1)])
def test_viewer_takes_as_many_queries_however_many_roles(
    eva: User,
    here: Cooperation,
    django_assert_num_queries: Callable[..., object],
    number_of_roles: int,
    queries: int,
) -> None:
    for role in list(AccessRole)[:number_of_roles]:
        grant(eva, here, role)

    with django_assert_num_queries(queries):  # type: ignore[attr-defined]  # pytest-django's own type is not exported
        viewer_in("har", eva, TODAY)
