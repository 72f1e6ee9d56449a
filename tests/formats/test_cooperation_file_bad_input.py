"""Bad input: each fault gives its own sentence, with its line, and nothing passes."""

import gzip
import io
import zipfile

import pytest

from radslag.formats.cooperation_file import BadFile, check, read

HEAD = "format: radslag/1\ncooperation: {key: prov, name: Prov}\n"
A = "municipalities: [{key: a, code: '0126', name: A}]\n"


def sentences(source: str | bytes) -> list[str]:
    try:
        file = read(source)
    except BadFile as bad:
        return bad.sentences()
    found = check(file, existing={}, known={}, is_new=True)
    return BadFile(found).sentences()


def zipped(name: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, "x")
    return held.getvalue()


INSTEAD = (
    "en samverkansfil är text i YAML eller JSON, och sådana skrivs ut med "
    "”radslag export”"
)

# Without a time in it, so that the test has one name.
PACKED = gzip.compress(b"x", mtime=0)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n...", "det här är en PDF-fil, inte en samverkansfil"),
        (zipped("word/document.xml"), "det här är ett Word-dokument (DOCX), inte en "
         "samverkansfil"),
        (zipped("xl/workbook.xml"), "det här är en Excel-fil (XLSX), inte en "
         "samverkansfil"),
        (zipped("a.txt"), "det här är en packad fil (ZIP), inte en samverkansfil"),
        (PACKED, "det här är en packad fil (GZIP), inte en samverkansfil"),
        (b"SQLite format 3\x00...", "det här är en SQLite-databas, inte en "
         "samverkansfil"),
        (b"\xd0\xcf\x11\xe0....", "det här är ett äldre Office-dokument (DOC, XLS), "
         "inte en samverkansfil"),
        (b"\n<!DOCTYPE html><html>", "det här är en webbsida eller XML-fil, inte en "
         "samverkansfil"),
        (b"a\x00b", "det här är inte en textfil"),
    ],
)  # fmt: skip
def test_another_kind_of_file_is_named(content: bytes, what: str) -> None:
    assert sentences(content) == [f"{what}; {INSTEAD}"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "filen är tom; överst väntades format: radslag/1"),
        (b"# bara en kommentar\n", "filen är tom; överst väntades format: radslag/1"),
        ("format: radslag/1\nnamn: Södertörn\n".encode("utf-16"),
         "filen är sparad som UTF-16; spara den som UTF-8"),
        ("a: 1\nnamn: Södertörn\n".encode("latin-1"), "rad 2: filen är inte sparad "
         "som UTF-8; spara den som UTF-8 och försök igen"),
        (b"x" * (50 * 1024 * 1024 + 1), "filen är större än 50 MB, som är det mesta "
         "som läses"),
        (b"bara text", 'rad 1: filen är "bara text", inte en samverkansfil; överst '
         "väntades format: radslag/1"),
        (b"- a\n- b\n", "rad 1: filen är en lista, inte en samverkansfil; överst "
         "väntades format: radslag/1"),
        (b"cooperation: {key: a}\n", "rad 1, format: filen säger inte vilket format "
         "den är skriven i; överst väntades format: radslag/1"),
        (b"\nformat: radslag/2\n", "rad 2, format: filen är skriven i radslag/2, men "
         "det här programmet läser radslag/1; uppdatera programmet, eller exportera "
         "filen på nytt i radslag/1"),
        (b"format: 1\n", 'rad 1, format: "1" är inte ett format som kan läsas; '
         "radslag/1 väntades"),
        (b"format: radslag/1\ncooperations:\n- {key: a}\n", "rad 2, cooperations: "
         "filen har flera samverkan; en fil innehåller en samverkan; dela upp filen"),
        (b"format: radslag/1\n---\nformat: radslag/1\n", "rad 2: här börjar en andra "
         "samverkan i samma fil (---); en fil innehåller en samverkan; dela upp filen"),
        (b"format: radslag/1\n", "rad 1, cooperation: tomt är inte en post; nycklar "
         "med värden väntades"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why(content: bytes, said: str) -> None:
    assert sentences(content) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", 'rad 2, a: nyckeln "a" står två gånger; den första står på '
         "rad 1; ta bort en"),
        ('{"a": {"b": 1,\n\n"b": 2}}', 'rad 3, a.b: nyckeln "b" står två gånger; den '
         "första står på rad 1; ta bort en"),
        ("a: &x 1\n", "rad 1, a: ankaret &x kan inte läsas; skriv ut värdet på varje "
         "ställe"),
        ("a:\n- *x\n", "rad 2, a[0]: hänvisningen *x kan inte läsas; skriv ut värdet "
         "i stället"),
        ("a: !!python/object:os.system x\n", "rad 1, a: typmärkningen "
         "tag:yaml.org,2002:python/object:os.system kan inte läsas; ta bort den; "
         "värdets slag framgår av hur det är skrivet"),
        ("? [a]\n: 1\n", "rad 1: en nyckel kan bara vara en text"),
        ("a: " + "[" * 60 + "]" * 60, "rad 1: filen är djupare än 60 nivåer"),
        ("a:\n\t- b\n", "rad 2: filen går inte att läsa som YAML här; ta bort tabbar, "
         "och sätt citattecken om texten börjar med ett skiljetecken"),
        ("a: b: c\n", "rad 1: filen går inte att läsa som YAML här; texten innehåller "
         "ett kolon; sätt citattecken om den"),
        ('a: "b\n', "rad 2: filen går inte att läsa som YAML här; ett citattecken "
         "eller en klammer saknar slut"),
        ("a: \x07\n", "rad 1: filen innehåller ett tecken som inte kan läsas; skriv om "
         "raden utan det"),
        ('{"a": 1,\n}', "rad 2: filen går inte att läsa som JSON här; en nyckel inom "
         "citattecken väntades; efter den sista posten står inget kommatecken"),
        ('{"a": NaN}', "filen går inte att läsa som JSON"),
        ("[" * 100_000, "filen går inte att läsa som JSON"),
    ],
)  # fmt: skip
def test_what_is_no_plain_text_of_keys_and_values_is_refused(
    text: str, said: str
) -> None:
    assert sentences(text) == [said]


