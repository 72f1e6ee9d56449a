"""`radslag account`: the way in that somebody is given."""

from datetime import date
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from radslag.records.models import AccessGrant, Cooperation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cooperation() -> Cooperation:
    return Cooperation.objects.create(key="prov", name="Prov")


def said(email="Sonja@Exempel.se", **options) -> str:
    """Return what the command answers."""
    out = StringIO()
    call_command("account", email, stdout=out, **options)
    return out.getvalue()


def test_new_account_gets_a_password_that_signs_in():
    answer = said(name="Sonja", cooperation="prov", role="secretariat")

    password = answer.split("Lösenord för sonja@exempel.se: ")[1].split()[0]
    assert Client().login(request=None, email="sonja@exempel.se", password=password)
    assert "sonja@exempel.se är kansli i Prov." in answer


def test_role_holds_for_the_days_that_are_said():
    said(
        cooperation="prov",
        role="auditor",
        granted_from="2026-01-01",
        granted_until="2027-01-01",
    )

    grant = AccessGrant.objects.get()
    assert (grant.role, grant.granted_from, grant.granted_until) == (
        "auditor",
        date(2026, 1, 1),
        date(2027, 1, 1),
    )


def test_known_account_keeps_name_and_password():
    said(name="Sonja")
    before = User.objects.get().password

    answer = said(cooperation="prov", role="registrar")

    user = User.objects.get()
    assert (user.first_name, user.password) == ("Sonja", before)
    assert "Lösenord" not in answer


def test_closed_account_cannot_sign_in():
    said()

    assert said(close=True) == "sonja@exempel.se kan inte längre logga in.\n"
    assert not User.objects.get().is_active
    assert said(reopen=True) == "sonja@exempel.se kan logga in igen.\n"
    assert User.objects.get().is_active


def test_administrator_is_made_and_unmade_and_otherwise_left_alone():
    assert "får öppna nya samverkan" in said(administrator=True)
    assert User.objects.get().is_staff
    said(name="Sonja")
    assert User.objects.get().is_staff
    assert "får inte längre öppna" in said(administrator=False)
    assert not User.objects.get().is_staff


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"role": "secretariat"}, "Ange både --cooperation och --role."),
        ({"role": "secretariat", "cooperation": "annan"}, "Här finns: prov."),
        (
            {"role": "auditor", "cooperation": "prov", "granted_from": "2026-02-30"},
            "”2026-02-30” är ingen dag",
        ),
        (
            {
                "role": "auditor",
                "cooperation": "prov",
                "granted_from": "2026-02-03",
                "granted_until": "2026-02-03",
            },
            "Rollen slutar innan den börjar.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(options, sentence):
    with pytest.raises(CommandError, match=sentence.replace("(", r"\(")) as refused:
        said(**options)

    assert "Inget är sparat." in str(refused.value)
    assert not User.objects.exists()


def test_address_that_is_none_is_refused():
    with pytest.raises(CommandError, match="är ingen e-postadress"):
        said("sonja")


def test_unknown_account_cannot_be_closed():
    with pytest.raises(CommandError, match="Inget konto har adressen"):
        said(close=True)


def test_weak_password_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("kort\n"))

    with pytest.raises(CommandError, match="minst 15 tecken"):
        said(password_stdin=True)

    assert not User.objects.exists()
