"""A kept list of choices looks just as Django would draw it, each time."""

from django import forms
from hypothesis import given
from hypothesis import strategies as st

from radslag.web.kept_selects import KeptSelect, _drawn

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
CHOICES = st.lists(st.tuples(WORDS, WORDS), max_size=5, unique_by=lambda each: each[0])


@given(CHOICES, st.data())
def test_list_is_as_django_draws_it(choices, data):
    chosen = data.draw(st.sampled_from([None, "", *(value for value, _ in choices)]))
    attributes = {"class": "ds-input", "id": "id_ar", "placeholder": False}
    lists = [kind(choices=choices) for kind in (forms.Select, KeptSelect, KeptSelect)]

    drawn = {each.render("ar", chosen, dict(attributes)) for each in lists}

    assert len(drawn) == 1


def test_another_choice_is_not_taken_for_the_first():
    offered = KeptSelect(choices=[("2025", "2025"), ("2026", "2026")])

    one, other = (offered.render("ar", year) for year in ("2025", "2026"))

    assert '<option value="2025" selected>' in one
    assert '<option value="2026" selected>' in other


def test_nonsense_fills_no_room():
    before = _drawn.cache_info().currsize

    KeptSelect(choices=[("a", "A")]).render("ar", "x" * 10_000)

    assert _drawn.cache_info().currsize == before