def in_population(line: str) -> str:
    return HEAD + A + f"populations:\n- municipality: a\n  counted_on: {line}\n"


RESIDENTS = "ett invånarantal; ett heltal från 0 och uppåt väntades"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (in_population("2019-12-31\n  residents: -5"),
         f'rad 7, populations[0].residents: "-5" är inte {RESIDENTS}'),
        (in_population('2019-12-31\n  residents: "12"'),
         f'rad 7, populations[0].residents: "12" är inte {RESIDENTS}'),
        (in_population("2019-12-31\n  residents: 1.5"),
         f'rad 7, populations[0].residents: "1.5" är inte {RESIDENTS}'),
        (in_population("2019-12-31\n  residents: true"),
         f"rad 7, populations[0].residents: true är inte {RESIDENTS}"),
        (in_population("2019-12-31"), "rad 5, populations[0].residents: uppgiften "
         "saknas; ett heltal från 0 och uppåt väntades"),
        (in_population("2019-12-31\n  residents:"), "rad 7, populations[0].residents: "
         "uppgiften saknas; ett heltal från 0 och uppåt väntades"),
        (in_population("2019-02-29\n  residents: 1"), "rad 6, "
         'populations[0].counted_on: "2019-02-29" är inte ett datum som finns; ett '
         "datum skrivet som 2026-12-31 väntades"),
        (in_population("20191231\n  residents: 1"), "rad 6, "
         'populations[0].counted_on: "20191231" är inte ett datum som finns; ett '
         "datum skrivet som 2026-12-31 väntades"),
        (in_population("2019-12-31\n  residents: 1\n  resident: 2"), "rad 8, "
         "populations[0].resident: nyckeln är okänd; menade du \"residents\"?"),
        (HEAD + "municipalites: []\n", "rad 3, municipalites: postslaget är okänt; "
         'menade du "municipalities"?'),
        (HEAD + "goals: []\n", "rad 3, goals: postslaget är okänt; sådana poster står "
         "inuti den post de hör till"),
        (HEAD + "people: x\n", 'rad 3, people: "x" är inte en lista; en lista (rader '
         "med -) väntades"),
        (HEAD + "people:\n- x\n", 'rad 4, people[0]: "x" är inte en post; nycklar med '
         "värden väntades"),
        (HEAD + "people:\n- {key: Å, name: X}\n", 'rad 4, people[0].key: "Å" är inte '
         "en nyckel; en nyckel av a–z, 0–9, bindestreck och punkt väntades"),
        (HEAD + "people:\n- {key: a, name: ''}\n", "rad 4, people[0].name: texten är "
         "tom; en text (sätt citattecken om den ser ut som ett tal) väntades"),
        (HEAD + f"people:\n- {{key: a, name: {'x' * 161}}}\n", "rad 4, "
         "people[0].name: texten är 161 tecken lång; högst 160 tecken ryms"),
        (HEAD + "people:\n- {key: a, name: 7}\n", 'rad 4, people[0].name: "7" är inte '
         "en text; en text (sätt citattecken om den ser ut som ett tal) väntades"),
        (HEAD + "municipalities:\n- {key: a, name: A, code: 1262}\n", "rad 4, "
         'municipalities[0].code: "1262" är inte en kommunkod; fyra siffror inom '
         'citattecken, som "0126" väntades'),
        (HEAD + "bodies:\n- {key: a, kind: nämnd, name: A}\n", "rad 4, "
         'bodies[0].kind: "nämnd" är inte något av de ord som gäller; något av '
         "committee, management_group, secretariat, network, working_group, board, "
         "council, administration väntades"),
        (HEAD + "bodies:\n- {key: a, kind: board, name: A}\n", "rad 4, bodies[0]: en "
         "kommuns eget organ måste säga vilken kommun (municipality)"),
        (HEAD + "special_grants:\n- {key: a, name: A, total_sek: 1.005}\n", "rad 4, "
         'special_grants[0].total_sek: "1.005" är inte ett belopp som inte är '
         'negativt; kronor, som 52500 eller "52500.50" väntades'),
        (HEAD + "special_grants:\n- {key: a, name: A, total_sek: -1}\n", "rad 4, "
         'special_grants[0].total_sek: "-1" är inte ett belopp som inte är '
         'negativt; kronor, som 52500 eller "52500.50" väntades'),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_with_its_line(text: str, said: str) -> None:
    assert sentences(text) == [said]


