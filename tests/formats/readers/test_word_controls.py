"""What is filled in a DOCX form is read: ticks, choices, fields and symbols."""

# ruff: noqa: E501 - markup is read by its lines.

import pytest

from radslag.formats.readers import Document, Part
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import docx, paragraph

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def read(inside: str) -> Document:
    result = read_here(docx(inside), "a.docx")
    assert result.document is not None, result.refusal
    return result.document


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def control(properties: str, content: str) -> str:
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}"
        "</w:sdtContent></w:sdt>"
    )


def box(content: str, checked: str) -> str:
    ticked = f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="{checked}"/>'
    return control(f"{ticked}</w14:checkbox>", content)


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


SYMBOL = '<w:sym w:font="Wingdings" w:char="F0FE"/>'


@pytest.mark.parametrize("content", ["<w:t>☐</w:t>", "<w:t>x</w:t>", SYMBOL, ""])
@pytest.mark.parametrize(("checked", "sign"), [("1", "☒"), ("true", "☒"), ("0", "☐")])
def test_box_is_shown_as_it_is_ticked(content: str, checked: str, sign: str) -> None:
    document = read(f"<w:p>{box(run(content), checked)}{run('<w:t> Ja</w:t>')}</w:p>")

    assert texts(document) == [f"{sign} Ja"]
    assert document.is_complete


def test_box_around_a_paragraph_and_in_a_cell_is_shown() -> None:
    around = box(f"<w:p>{run(SYMBOL)}</w:p>", "0")
    cell = f"<w:tc>{box(f'<w:p>{run(SYMBOL)}</w:p>', '1')}</w:tc>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Jäv')}</w:tc>{cell}</w:tr></w:tbl>"

    document = read(around + table)

    assert texts(document) == ["☐", "Jäv\t☒"]
    assert document.is_complete


def field(properties: str, shown: str = "") -> str:
    inner = f"<w:ffData>{properties}</w:ffData>"
    return (
        run(f'<w:fldChar w:fldCharType="begin">{inner}</w:fldChar>')
        + run("<w:instrText> FORM </w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(f"<w:t>{shown}</w:t>" if shown else "")
        + run('<w:fldChar w:fldCharType="end"/>')
    )


CHOICES = '<w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/>'


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox><w:sizeAuto/></w:checkBox>", "☐"),
        (f"<w:ddList><w:result w:val='1'/>{CHOICES}</w:ddList>", "Nej"),
        (f"<w:ddList><w:default w:val='1'/>{CHOICES}</w:ddList>", "Nej"),
        (f"<w:ddList>{CHOICES}</w:ddList>", "Ja"),
        (f"<w:ddList><w:result w:val='9'/>{CHOICES}</w:ddList>", ""),
    ],
)
def test_field_of_an_older_form_is_shown(properties: str, said: str) -> None:
    document = read(f"<w:p>{run('<w:t>Svar: </w:t>')}{field(properties)}</w:p>")

    assert texts(document) == [f"Svar: {said}".strip()]
    assert document.is_complete


def test_field_s_last_value_is_read_and_its_command_is_not() -> None:
    simple = '<w:fldSimple w:instr="DOCPROPERTY Dnr"><w:r><w:t>KS 7</w:t></w:r></w:fldSimple>'
    complex_ = field("<w:textInput/>", "Anna")

    document = read(f"<w:p>{simple}{run('<w:t> – </w:t>')}{complex_}</w:p>")

    assert texts(document) == ["KS 7 – Anna"]


@pytest.mark.parametrize(
    "command", ["EQ \\f(1;2)", "AUTONUM", " LISTNUM ", "SYMBOL 254"]
)
def test_field_that_only_word_can_work_out_is_told_of(command: str) -> None:
    drawn = run('<w:fldChar w:fldCharType="begin"/>')
    drawn += run(f"<w:instrText>{command}</w:instrText>")
    drawn += run('<w:fldChar w:fldCharType="end"/>')

    assert not read(f"<w:p>{drawn}{run('<w:t>Text</w:t>')}</w:p>").is_complete


def test_choice_that_is_made_is_text_and_one_not_made_is_hidden() -> None:
    made = control("<w:dropDownList/>", run("<w:t>Bifall</w:t>"))
    waits = control("<w:showingPlcHdr/>", run("<w:t>Välj ett objekt.</w:t>"))

    document = read(f"<w:p>{run('<w:t>Förslag: </w:t>')}{made}</w:p><w:p>{waits}</w:p>")

    assert [(block.text, block.part) for block in document.blocks] == [
        ("Förslag: Bifall", Part.BODY),
        ("Välj ett objekt.", Part.HIDDEN),
    ]
    assert document.is_complete


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (SYMBOL, "☒"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "☐"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="MS Gothic" w:char="2612"/>', "☒"),
        ('<w:sym w:font="Calibri" w:char="00E5"/>', "å"),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fe</w:t>', "☒"),
    ],
)
def test_symbol_is_shown_as_the_sign_it_looks_like(inside: str, said: str) -> None:
    document = read(f"<w:p>{run('<w:t>Svar: </w:t>')}{run(inside)}</w:p>")

    assert texts(document) == [f"Svar: {said}"]
    assert document.is_complete


@pytest.mark.parametrize("line", ["strike", "dstrike"])
def test_struck_words_stand_apart_and_are_told_of(line: str) -> None:
    struck = run(f"<w:rPr><w:{line}/></w:rPr><w:t>den 3 maj </w:t>")
    off = run('<w:rPr><w:strike w:val="0"/></w:rPr><w:t>den 4 maj.</w:t>')

    document = read(f"<w:p>{run('<w:t>Mötet hålls </w:t>')}{struck}{off}</w:p>")

    assert [(block.text, block.part) for block in document.blocks] == [
        ("Mötet hålls den 4 maj.", Part.BODY),
        ("den 3 maj", Part.DELETED),
    ]
    assert any("överstruken" in str(remark) for remark in document.remarks)
    assert document.is_complete


def test_symbol_that_is_not_known_is_told_of() -> None:
    odd = '<w:sym w:font="Webdings" w:char="F055"/>'

    document = read(f"<w:p>{run(odd)}{run('<w:t>Text</w:t>')}</w:p>")

    assert texts(document) == ["Text"]
    assert not document.is_complete
