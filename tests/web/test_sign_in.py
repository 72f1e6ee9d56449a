"""Signing in and out: for those with an account, slowly for those who guess."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, override_settings

from radslag.config.settings import CACHES
from radslag.web.access import TABLE
from tests.web.conftest import OPEN, House
from tests.web.people import PASSWORD, account
from tests.web.written_table import SEND, rows

LOGIN, RESET = "/konto/login/", "/konto/password/reset/"
CHANGE, SIGN_OUT = "/konto/password/change/", "/konto/logout/"
PER_NAME, PER_ADDRESS, RESETS_PER_NAME = 5, 20, 2
HALF_AN_HOUR_SECONDS = 30 * 60
TOO_MANY = "För många misslyckade försök"
MISMATCH = "hör inte ihop"


class CountingHasher(MD5PasswordHasher):
    """A quick hasher that counts how often a password is worked on."""

    algorithm = "counting"
    worked = 0

    def encode(self, password: str, salt: str) -> str:
        """Count, and hash."""
        CountingHasher.worked += 1
        return super().encode(password, salt)


@pytest.fixture
def eva(db: None) -> User:
    """Somebody with an account and no role."""
    return account("eva")


def attempt(client: Client, name: str, password: str, **more: Any) -> HttpResponse:
    """Try to sign in."""
    form = {"login": f"{name}@example.se", "password": password}
    return client.post(LOGIN, form | more)


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def is_in(response: HttpResponse) -> bool:
    """Say whether the attempt led past the sign-in page."""
    return response.status_code == 302 and "sessionid" in response.cookies


def test_right_password_lets_in(eva: User) -> None:
    assert is_in(attempt(Client(), "eva", PASSWORD))


def test_name_is_read_without_regard_to_capitals(eva: User) -> None:
    assert is_in(attempt(Client(), "EVA", PASSWORD))


def test_wrong_password_is_told_in_swedish(eva: User) -> None:
    answer = attempt(Client(), "eva", "wrong")

    assert answer.status_code == 200
    assert MISMATCH in text_of(answer)


def test_sixth_failure_waits_and_so_does_the_right_password(eva: User) -> None:
    account("ove")
    client = Client()
    answers = [text_of(attempt(client, "eva", f"wrong {n}")) for n in range(PER_NAME)]

    sixth = attempt(client, "eva", "wrong again")
    right = attempt(client, "eva", PASSWORD)

    assert [MISMATCH in answer for answer in answers] == [True] * PER_NAME
    assert TOO_MANY in text_of(sixth)
    assert TOO_MANY in text_of(right)
    assert not is_in(right)
    assert is_in(attempt(client, "ove", PASSWORD))


def test_name_waits_from_every_address(eva: User) -> None:
    for number in range(PER_NAME):
        attempt(Client(REMOTE_ADDR=f"192.0.2.{number}"), "eva", "wrong")

    answer = attempt(Client(REMOTE_ADDR="192.0.2.99"), "eva", PASSWORD)

    assert TOO_MANY in text_of(answer)


def test_waiting_is_over_after_half_an_hour(
    eva: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(PER_NAME):
        attempt(Client(), "eva", "wrong")
    later = time.time() + HALF_AN_HOUR_SECONDS + 1
    monkeypatch.setattr("time.time", lambda: later)

    assert is_in(attempt(Client(), "eva", PASSWORD))


def test_address_that_guesses_at_many_names_waits(eva: User) -> None:
    client = Client(REMOTE_ADDR="192.0.2.1")
    for number in range(PER_ADDRESS):
        assert MISMATCH in text_of(attempt(client, f"name{number}", "wrong"))

    same = attempt(client, "eva", PASSWORD)
    other = attempt(Client(REMOTE_ADDR="192.0.2.2"), "eva", PASSWORD)

    assert TOO_MANY in text_of(same)
    assert is_in(other)


def test_counters_are_not_pushed_out_by_other_names(eva: User, tmp_path: Path) -> None:
    kept = CACHES["default"] | {"LOCATION": str(tmp_path)}
    with override_settings(CACHES={"default": kept}):
        for number in range(PER_NAME):
            attempt(Client(), "eva", f"wrong {number}")
        for number in range(1500):
            cache.set(f"another-name-{number}", number)

        assert TOO_MANY in text_of(attempt(Client(), "eva", PASSWORD))


def test_successful_sign_ins_do_not_use_up_patience(eva: User) -> None:
    for _number in range(PER_NAME + 1):
        assert is_in(attempt(Client(), "eva", PASSWORD))


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_the_visitor_waits_and_not_the_proxy(eva: User) -> None:
    proxy = Client(REMOTE_ADDR="127.0.0.1")
    guesser = {"HTTP_X_FORWARDED_FOR": "198.51.100.9, 203.0.113.1"}
    for number in range(PER_ADDRESS):
        form = {"login": f"name{number}@example.se", "password": "wrong"}
        proxy.post(LOGIN, form, **guesser)
    right = {"login": "eva@example.se", "password": PASSWORD}

    # The first address is the visitor's own claim, and is not believed.
    claimed = {"HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.1"}
    assert TOO_MANY in text_of(proxy.post(LOGIN, right, **claimed))
    assert is_in(proxy.post(LOGIN, right, HTTP_X_FORWARDED_FOR="203.0.113.2"))


def answer_without_names(response: HttpResponse, name: str) -> str:
    """Return the page with the name typed and the form's secret taken out."""
    body = text_of(response).replace(name, "—")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)