def in_agreement(rest: str, start: str = "2010-01-01") -> str:
    return f"- key: avtal\n  title: Avtal\n  in_force_from: {start}\n{rest}"


AGREEMENT = HEAD + "agreements:\n"
TERM = (
    "  terms:\n  - kind: quorum\n    applies_from: 2010-01-01\n    value:\n"
    "      body: committee\n      boundary: at_least\n      share: {}\n"
)
PROGRAMMES = """programmes:
- {{key: p, name: P, valid_from: 2019-01-01, valid_to: 2022-12-31,
   goals: [{{key: g, level: vision, name: G{first}}}]}}
- {{key: q, name: Q, valid_from: 2023-01-01, valid_to: 2026-12-31,
   goals: [{{key: h, level: vision, name: H{second}}}]}}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (AGREEMENT + in_agreement(TERM.format("5/4")), "rad 13, "
         "agreements[0].terms[0].value.share: Villkoret ”quorum”: nyckeln ”share” är "
         '"5/4"; där ska stå en andel mellan 0 och 1, till exempel "1/2"'),
        (AGREEMENT + in_agreement("  in_force_until: 2010-01-01\n"), "rad 7, "
         'agreements[0].in_force_until: "2010-01-01" kommer inte efter "2010-01-01"; '
         "in_force_until ska vara efter in_force_from"),
        (AGREEMENT + in_agreement("") + in_agreement("", "2020-01-01").replace(
            "key: avtal", "key: nytt"), "rad 9, agreements[1].in_force_from: avtalen "
         '"avtal" och "nytt" gäller samtidigt från 2020-01-01; ange när det första '
         "upphör (in_force_until), senast samma dag som det andra börjar gälla"),
        (HEAD + "people:\n- {key: a, name: A}\n- {key: a, name: B}\n", "rad 5, "
         'people[1].key: nyckeln "a" finns redan bland people; den första står på rad '
         "4; byt nyckel på en av dem"),
        (in_population("2019-12-31\n  residents: 1")
         + "- {municipality: a, counted_on: 2019-12-31, residents: 2, key: annan}\n",
         "rad 8, populations[1]: två poster bland populations gäller samma sak "
         "(municipality a, counted_on 2019-12-31); den andra står på rad 5 och har "
         'nyckeln "a-2019-12-31"'),
        (HEAD + "populations:\n- {counted_on: 2019-12-31, residents: 1, key: x}\n"
         "- {counted_on: 2019-12-31, residents: 1}\n", "rad 5, populations[1]: två "
         "poster bland populations gäller samma sak (municipality saknas, counted_on "
         '2019-12-31); den andra står på rad 4 och har nyckeln "x"'),
        (in_population("2019-12-31\n  residents: 1").replace(
            "municipality: a", "municipality: aa"), "rad 5, "
         'populations[0].municipality: "aa" finns inte bland municipalities; menade '
         'du "a"?'),
        (HEAD + PROGRAMMES.format(first=", continues: i", second=""), "rad 5, "
         'programmes[0].goals[0].continues: "i" finns inte bland goals; en nyckel '
         "bland goals väntades"),
        (HEAD + PROGRAMMES.format(first=", continues: h", second=", continues: g"),
         'rad 5, programmes[0].goals[0].continues: "g" leder tillbaka till sig själv; '
         "en annan continues väntades"),
        (HEAD + "conferences:\n- {key: a, name: A, hosts: [salem]}\n", "rad 4, "
         'conferences[0].hosts[0].municipality: "salem" finns inte bland '
         "municipalities; en nyckel bland municipalities väntades"),
        (AGREEMENT + in_agreement("  terms:\n  - {kind: due, applies_from: 2010-01-01,"
         " value: {of: fee, month: 3, day: 15, invoiced_by: huddinge}}\n"), "rad 8, "
         'agreements[0].terms[0].value.invoiced_by: "huddinge" finns inte bland '
         "municipalities; en nyckel bland municipalities väntades"),
        (AGREEMENT + in_agreement(TERM.format("1/2") + "    paragraph: 8\n"), "rad "
         '14, agreements[0].terms[0].paragraph: "avtal-8" finns inte bland '
         "paragraphs; en nyckel bland paragraphs väntades"),
        (HEAD + "documents: [{key: d, title: D}]\n"
         "citations: [{section: goal, record_key: x, document: d}]\n", "rad 4, "
         'citations[0].section: "goal" är inget postslag; menade du "goals"?'),
        (HEAD + "documents: [{key: d, title: D}]\n"
         "citations: [{section: documents, record_key: d, document: d, "
         "field: titel}]\n",
         'rad 4, citations[0].field: documents har inget fält "titel"; menade du '
         '"title"?'),
        ("format: radslag/1\ncooperation: {key: prov, purpose: P}\n", "rad 2, "
         "cooperation.name: uppgiften saknas; ett namn väntades"),
        ("format: radslag/1\ncooperation: {key: prov}\n", "rad 2, cooperation.key: "
         'samverkan "prov" finns inte här; ange dess namn (name) för att lägga till '
         "den"),
    ],
)  # fmt: skip
def test_entries_that_do_not_hold_together_are_named(text: str, said: str) -> None:
    assert sentences(text) == [said]


def test_agreements_that_follow_each_other_are_allowed() -> None:
    text = AGREEMENT + in_agreement("  in_force_until: 2020-01-01\n")
    text += in_agreement("", "2020-01-01").replace("key: avtal", "key: nytt")

    assert sentences(text) == []


def test_goal_of_another_programme_is_no_parent() -> None:
    # Nesting cannot say this, so the file must take over a goal that is stored.
    file = read(HEAD + PROGRAMMES.format(first="", second=""))
    file.flat.rows["goals"][1]["parent"] = "g"

    found = check(file, existing={}, known={}, is_new=True)

    assert [str(problem) for problem in found] == [
        'rad 7, programmes[1].goals[0].parent: "g" hör till "p"; något som hör till '
        '"q" väntades'
    ]


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    people = "".join(f"- {{key: p{n}}}\n" for n in range(60))

    said = sentences(HEAD + "people:\n" + people + "fees:\n- {year: 1}\n")

    assert len(said) == 51
    assert [each.split(",")[0] for each in said[:50]] == [
        f"rad {n}" for n in range(4, 54)
    ]
    assert said[50] == "... och 13 till."


def test_a_refused_entry_is_not_also_missed_by_those_that_refer_to_it() -> None:
    text = HEAD + "municipalities: [{key: a, code: '1', name: A}]\n"
    text += "memberships: [{municipality: a, member_from: 2010-01-01}]\n"

    assert sentences(text) == [
        'rad 3, municipalities[0].code: "1" är inte en kommunkod; fyra siffror inom '
        'citattecken, som "0126" väntades'
    ]


def test_lines_are_found_in_json_too() -> None:
    text = (
        '{"format": "radslag/1",\n "cooperation": {"key": "a", "name": "A"},\n'
        ' "people": [{"key": "a", "name": "A"},\n  {"key": "b",\n   "name": 7}]}'
    )

    assert sentences(text) == [
        'rad 5, people[1].name: "7" är inte en text; en text (sätt citattecken om den '
        "ser ut som ett tal) väntades"
    ]
