"""The layout and its parts: landmarks, words and links, with and without context."""

import gzip
from datetime import date, time
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template, loader
from django.test import RequestFactory, override_settings
from django.urls import include, path
from django.utils import translation
from lxml import html

urlpatterns = [
    path("konto/", include("allauth.account.urls")),
    path("sprak/", include("django.conf.urls.i18n")),
]

# Of the 100 kB a public page may weigh, what is left is for its own text.
FIRST_VISIT_BYTES = 85_000
ERROR_PAGES = [f"{name}.html" for name in (400, 403, "403_csrf", 404, 429, 500)]


@pytest.fixture(autouse=True)
def _here():
    with translation.override("sv"), override_settings(ROOT_URLCONF=__name__):
        yield


class Facts(SimpleNamespace):
    """What a page is told, alike only to itself."""

    __hash__ = object.__hash__


def page_facts(**others: object) -> Facts:
    """Return what the gate tells a page."""
    facts = {
        "title": "Ekonomi",
        "cooperation": Facts(name="Exempelsamverkan", short_name="Exemplet"),
        "nav": [("Läget", "/laget/", False), ("Ekonomi", "/ekonomi/", True)],
        "viewer": Facts(is_signed_in=True),
        "roles": ["kansli"],
        "version": "0.1.0",
        "printed_on": date(2026, 11, 21),
    }
    return Facts(**facts | others)


def shown(source: str, **context: object) -> html.HtmlElement:
    """Show a piece of template as a parsed page, without the gate's own facts."""
    request = RequestFactory().get("/ekonomi/", {"ar": "2020"})
    told = {"csrf_token": "token", "request": request, "viewer_name": "Karin Exempel"}
    filled = Context(told | context)
    filled.request = request
    return html.document_fromstring(Template(source).render(filled))


def page_with(**context: object) -> html.HtmlElement:
    """Show the bare layout."""
    return shown('{% extends "layout.html" %}', **({"page": page_facts()} | context))


def part(name: str, **values: object) -> html.HtmlElement:
    """Show one part with the given values."""
    return shown(f'{{% include "parts/_{name}.html" %}}', **values)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def all_words(page: html.HtmlElement, selector: str) -> list[str]:
    return [words(each) for each in page.cssselect(selector)]


class Question(forms.Form):
    name = forms.CharField(label="Namn", help_text="Så som den ska stå.")
    note = forms.CharField(label="Uppföljning", required=False)


def test_layout_has_one_of_each_landmark_and_a_way_past_the_menu() -> None:
    page = page_with()

    found = {
        tag: len(page.cssselect(tag))
        for tag in ("header", "nav", "main", "footer", "h1")
    }
    assert found == {"header": 1, "nav": 1, "main": 1, "footer": 1, "h1": 1}
    assert page.get("lang") == "sv"
    skip = page.cssselect("body > a")[0]
    assert skip.get("href") == "#" + page.cssselect("main")[0].get("id")


def test_title_goes_from_the_page_to_the_house() -> None:
    title = page_with().findtext(".//title")

    assert title == "Ekonomi – Exempelsamverkan – Rådslag"


def test_title_begins_with_the_fault() -> None:
    title = page_with(form=Question(QueryDict("name="))).findtext(".//title")

    assert title == "Fel: Ekonomi – Exempelsamverkan – Rådslag"


def test_menu_says_where_one_is() -> None:
    links = page_with().cssselect("nav a")

    assert [
        (words(link), link.get("href"), link.get("aria-current")) for link in links
    ] == [
        ("Läget", "/laget/", None),
        ("Ekonomi", "/ekonomi/", "page"),
    ]


def test_menu_opens_without_script() -> None:
    page = page_with()

    (button,) = page.cssselect("nav button")
    (menu,) = page.cssselect("nav [popover]")
    assert button.get("popovertarget") == menu.get("id")


def test_account_shows_who_is_signed_in_and_signs_out_by_post() -> None:
    page = page_with()

    sent = [
        (form.get("action"), form.get("method"), words(form))
        for form in page.cssselect(".site-account form")
    ]
    assert all_words(page, ".viewer p") == ["Karin Exempel kansli"]
    assert sent == [
        ("/konto/logout/", "post", "Logga ut"),
        ("/sprak/setlang/", "post", "In English"),
    ]


def test_language_switch_comes_back_to_the_same_page() -> None:
    (back,) = page_with().cssselect("input[name=next]")

    assert back.get("value") == "/ekonomi/?ar=2020"


