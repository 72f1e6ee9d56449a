"""A correct cooperation gives no findings, and asks the same at every size."""

import pytest
from pytest_django import DjangoAssertNumQueries

from radslag.services.review import Review, review
from tests.services.review.correct import TODAY, build
from tests.services.review.factory import cooperation

pytestmark = pytest.mark.django_db
QUERIES = 25


@pytest.mark.parametrize("size", [1, 3])
def test_review_of_a_correct_cooperation_is_silent(
    size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with cooperation():
        build(size)

        with django_assert_num_queries(QUERIES):
            found = review(TODAY)

    assert found == Review((), ())


def test_review_of_an_empty_cooperation_is_silent() -> None:
    with cooperation():
        assert review(TODAY) == Review((), ())


def test_review_sees_only_the_chosen_cooperation() -> None:
    with cooperation("annan"):
        build(1)

    with cooperation() as chosen:
        assert chosen.key == "prov"
        assert review(TODAY) == Review((), ())