@pytest.mark.parametrize("state", ["in use", "disabled"])
def test_unknown_and_known_names_get_the_same_answer(eva: User, state: str) -> None:
    eva.is_active = state == "in use"
    eva.save()
    password = "wrong" if state == "in use" else PASSWORD

    known = attempt(Client(), "eva", password)
    unknown = attempt(Client(), "ingen", password)

    assert known.status_code == unknown.status_code == 200
    assert answer_without_names(known, "eva") == answer_without_names(unknown, "ingen")


@override_settings(PASSWORD_HASHERS=["tests.web.test_sign_in.CountingHasher"])
def test_unknown_and_known_names_cost_the_same_work(db: None) -> None:
    account("eva")
    work = []
    for name in ("eva", "ingen"):
        before = CountingHasher.worked
        attempt(Client(), name, "wrong")
        work.append(CountingHasher.worked - before)

    assert work == [1, 1]


def test_session_gets_a_new_name_at_sign_in(eva: User) -> None:
    client = Client()
    # Asking for the session gives the visitor one, as an attacker would plant it.
    before = client.session.session_key

    answer = attempt(client, "eva", PASSWORD)

    assert before is not None
    assert answer.cookies["sessionid"].value != before


def test_cookies_are_kept_from_scripts_and_other_sites(eva: User) -> None:
    cookies = attempt(Client(), "eva", PASSWORD).cookies

    for name in ("sessionid", "csrftoken"):
        assert cookies[name]["httponly"] is True
        assert cookies[name]["samesite"] == "Lax"


def test_signing_out_ends_the_session_on_the_server(eva: User) -> None:
    client = Client()
    attempt(client, "eva", PASSWORD)
    stolen = client.cookies["sessionid"].value

    client.get(SIGN_OUT)
    still = client.get(CHANGE).status_code
    client.post(SIGN_OUT)
    thief = Client()
    thief.cookies["sessionid"] = stolen

    assert (still, thief.get(CHANGE).status_code) == (200, 302)


