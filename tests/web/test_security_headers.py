"""What every answer tells the browser to refuse, and the settings of a server."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.house.tree import TOP
from tests.web.conftest import OPEN, House

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
# A page, a page that asks for sign-in, one that is not there, and a static file.
ADDRESSES = [
    "/konto/login/",
    f"/{OPEN}/",
    f"/{OPEN}/laget/",
    "/finns-inte/alls/",
    "/static/radslag.css",
]
PRODUCTION = {
    "RADSLAG_DEBUG": "0",
    "RADSLAG_HOSTS": "radslag.example",
    "RADSLAG_SECRET_KEY": "only-for-this-test-0123456789-abcdefghij-ABCDEFGHIJ-klmnop",
}
ASK = """
import django, json
django.setup()
from django.conf import settings
from django.test import Client
names = ["SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE",
    "CSRF_COOKIE_SAMESITE", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_SSL_REDIRECT", "DEBUG", "ALLAUTH_TRUSTED_PROXY_COUNT"]
answer = Client().get("/konto/login/", secure=True, headers={"host": "radslag.example"})
redirect = Client().get("/konto/login/", headers={"host": "radslag.example"})
print(json.dumps({
    **{name: getattr(settings, name) for name in names},
    "hsts": answer.headers.get("Strict-Transport-Security"),
    "redirect": redirect.headers.get("Location"),
    "stranger": Client().get("/", headers={"host": "other.example"}).status_code,
}))
"""


def directives(header: str) -> dict[str, str]:
    """Read a content policy: each directive with what it allows."""
    parts = [part.strip().partition(" ") for part in header.split(";") if part.strip()]
    return {name: allowed for name, _space, allowed in parts}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_policy(house: House, address: str) -> None:
    answer = Client().get(address)
    answer.close()

    told = directives(answer.headers["Content-Security-Policy"])
    assert told == POLICY
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_policy_allows_nothing_inline_and_nothing_evaluated() -> None:
    told = Client().get("/konto/login/").headers["Content-Security-Policy"]

    assert "unsafe" not in told
    assert "*" not in told
    assert "http" not in told


@pytest.mark.parametrize("page", ["", "laget/", "plan/", "ekonomi/", "granskning/"])
def test_signed_in_pages_are_kept_nowhere(house: House, page: str) -> None:
    answer = house.visitor("secretariat").client.get(f"/{OPEN}/{page}")

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert {"Cookie", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))


def test_page_that_is_not_there_is_kept_nowhere(house: House) -> None:
    answer = house.visitor("no role").client.get(f"/{OPEN}/laget/")

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_open_pages_are_asked_about_anew(house: House) -> None:
    answer = Client().get(f"/{OPEN}/plan/")

    assert answer.headers["Cache-Control"] in {"no-cache", "private, no-store"}
    assert "Cookie" in answer.headers["Vary"]


def test_static_files_may_be_kept(db: None) -> None:
    answer = Client().get("/static/radslag.css")
    answer.close()

    assert "no-store" not in answer.headers.get("Cache-Control", "")


def run(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the program with an environment of its own."""
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("RADSLAG_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, *words],
        cwd=TOP,
        env=plain | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_deployment_check_finds_nothing(tmp_path: Path) -> None:
    words = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    answer = run(*words, **PRODUCTION, RADSLAG_FOLDER=str(tmp_path))

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "no issues" in answer.stdout


def test_server_guards_its_cookies_and_its_transport(tmp_path: Path) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "radslag.config.settings"}
    folder = {"RADSLAG_FOLDER": str(tmp_path)}
    collected = run("manage.py", "collectstatic", "--no-input", **PRODUCTION, **folder)

    answer = run("-c", ASK, **PRODUCTION, **settings, **folder)

    assert collected.returncode == 0, collected.stderr
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout.splitlines()[-1])
    assert told == {
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_SSL_REDIRECT": True,
        "DEBUG": False,
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
        "hsts": "max-age=31536000; includeSubDomains; preload",
        "redirect": "https://radslag.example/konto/login/",
        "stranger": 400,
    }


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"RADSLAG_DEBUG": "0"}, "RADSLAG_SECRET_KEY måste anges"),
        ({"RADSLAG_DEBUG": "ja"}, "RADSLAG_DEBUG ska vara 1 eller 0, inte 'ja'"),
        (PRODUCTION | {"RADSLAG_TODAY": "2026-01-01"}, "RADSLAG_TODAY får bara anges"),
        ({"RADSLAG_PROXIES": "-1"}, "RADSLAG_PROXIES ska vara ett heltal"),
    ],
)
def test_wrong_setting_stops_the_start_in_one_sentence(
    environment: dict[str, str], words: str
) -> None:
    answer = run("manage.py", "check", **environment)

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"Rådslag startar inte. {words}")
    assert "Traceback" not in answer.stderr


def test_installed_program_is_in_production_unless_told(tmp_path: Path) -> None:
    """A copy outside the checkout, as an installed wheel is."""
    copy = tmp_path / "radslag"
    shutil.copytree(TOP / "src/radslag", copy, ignore=shutil.ignore_patterns("static"))
    ask = "from radslag.config import settings; print(settings.DEBUG)"
    key = {"RADSLAG_SECRET_KEY": PRODUCTION["RADSLAG_SECRET_KEY"]}

    installed = run("-c", ask, PYTHONPATH=str(tmp_path), **key)
    checkout = run("-c", ask, **key)

    assert (installed.stdout, checkout.stdout) == ("False\n", "True\n")


def test_while_developing_only_this_machine_is_answered(tmp_path: Path) -> None:
    ask = "from radslag.config import settings; print(settings.ALLOWED_HOSTS)"

    assert run("-c", ask).stdout == "['localhost', '127.0.0.1', '[::1]']\n"
