"""Accounts are given by the secretariat; nobody signs up alone.

What the sign-in library answers is said here in Swedish: what happened, that nothing
is lost, and what to do. A refusal never tells whether an account exists.
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from radslag.records.questions import question

_MISMATCH = gettext_lazy(
    "E-postadressen och lösenordet hör inte ihop. Se efter att båda är rätt skrivna "
    "och försök igen, eller välj Glömt lösenord."
)
_TOO_MANY = gettext_lazy(
    "För många misslyckade försök. Inget är ändrat och kontot är inte spärrat. Vänta "
    "en halvtimme och försök igen, eller be kansliet om hjälp."
)


class ClosedSignup(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """The door for new accounts, shut; and the answers at the door."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _MISMATCH,
        "invalid_login": _MISMATCH,
        "too_many_login_attempts": _TOO_MANY,
        "account_inactive": _MISMATCH,
        "rate_limited": gettext_lazy(
            "Det kom för många försök på kort tid. Inget är ändrat. Vänta en stund och "
            "försök igen."
        ),
        "incorrect_password": gettext_lazy("Lösenordet stämmer inte. Försök igen."),
        "enter_current_password": gettext_lazy("Skriv ditt nuvarande lösenord."),
        "invalid_password_reset": gettext_lazy(
            "Länken är redan använd eller för gammal. Lösenordet är inte ändrat. Begär "
            "ett nytt brev med Glömt lösenord."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: str) -> User | None:
        """Let in whoever has the right password and an account in use.

        A disabled account gets the same answer as a wrong password, so that nobody
        can learn that it exists.
        """
        user: User | None = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None


@question
def _user(user_id: int) -> QuerySet[User]:
    return User.objects.filter(pk=user_id)


class OwnUsers(AuthenticationBackend):  # type: ignore[misc]  # allauth is untyped
    """The sign-in library's way to know somebody; found again with a kept question."""

    def get_user(self, user_id: int) -> User | None:
        """Return who a session belongs to, as long as the account is in use."""
        user = _user(user_id).first()
        return user if user is not None and user.is_active else None