def test_new_password_ends_other_sessions(eva: User) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        attempt(client, "eva", PASSWORD)
    new = "another long enough phrase"

    here.post(CHANGE, {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert here.get(CHANGE).status_code == 200
    assert there.get(CHANGE).status_code == 302


@pytest.mark.parametrize(
    "target",
    [
        "https://ond.example/",
        "//ond.example/",
        "///ond.example/",
        "/\\ond.example/",
        "http:///ond.example/",
        "javascript:alert(1)",
        "\thttps://ond.example/",
    ],
)
def test_sign_in_does_not_lead_to_another_site(eva: User, target: str) -> None:
    answer = attempt(Client(), "eva", PASSWORD, next=target)

    assert is_in(answer)
    assert answer.headers["Location"] == "/"


def test_sign_in_leads_to_the_page_asked_for(eva: User) -> None:
    answer = attempt(Client(), "eva", PASSWORD, next=f"/{OPEN}/laget/")

    assert answer.headers["Location"] == f"/{OPEN}/laget/"


@pytest.mark.parametrize("target", ["https://ond.example/", "//ond.example/"])
def test_change_of_language_does_not_lead_to_another_site(
    db: None, target: str
) -> None:
    answer = Client().post("/sprak/", {"language": "en", "next": target})

    assert answer.headers["Location"] == "/"


def state_changing() -> Iterator[str]:
    """Give each address of the written table that takes what is sent to it."""
    for row in rows():
        if SEND in row.uses:
            yield re.sub(r"{\w+}", "1", row.address.replace("{samverkan}", OPEN))


@pytest.mark.parametrize("address", list(state_changing()))
def test_nothing_is_changed_without_the_forms_own_token(
    house: House, address: str
) -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(User.objects.get(username="secretariat@example.se"))

    assert guarded.post(address).status_code == 403


@pytest.mark.parametrize("origin", ["https://ond.example", "null"])
def test_form_from_another_site_is_refused(eva: User, origin: str) -> None:
    guarded = Client(enforce_csrf_checks=True)
    page = text_of(guarded.get(LOGIN))
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    form = {"login": "eva@example.se", "password": PASSWORD}
    form["csrfmiddlewaretoken"] = token[1]

    refused = guarded.post(LOGIN, form, HTTP_ORIGIN=origin)

    assert refused.status_code == 403
    assert is_in(guarded.post(LOGIN, form))


def test_nobody_can_open_an_account(db: None) -> None:
    page = Client().get("/konto/signup/")
    form = {"email": "ny@example.se", "password1": PASSWORD, "password2": PASSWORD}

    sent = Client().post("/konto/signup/", form)

    assert "Konton ges av kansliet" in text_of(page)
    assert sent.status_code == 405
    assert not get_adapter().is_open_for_signup(page.wsgi_request)
    assert not User.objects.exists()
    assert "POST" not in TABLE["account_signup"].methods


def test_reset_tells_nothing_and_writes_only_to_accounts(eva: User) -> None:
    known = Client().post(RESET, {"email": "eva@example.se"})
    unknown = Client().post(RESET, {"email": "ingen@example.se"})

    assert known.status_code == unknown.status_code == 302
    assert known.headers["Location"] == unknown.headers["Location"]
    (letter,) = mail.outbox
    assert letter.to == ["eva@example.se"]


def test_reset_letters_are_two_an_hour(eva: User) -> None:
    for _number in range(RESETS_PER_NAME + 3):
        Client().post(RESET, {"email": "eva@example.se"})

    assert len(mail.outbox) == RESETS_PER_NAME


def test_reset_letter_lets_choose_a_password_once(eva: User) -> None:
    client, new = Client(), "another long enough phrase"
    client.post(RESET, {"email": "eva@example.se"})
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link is not None
    form = client.get(link[1], follow=True)
    chosen = form.redirect_chain[-1][0]

    client.post(chosen, {"password1": new, "password2": new})
    again = text_of(Client().get(link[1], follow=True))

    assert is_in(attempt(Client(), "eva", new))
    assert not is_in(attempt(Client(), "eva", PASSWORD))
    assert 'name="password1"' not in again


@pytest.mark.parametrize(
    ("chosen", "is_taken"),
    [
        ("fjorton tecken", False),
        ("femton tecken..", True),
        ("eva@example.se12", False),
        ("a" * 64 + " och lite till", True),
    ],
)
def test_password_is_long_and_not_the_name(
    eva: User, chosen: str, *, is_taken: bool
) -> None:
    client = Client()
    client.force_login(eva)

    client.post(
        CHANGE, {"oldpassword": PASSWORD, "password1": chosen, "password2": chosen}
    )

    eva.refresh_from_db()
    assert eva.check_password(chosen) is is_taken
