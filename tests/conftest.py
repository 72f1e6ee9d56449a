"""What every test may count on: a database, a clean cache, and no network."""

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest
import pytest_django
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import transaction
from django.db.backends.sqlite3.base import DatabaseOperations
from django.test import override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from tests.web.pages import load_sodertorn

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")

LOCAL_NAMES = {"", "localhost"}


class NetworkForbidden(RuntimeError):
    """A test tried to reach another machine."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not is_local(str(address[0])):
            raise NetworkForbidden(f"Tests may not connect to {address[0]}.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


def is_local(host: str) -> bool:
    """Tell whether an address or a name means this machine."""
    if host in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def _quick_settings() -> Iterator[None]:
    """Use what makes tests quick and independent of this machine's own settings."""
    with override_settings(
        CACHES={
            "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
            # Each page is made anew, so that tests see what making it takes.
            "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        # Static files are taken where they are written; nothing is collected.
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def _journal_can_be_emptied() -> Iterator[None]:
    """Let tests that commit be tidied up after, journal and all.

    The journal's rows cannot be deleted, which is right everywhere but here. The wall
    is raised again by Django's own signal when the tables have been emptied.
    """
    flush = DatabaseOperations.sql_flush

    def without_wall(self: DatabaseOperations, *args: Any, **options: Any) -> list[str]:
        wall = "DROP TRIGGER IF EXISTS journal_stands_delete"
        return [wall, *flush(self, *args, **options)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", without_wall)
        yield


@pytest.fixture(scope="module")
def shipped_sodertorn(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[None]:
    """Hold Södertörn, as the program ships it, in the database for a whole module.

    Loading it takes longer than most tests. Each test undoes its own changes, and the
    end of the module undoes the loading.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        load_sodertorn()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """Begin in the settings' language, whatever a page before was asked for in."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Forget what earlier tests counted, such as failed sign-ins."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Keep SQLite's test database in a file, as a running program has it.

    A database in memory is one connection shared by all threads, which a server in
    the background and the test itself cannot use at the same time.
    """
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")
        # What a test writes need not outlive a power cut.
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