def test_visitors_meet_their_own_name_token_and_address_in_one_frame() -> None:
    facts = page_facts()
    one = page_with(page=facts, viewer_name="<b>Eva</b>", csrf_token="evas")
    request = RequestFactory().get("/plan/", {"q": '"><script>'}, headers={"host": "x"})
    other = page_with(page=facts, request=request, viewer_name="Ali", csrf_token="alis")

    assert all_words(one, ".viewer-name") == ["<b>Eva</b>"]
    assert all_words(other, ".viewer-name") == ["Ali"]
    tokens = "input[name=csrfmiddlewaretoken]"
    assert {each.get("value") for each in one.cssselect(tokens)} == {"evas"}
    assert {each.get("value") for each in other.cssselect(tokens)} == {"alis"}
    (back,) = other.cssselect("input[name=next]")
    assert back.get("value") == request.get_full_path()
    assert request.get_full_path() in words(other.cssselect("footer .printed")[0])


def test_account_offers_sign_in_to_a_stranger() -> None:
    page = page_with(page=page_facts(viewer=Facts(is_signed_in=False)))

    (link,) = page.cssselect(".site-account > a")
    assert (words(link), link.get("href")) == ("Logga in", "/konto/login/")


@pytest.mark.parametrize(
    ("is_public", "word"), [(True, "Offentlig"), (False, "Arbetsmaterial")]
)
def test_footer_says_the_status_on_screen_and_on_paper(is_public, word) -> None:
    page = page_with(page=page_facts(is_public=is_public))

    assert all_words(page, "footer .status") == [word]
    assert all_words(page, "footer .printed") == [
        f"Exempelsamverkan. {word}. Utskrivet 21 november 2026. /ekonomi/?ar=2020"
    ]


def test_messages_are_a_status_with_a_word_for_their_kind() -> None:
    page = page_with(
        messages=[
            Message(constants.SUCCESS, "Sparat 14:32."),
            Message(constants.ERROR, "<b>"),
        ]
    )

    (status,) = page.cssselect("[role=status]")
    assert all_words(status, ".notice") == ["Klart. Sparat 14:32.", "Fel. <b>"]


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_error_pages_stand_without_any_context(name: str) -> None:
    page = html.document_fromstring(loader.get_template(name).render())

    assert page.get("lang") == "sv"
    assert len(page.cssselect("h1")) == 1
    assert page.cssselect("main a[href='/']")


def test_error_summary_links_to_the_fields_and_takes_the_focus() -> None:
    page = part("error_summary", form=Question(QueryDict("name=")))

    (summary,) = page.cssselect("[role=alert]")
    (link,) = summary.cssselect("a")
    assert "data-focus" in summary.attrib
    assert words(summary.cssselect("h2")[0]) == "Ett fel att rätta"
    assert (link.get("href"), words(link)) == (
        "#id_name",
        "Namn: Detta fält måste fyllas i.",
    )


class Choice(forms.Form):
    state = forms.ChoiceField(
        label="Läge", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )


def test_error_summary_links_to_the_first_of_several_controls() -> None:
    form = Choice(QueryDict("state="))
    page = shown(
        '<div>{% include "parts/_error_summary.html" %}'
        '{% include "parts/_field.html" with field=form.state %}</div>',
        form=form,
    )

    target = page.cssselect("[role=alert] a")[0].get("href").removeprefix("#")
    assert page.get_element_by_id(target).get("type") == "radio"
    assert all_words(page, "legend") == ["Läge Obligatoriskt"]


def test_error_summary_is_silent_when_all_is_well() -> None:
    assert "role" not in Template('{% include "parts/_error_summary.html" %}').render(
        Context({"form": Question(QueryDict("name=x"))})
    )


def test_field_ties_hint_and_error_to_the_control() -> None:
    page = part("field", field=Question(QueryDict("name="))["name"])

    (control,) = page.cssselect("input")
    described = control.get("aria-describedby").split()
    assert [words(page.get_element_by_id(each)) for each in described] == [
        "Så som den ska stå.",
        "Fel: Detta fält måste fyllas i.",
    ]
    assert control.get("aria-invalid") == "true"
    assert all_words(page, "label") == ["Namn Obligatoriskt"]


def test_field_says_what_may_be_left_out() -> None:
    page = part("field", field=Question()["note"])

    assert all_words(page, "label") == ["Uppföljning Valfritt"]


def test_status_is_a_word_and_a_shape() -> None:
    page = part("status", kind="warning", word="väntar")

    assert all_words(page, ".status") == ["väntar"]
    assert page.cssselect(".status svg[aria-hidden=true] path")


