"""An empty installation gets its first cooperation, by a file that is shown first."""

import os
from datetime import date
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AccessGrant, Change, Cooperation, Programme, choose
from radslag.services.accounts import give_role, open_account, set_administrator
from radslag.services.cooperation_file import export
from radslag.web import uploads
from tests.web.pages import TODAY, join, load_sodertorn, seen, words

pytestmark = pytest.mark.django_db

SMALL = """format: radslag/1
cooperation: {key: prov, name: Provets samverkan}
municipalities:
- {key: asele, code: "2463", name: Åsele}
"""


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.WORKPLACE = tmp_path
    settings.PRETENDED_TODAY = TODAY
    return tmp_path / "uploads"


@pytest.fixture
def administrator() -> Client:
    user = open_account(email="ada@exempel.se", name="Ada")
    set_administrator(user, is_administrator=True)
    client = Client()
    client.force_login(user)
    return client


def send(client: Client, text: str | bytes, address: str = "/las-in/"):
    content = text.encode() if isinstance(text, str) else text
    sent = BytesIO(content)
    sent.name = "prov.yaml"
    return client.post(address, {"file": sent})


def page_of(answer) -> html.HtmlElement:
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def token_of(answer) -> str:
    return page_of(answer).xpath("string(//input[@name='token']/@value)")


def confirm(client: Client, token: str, address: str = "/las-in/bekrafta/"):
    return client.post(address, {"token": token}, follow=True)


def number_of_changes() -> int:
    with choose(Cooperation.objects.get()):
        return Change.objects.count()


def test_empty_installation_asks_the_administrator_for_a_file(administrator):
    page = page_of(administrator.get("/"))

    form = page.xpath("//form[@enctype='multipart/form-data']")[0]
    assert form.get("action") == "/las-in/"
    assert "högst 50 MB" in words(form)
    assert "radslag demo" in words(page)
    assert "Du har ingen roll" not in words(page)


@pytest.mark.parametrize("is_signed_in", [False, True])
def test_empty_installation_asks_nobody_else(is_signed_in):
    client = Client()
    if is_signed_in:
        client.force_login(open_account(email="nils@exempel.se"))

    page = page_of(client.get("/"))

    assert page.xpath("//input[@type='file']") == []


def test_file_is_shown_before_anything_is_saved(administrator):
    page = page_of(send(administrator, SMALL))

    assert "Se efter innan du läser in" in words(page.xpath("//h1")[0])
    rows = [
        [words(cell) for cell in row] for row in page.xpath("//tbody/tr | //tfoot/tr")
    ]
    assert "Nya poster: 1. Poster som ändras: 0." in words(page)
    assert rows == [["Kommuner", "1", "0", "0"], ["Tillsammans", "1", "0", "0"]]
    assert not Cooperation.objects.exists()


def test_confirmed_file_opens_the_cooperation_to_who_read_it(administrator, folder):
    answer = confirm(administrator, token_of(send(administrator, SMALL)))

    grant = AccessGrant.objects.get()
    assert answer.redirect_chain == [("/prov/laget/", 302)]
    assert "prov.yaml är inläst. Nya poster: 1. Ändrade: 0." in words(page_of(answer))
    assert (grant.cooperation.key, grant.role, grant.granted_from) == (
        "prov",
        AccessRole.SECRETARIAT,
        TODAY,
    )
    with choose(grant.cooperation):
        change = Change.objects.get()
    assert (change.changed_by_name, change.occasion) == (
        "Ada",
        "inläsning av prov.yaml",
    )
    assert list(folder.iterdir()) == []


def test_second_press_of_the_button_changes_nothing(administrator):
    token = token_of(send(administrator, SMALL))
    confirm(administrator, token)
    before = number_of_changes()

    answer = confirm(administrator, token)

    assert "Filen väntar inte längre" in words(page_of(answer))
    assert (number_of_changes(), AccessGrant.objects.count()) == (before, 1)


def test_what_is_wrong_is_told_with_line_place_and_what_was_expected(administrator):
    bad = SMALL.replace('"2463"', '"246"').replace("municipalities", "municipalitys")

    page = page_of(send(administrator, SMALL.replace('"2463"', '"246"')))
    other = page_of(send(administrator, bad))

    line, place, what, expected = (words(cell) for cell in page.xpath("//tbody/tr/td"))
    assert (line, place) == ("4", "municipalities[0].code")
    assert "246" in what
    assert expected
    assert "Inget är sparat" in words(page.xpath("//*[@role='alert']")[0])
    assert page.xpath("string(//title)").startswith("Fel: ")
    assert "municipalitys" in words(other.xpath("//tbody")[0])
    assert page.xpath("//input[@name='token']") == []
    assert not Cooperation.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "det här är en PDF-fil"),
        (b"\xff\xfea", "UTF-16"),
        (b"<script>alert(1)</script>", "inte en samverkansfil"),
        (b"format: radslag/1\ncooperation: {name: X}", "cooperation.key"),
        (b"format: radslag/1\ncooperation: {key: '\xe2\x80\xae'}", "cooperation"),
    ],
)
def test_what_is_no_cooperation_file_is_refused(administrator, content, sentence):
    page = page_of(send(administrator, content))

    assert sentence in words(page.xpath("//main")[0])
    assert page.xpath("//main//script") == []
    assert not Cooperation.objects.exists()


def test_no_file_and_an_empty_file_are_asked_for_again(administrator):
    missing = page_of(administrator.post("/las-in/", {}))
    empty = page_of(send(administrator, b""))

    assert "Välj en fil att läsa in." in words(missing.xpath("//*[@role='alert']")[0])
    assert "Filen är tom" in words(empty.xpath("//*[@role='alert']")[0])


