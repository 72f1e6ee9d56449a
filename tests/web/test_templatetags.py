"""The words and parts that templates may use."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import AdoptionOutcome, BodyKind, PlanStatus, Severity
from radslag.web.templatetags import radslag_text as text

HARD = "\N{NO-BREAK SPACE}"
DAY = date(2026, 1, 22)
AMOUNTS = st.decimals(-(10**9), 10**9, places=2) | st.sampled_from(
    [Decimal(0), Decimal("0.01"), Decimal("-0.01"), Decimal(999), Decimal(1000)]
)


def shown(source: str, **context: object) -> str:
    """Show a piece of template that knows the house's words."""
    return Template("{% load radslag_text radslag_parts %}" + source).render(
        Context(context)
    )


@pytest.fixture
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _swedish():
    with translation.override("sv"):
        yield


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (2102500, "2 102 500 kr"),
        (Decimal("1234.5"), "1 234,50 kr"),
        (Decimal("-1234.50"), "−1 234,50 kr"),
        (0, "0 kr"),
        (None, ""),
    ],
)
def test_sek_shows_ore_only_when_not_whole(amount, written) -> None:
    assert text.sek(amount) == written.replace(" ", HARD)


@given(AMOUNTS)
def test_sek_can_be_read_back(amount: Decimal) -> None:
    written = text.sek(amount).removesuffix(f"{HARD}kr")

    plain = written.replace(HARD, "").replace(",", ".").replace("−", "-")
    assert Decimal(plain) == amount
    assert " " not in written


@pytest.mark.usefixtures("_english")
def test_numbers_follow_english() -> None:
    found = [
        text.sek(2102500),
        text.sek(Decimal("1.5")),
        text.number(525625),
        text.percent(Fraction(7, 40)),
        text.day(DAY),
        text.hour(time(13)),
        text.word(BodyKind.MANAGEMENT_GROUP),
    ]

    assert [each.replace(HARD, " ") for each in found] == [
        "SEK 2,102,500",
        "SEK 1.50",
        "525,625",
        "17.5%",
        "22 January 2026",
        "13:00",
        "management group",
    ]


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(7, 40), "17,5 %"),
        (Fraction(1, 2), "50 %"),
        (Fraction(1, 3), "33,3 %"),
        (Decimal(0), "0 %"),
        (Decimal("-0.25"), "−25 %"),
        (None, ""),
    ],
)
def test_percent_drops_empty_decimals(share, written) -> None:
    assert text.percent(share) == written.replace(" ", HARD)


def test_number_groups_digits_and_shows_decimals_when_asked() -> None:
    found = [text.number(525625), text.number(Decimal("12.5"), 2), text.number(None)]

    assert found == [f"525{HARD}625", "12,50", ""]


def test_days_are_written_as_they_are_said() -> None:
    forms_of_day = [
        text.day(DAY),
        text.day_with_weekday(DAY),
        text.day_short(DAY),
        text.weekday_short(DAY),
        text.month(DAY),
    ]

    assert [each.replace(HARD, " ") for each in forms_of_day] == [
        "22 januari 2026",
        "torsdag 22 januari 2026",
        "22 jan",
        "tors",
        "januari 2026",
    ]


def test_a_missing_day_is_empty() -> None:
    writers = [text.day, text.day_with_weekday, text.day_short, text.time_tag]

    assert [write(None) for write in writers] == ["", "", "", ""]


def test_a_moment_shows_the_day_it_is_at_home() -> None:
    just_before_midnight_in_london = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)

    assert text.day_short(just_before_midnight_in_london) == f"1{HARD}juli"


def test_time_span_shows_what_is_known() -> None:
    spans = [
        text.time_span(time(13), time(15)),
        text.time_span(time(9, 5), None),
        text.time_span(None, time(15)),
    ]

    assert spans == ["13.00–15.00", "09.05", ""]


def test_time_tag_is_read_by_machines_too() -> None:
    assert text.time_tag(DAY, "short") == (
        f'<time datetime="2026-01-22">22{HARD}jan</time>'
    )


def test_word_gives_the_swedish_word_or_the_text_itself() -> None:
    words = [text.word(PlanStatus.ADOPTED), text.word("styrgrupp"), text.word(None)]

    assert words == ["fastställd", "styrgrupp", ""]


def test_kind_follows_the_closed_lists() -> None:
    found = [
        text.kind(Severity.ERROR),
        text.kind(Severity.WARNING),
        text.kind(Severity.NOTE),
        text.kind(PlanStatus.ADOPTED),
        text.kind(AdoptionOutcome.PENDING),
        text.kind(PlanStatus.DRAFT),
        text.kind("okänt"),
    ]

    assert found == [
        "danger",
        "warning",
        "info",
        "success",
        "warning",
        "neutral",
        "neutral",
    ]


def test_or_missing_says_so_and_escapes_what_is_given() -> None:
    page = shown(
        "{{ a|or_missing }}|{{ b|or_missing }}|{{ c|or_missing }}", b="<i>", c=0
    )

    assert page == '<span class="missing">Ej angivet</span>|&lt;i&gt;|0'


def test_unbroken_keeps_a_paragraph_on_one_line() -> None:
    assert [text.unbroken("§ 8"), text.unbroken(None)] == [f"§{HARD}8", ""]


def test_part_encloses_its_body() -> None:
    page = shown(
        '{% part "notice" kind="warning" title=title %}<p>{{ note }}</p>{% endpart %}',
        title="A & B",
        note="<b>",
    )

    assert 'data-kind="warning"' in page
    assert '<p class="notice-title">A &amp; B</p><p>&lt;b&gt;</p>' in page


def test_part_sees_only_what_it_is_given() -> None:
    page = shown('{% part "notice" %}<p>x</p>{% endpart %}', title="Sidans egen")

    assert "Sidans egen" not in page


@pytest.mark.parametrize("tag", ["{% part %}", '{% part "card" what %}'])
def test_part_refuses_what_it_does_not_understand(tag: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        shown(tag + "{% endpart %}")


class Question(forms.Form):
    name = forms.CharField(
        label="Namn",
        help_text="Så som den står.",
        widget=forms.TextInput({"placeholder": "x"}),
    )
    state = forms.ChoiceField(
        label="Läge", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    is_public = forms.BooleanField(label="Öppen", required=False)


def test_field_input_has_the_look_and_no_placeholder() -> None:
    page = shown("{{ field|field_input }}", field=Question()["name"])

    assert 'class="ds-input"' in page
    assert "placeholder" not in page


def test_fields_know_how_they_are_labelled() -> None:
    form = Question(QueryDict(""))
    source = (
        "{% for field in form %}{{ field|is_choice }}{{ field|is_group }} {% endfor %}"
    )

    assert shown(source, form=form) == "FalseFalse FalseTrue TrueFalse "
