"""The example cooperation, chosen, for tests of what is read and done."""

from collections.abc import Iterator

import pytest

from radslag.records.models import Cooperation, choose


@pytest.fixture
def sodertorn(shipped_sodertorn: None, db: None) -> Iterator[Cooperation]:
    """Choose Södertörn, as the program ships it."""
    with choose(Cooperation.objects.get(key="sodertorn")) as chosen:
        yield chosen
