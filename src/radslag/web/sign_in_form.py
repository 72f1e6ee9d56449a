"""The form at the door: a name and a password, and nothing between label and field."""

from typing import Any

from allauth.account.forms import LoginForm


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth is untyped
    """The sign-in library's form; the way to a new password stands below the button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out the link that the library puts beside the password."""
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