def test_marks_differ_in_shape_and_not_only_in_colour() -> None:
    kinds = ["neutral", "info", "success", "warning", "danger"]

    shapes = {
        html.tostring(part("mark", kind=kind).cssselect("svg > *")[0]) for kind in kinds
    }
    assert len(shapes) == len(kinds)


def test_why_names_its_figure_and_gives_the_chain_in_order() -> None:
    steps = [
        {"label": "Regel", "text": "4 kr per invånare"},
        {"label": "Paragraf", "text": "§ 8", "url": "/avtalet/#p8"},
    ]
    page = part("why", steps=steps, about="Haninge")

    assert all_words(page, "summary") == ["Varför? Haninge"]
    assert all_words(page, "li") == ["Regel 4 kr per invånare", "Paragraf § 8"]
    assert page.cssselect("li a")[0].get("href") == "/avtalet/#p8"


def test_table_is_a_region_that_can_be_reached_by_keyboard() -> None:
    page = shown(
        '{% load radslag_parts %}{% part "table" caption="Avgifter" %}'
        "<tbody><tr><td>1</td></tr></tbody>{% endpart %}"
    )

    (region,) = page.cssselect("[role=region]")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Avgifter")
    assert all_words(page, "caption") == ["Avgifter"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_bars_have_lengths_that_drawings_understand(language: str) -> None:
    rows = [
        {"label": "Salem", "value": "5 kr", "percent": 12.5, "before_percent": 10.25}
    ]
    with translation.override(language):
        page = part("bars", bars={"title": "Avgift", "rows": rows})

    assert [rect.get("width") for rect in page.cssselect("rect")] == ["12.5%", "10.25%"]
    assert page.cssselect("[style]") == []


def test_calendar_strikes_out_what_is_cancelled_and_says_so() -> None:
    entry = {
        "day": date(2026, 3, 6),
        "starts_at": time(9),
        "ends_at": time(11, 30),
        "title": "Ledningsgruppen",
        "place": "Digitalt",
        "is_cancelled": True,
    }
    page = part("calendar", months=[{"name": "mars 2026", "entries": [entry]}])

    assert all_words(page, "li > p") == [
        "fre 6 mars",
        "09.00–11.30",
        "Ledningsgruppen Inställt",
        "Digitalt",
    ]
    assert all_words(page, "s") == ["Ledningsgruppen"]


def test_timeline_says_so_when_a_week_is_empty() -> None:
    page = part("timeline", weeks=[{"label": "Vecka 48", "entries": []}])

    assert all_words(page, "li") == ["Vecka 48 Inget att göra den här veckan."]


def test_facts_say_what_is_missing() -> None:
    page = part("facts", facts=[{"label": "Diarienummer", "value": ""}])

    assert all_words(page, "dd") == ["Ej angivet"]


def test_pagination_keeps_the_choice_in_the_address() -> None:
    page = part("pagination", pages=Paginator(range(30), 10).page(2))

    assert [link.get("href") for link in page.cssselect("a")] == [
        "?ar=2020&page=1",
        "?ar=2020&page=3",
    ]
    assert all_words(page, "nav p") == ["Sida 2 av 3"]


def test_finding_shows_what_why_and_cure() -> None:
    finding = {
        "kind": "danger",
        "severity": "fel",
        "what": "Tre möten är planerade",
        "paragraph": "§ 3",
        "cure": "Lägg in tre till.",
        "records": [("Kalender", "/plan/"), ("Avtalet", "")],
    }
    page = part("finding", finding=finding)

    assert words(page.cssselect("article")[0]) == (
        "fel § 3 Tre möten är planerade Gör så här: Lägg in tre till. Kalender Avtalet"
    )
    assert [link.get("href") for link in page.cssselect("a")] == ["/plan/"]


def test_a_first_visit_is_small_on_the_wire() -> None:
    linked = page_with().cssselect("head link, head script")
    names = [each.get("href") or each.get("src") for each in linked]
    files = [finders.find(name.removeprefix("/static/")) for name in names]
    # The second weight is named by the style sheet, not by the page.
    files.append(finders.find("vendor/fonts/source-sans-3-latin-600-normal.woff2"))
    if None in files:
        pytest.skip("the front-end files are not fetched; run make frontend")

    sent = sum(
        len(content) if name.endswith("woff2") else len(gzip.compress(content))
        for name in files
        if (content := Path(name).read_bytes())
    )

    assert sent < FIRST_VISIT_BYTES