def test_file_that_is_too_large_is_not_kept(administrator, monkeypatch, settings):
    settings.FILE_UPLOAD_TEMP_DIR = settings.WORKPLACE
    monkeypatch.setattr(uploads, "MOST_BYTES", 100_000)

    page = page_of(send(administrator, b"#" * 100_001))

    assert "större än 50 MB" in words(page.xpath("//*[@role='alert']")[0])
    assert [each for each in settings.WORKPLACE.rglob("*") if each.is_file()] == []


def test_waiting_file_is_only_its_senders_and_only_there(administrator):
    token = token_of(send(administrator, SMALL))
    other = Client()
    user = open_account(email="olle@exempel.se")
    set_administrator(user, is_administrator=True)
    other.force_login(user)

    answers = [confirm(other, token), confirm(administrator, "../../etc/passwd")]

    assert all("väntar inte" in words(page_of(answer)) for answer in answers)
    assert not Cooperation.objects.exists()
    confirm(administrator, token)
    assert Cooperation.objects.count() == 1


def test_old_waiting_file_is_thrown_away(administrator, folder):
    token = token_of(send(administrator, SMALL))
    os.utime(folder / token, (0, 0))

    new = Client()
    new.force_login(User.objects.get())
    kept = token_of(send(new, SMALL))

    assert [each.name for each in folder.iterdir()] == [kept]
    assert (folder / kept).stat().st_mode & 0o077 == 0


def test_next_file_takes_the_waiting_ones_place(administrator, folder):
    send(administrator, SMALL)

    token = token_of(send(administrator, SMALL))

    assert [each.name for each in folder.iterdir()] == [token]


def test_administrator_does_not_reach_a_cooperation_of_others(administrator):
    load_sodertorn()
    before = export("sodertorn")
    taken = SMALL.replace("key: prov", "key: sodertorn")

    page = page_of(send(administrator, taken))

    assert "har ett eget kansli" in words(page.xpath("//tbody")[0])
    assert export("sodertorn") == before
    assert not AccessGrant.objects.exists()


def test_cooperation_opened_meanwhile_is_not_taken_over(administrator):
    token = token_of(send(administrator, SMALL))
    Cooperation.objects.create(key="prov", name="Någon annans")

    page = page_of(confirm(administrator, token))

    assert "har ett eget kansli" in words(page.xpath("//tbody")[0])
    assert Cooperation.objects.get().name == "Någon annans"
    assert not AccessGrant.objects.exists()


def test_shipped_example_can_be_read_in(administrator):
    text = files("radslag.web.demo").joinpath("sodertorn.yaml").read_bytes()

    answer = confirm(administrator, token_of(send(administrator, text)))

    assert answer.redirect_chain == [("/sodertorn/laget/", 302)]
    with choose(Cooperation.objects.get()):
        assert Programme.objects.count() > 1


def test_secretariat_takes_out_and_reads_in_its_own_file(sodertorn):
    taken = sodertorn.get("/sodertorn/fil/yaml/")
    text = taken.content.decode()

    quiet = page_of(send(sodertorn, text, "/sodertorn/fil/"))
    changed = text.replace("name: Nykvarn\n", "name: Nykvarns\n")
    token = token_of(send(sodertorn, changed, "/sodertorn/fil/"))
    answer = confirm(sodertorn, token, "/sodertorn/fil/bekrafta/")

    assert taken.headers["Content-Disposition"] == (
        'attachment; filename="sodertorn-2026-11-21.yaml"'
    )
    assert "Inget nytt i filen" in words(quiet.xpath("//h1")[0])
    assert quiet.xpath("//input[@name='token']") == []
    assert answer.redirect_chain == [("/sodertorn/laget/", 302)]
    assert export("sodertorn") == changed


def test_file_can_be_taken_out_as_json_and_in_no_other_way(sodertorn):
    taken = sodertorn.get("/sodertorn/fil/json/")

    assert taken.json()["cooperation"]["key"] == "sodertorn"
    assert taken.headers["Content-Type"] == "application/json; charset=utf-8"
    assert sodertorn.get("/sodertorn/fil/xml/").status_code == 404


def test_secretariat_cannot_reach_another_cooperation_by_a_file(sodertorn):
    Cooperation.objects.create(key="prov", name="Någon annans")

    page = page_of(send(sodertorn, SMALL, "/sodertorn/fil/"))

    assert "men du är i ”sodertorn”" in words(page.xpath("//tbody")[0])
    assert Cooperation.objects.get(key="prov").name == "Någon annans"


def test_file_shown_in_one_place_cannot_be_confirmed_in_another(sodertorn):
    text = export("sodertorn").replace("name: Nykvarn\n", "name: Nykvarns\n")
    token = token_of(send(sodertorn, text, "/sodertorn/fil/"))
    Cooperation.objects.create(key="prov", name="Prov")
    give_role(
        User.objects.get(),
        Cooperation.objects.get(key="prov"),
        AccessRole.SECRETARIAT,
        granted_from=date(2010, 1, 1),
    )

    answer = confirm(sodertorn, token, "/prov/fil/bekrafta/")

    assert "väntar inte" in words(page_of(answer))
    assert "name: Nykvarns\n" not in export("sodertorn")


def test_foot_leads_the_secretariat_to_the_file(sodertorn):
    links = seen(sodertorn, "plan/").xpath("//footer//nav//a/@href")

    assert links == ["/sodertorn/ord/", "/sodertorn/andra/", "/sodertorn/fil/"]


def test_foot_leads_an_administrator_to_a_new_cooperation(administrator):
    load_sodertorn()
    join("sodertorn")

    links = seen(administrator, "plan/").xpath("//footer//nav//a/@href")

    assert links == [
        "/sodertorn/ord/",
        "/sodertorn/andra/",
        "/sodertorn/fil/",
        "/las-in/",
    ]
