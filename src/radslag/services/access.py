"""Who may see and do what: the one gate to a cooperation and its records.

Every page asks here and nowhere else. A role whose last day has passed gives
nothing; the public sees what is marked public and nothing more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import Model, Q, QuerySet

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AccessGrant, Cooperation
from radslag.records.questions import question

RowT = TypeVar("RowT", bound=Model)


@dataclass(frozen=True)
class Viewer:
    """Who looks: a name, and the roles held in the chosen cooperation today."""

    name: str = ""
    user_id: int | None = None
    roles: frozenset[AccessRole] = field(default_factory=frozenset)
    municipality_key: str = ""

    @property
    def is_signed_in(self) -> bool:
        """Say whether somebody is signed in, with or without a role here."""
        return self.user_id is not None

    @property
    def is_public(self) -> bool:
        """Say whether the viewer has no role here and sees what the public sees."""
        return not self.roles

    def has_any(self, roles: Iterable[AccessRole]) -> bool:
        """Say whether the viewer holds one of the roles."""
        return not self.roles.isdisjoint(roles)


NOBODY = Viewer()


def viewer_in(
    cooperation_key: str, user: AbstractBaseUser | AnonymousUser, today: date
) -> tuple[Cooperation | None, Viewer]:
    """Return the cooperation and who the user is in it today.

    One query for somebody with a role, at most two for anybody else.
    """
    grants = _grants_in(cooperation_key, user, today)
    if not grants:
        return _cooperation(cooperation_key).first(), viewer_outside(user)
    return grants[0].cooperation, replace(
        viewer_outside(user),
        roles=frozenset(AccessRole(grant.role) for grant in grants),
        municipality_key=next(
            (grant.municipality_key for grant in grants if grant.municipality_key), ""
        ),
    )


def _grants_in(
    cooperation_key: str, user: AbstractBaseUser | AnonymousUser, today: date
) -> list[AccessGrant]:
    if not isinstance(user, User):
        return []
    return list(_grants_of(user.pk, cooperation_key, today))


@question
def _grants_of(
    user_id: int, cooperation_key: str, today: date
) -> QuerySet[AccessGrant]:
    grants = _grants_today(user_id, today).filter(cooperation__key=cooperation_key)
    return grants.select_related("cooperation")


@question
def _cooperation(key: str) -> QuerySet[Cooperation]:
    return Cooperation.objects.filter(key=key)


def viewer_outside(user: AbstractBaseUser | AnonymousUser) -> Viewer:
    """Return who the user is where no cooperation is chosen: a name, and no role."""
    if not isinstance(user, User):
        return NOBODY
    return Viewer(name=user.get_full_name() or user.get_username(), user_id=user.pk)


def cooperations_of(
    user: AbstractBaseUser | AnonymousUser, today: date
) -> list[Cooperation]:
    """Return the cooperations where the user has a role today, by name."""
    if not isinstance(user, User):
        return []
    grants = _grants_today(user.pk, today).values("cooperation")
    return list(Cooperation.objects.filter(pk__in=grants))


def public_cooperations() -> list[Cooperation]:
    """Return the cooperations that show themselves to the public, by name."""
    return list(Cooperation.objects.filter(is_public=True))


def visible(rows: QuerySet[RowT], viewer: Viewer) -> QuerySet[RowT]:
    """Leave out what the viewer may not see: for the public, all not marked public."""
    return shown(rows, to_public=viewer.is_public)


def shown(rows: QuerySet[RowT], *, to_public: bool) -> QuerySet[RowT]:
    """Leave out what the public may not see, where it is the public that looks."""
    return rows.filter(is_public=True) if to_public else rows


def _grants_today(user_id: int, today: date) -> QuerySet[AccessGrant]:
    return AccessGrant.objects.filter(
        Q(granted_until__isnull=True) | Q(granted_until__gt=today),
        user=user_id,
        granted_from__lte=today,
    )
