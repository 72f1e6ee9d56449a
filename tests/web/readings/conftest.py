"""A folder and a day of the tests' own, and an administrator."""

import pytest
from django.test import Client

from radslag.services.accounts import open_account, set_administrator
from tests.services.readings.invented import (
    TODAY,
)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.WORKPLACE = tmp_path
    settings.PRETENDED_TODAY = TODAY


@pytest.fixture
def administrator() -> Client:
    user = open_account(email="ada@exempel.se", name="Ada")
    set_administrator(user, is_administrator=True)
    client = Client()
    client.force_login(user)
    return client
