"""Texts in odd encodings, and letters and web pages that hide or nest."""

# ruff: noqa: E501 - a table of cases is read by its columns.

from email.message import EmailMessage

from tests.formats.readers.hostile import INCOMPLETE, READ, Case
from tests.formats.readers.hostile_archives import bomb
from tests.formats.readers.written_files import docx

TEXT, LETTER, PAGE = "Text", "Brev", "Webbsidor"
WORDS = "Nämnden på ön röstade för att åtgärda bristerna i § 7.\n"
TABLE = "Post;Belopp\nMöten;1 400,50\nResor;500 00 kr\nTid;10/6\n"


def letter(subject: str = "Kallelse") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "a@example.se", "b@example.se"
    made["Subject"], made["Date"] = subject, "Mon, 12 Jan 2026 10:00:00 +0100"
    made.set_content("Hej!\n\nHär kommer handlingarna.\n")
    return made


def with_attachment(content: bytes, name: str) -> bytes:
    made = letter()
    made.add_attachment(content, maintype="application", subtype="x", filename=name)
    return made.as_bytes()


def nested(depth: int) -> bytes:
    made = letter("Innerst")
    for _ in range(depth):
        outer = letter("Utanför")
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


def crowded() -> bytes:
    made = letter()
    for at in range(101):
        made.add_attachment(b"x", maintype="a", subtype="b", filename=f"{at}.bin")
    return made.as_bytes()


CASES = (
    Case(TEXT, "Windows-1252", lambda: WORDS.encode("cp1252"), READ, ("röstade", "§ 7")),
    Case(TEXT, "UTF-8 med märke", lambda: WORDS.encode("utf-8-sig"), READ, ("Nämnden",)),
    Case(TEXT, "UTF-16 med märke", lambda: WORDS.encode("utf-16"), READ, ("Nämnden",)),
    Case(TEXT, "UTF-16 utan märke", lambda: WORDS.encode("utf-16-be"), READ, ("Nämnden",)),
    Case(TEXT, "UTF-16 med en halv bokstav sist", lambda: WORDS.encode("utf-16") + b"\xd8",
         INCOMPLETE, ("Nämnden", "kunde inte läsas")),
    Case(TEXT, "MS-DOS", lambda: WORDS.encode("cp850", "replace"), READ,
         ("röstade", "gammal teckenkodning")),
    Case(TEXT, "Macintosh", lambda: WORDS.encode("mac_roman"), READ, ("röstade",)),
    Case(TEXT, "två kodningar i samma fil",
         lambda: WORDS.encode() + WORDS.replace("ön", "ån").encode("cp1252"), READ,
         ("ön röstade", "ån röstade", "blandar")),
    Case(TEXT, "kodad två gånger",
         lambda: WORDS.encode().decode("latin-1").encode("utf-8"), READ,
         ("återställd",)),
    Case(TEXT, "semikolon mellan värden", TABLE.encode, READ,
         ("Möten\t1 400,50", "Resor\t500 00 kr", "Tid\t10/6")),
    Case(TEXT, "bildläst text utan å, ä och ö", lambda: b"Sodertorns utvecklingsprogram\n",
         READ, ("Sodertorns",)),
    Case(TEXT, "dolda tecken och omvänd skrivriktning",
         "Hu\u200bdd\u00adinge \u202eegnir\u202c.\n".encode, READ,
         ("Huddinge",), ("\u202e",)),
    Case(TEXT, "tom fil", lambda: b"", "empty"),
    Case(TEXT, "bara mellanslag", lambda: b" \n\t\n" * 50, "empty"),
    Case(TEXT, "bara nollor", lambda: b"\0" * 500, "empty"),
    Case(TEXT, "slumpvisa byte", lambda: bytes(range(256)) * 20, "unknown_kind"),
    Case(TEXT, "en rad på 5 MB", lambda: b"ord " * 1_250_000, READ, ("ord ord",)),
    Case(TEXT, "100 000 hakparenteser", lambda: b"<" * 100_000 + b"table" + b"[" * 100_000,
         READ, ("table",)),
    Case(LETTER, "brev med DOCX", lambda: with_attachment(docx(), "../../a.docx"), READ,
         ("Här kommer handlingarna.", "Ett vanligt stycke.")),
    Case(LETTER, "brev med fil som fyller minnet", lambda: with_attachment(bomb(), "b.docx"),
         INCOMPLETE, ("Här kommer handlingarna.", "b.docx")),
    Case(LETTER, "brev i tio led", lambda: nested(10), INCOMPLETE, ("Utanför",)),
    Case(LETTER, "101 bilagor", crowded, "too_many_letters"),
    Case(LETTER, "trasig kodning av bilagan", lambda: with_attachment(docx(), "c.docx")
         .replace(b"base64\n", b"base64\n!!!!", 2)[:-300], INCOMPLETE),
    Case(PAGE, "dold text", lambda: b"<html><p>Synligt</p><p style='display:none'>Gomt</p>",
         READ, ("Synligt", "Gomt")),
    Case(PAGE, "100 000 led", lambda: b"<html><body>" + b"<div>" * 100_000 + b"djupt",
         INCOMPLETE),
    Case(PAGE, "program och stilmall", lambda: b"<html><script>hemligt()</script>"
         b"<style>p{color:red}</style><p>Texten</p>", READ, ("Texten",),
         ("hemligt", "color")),
    Case(PAGE, "tabell med tusen gånger tusen rutor",
         lambda: b"<html><table><tr><td colspan=999999999 rowspan=999999>a</td><td>b</td>"
         b"</tr><tr><td>c</td></tr></table>", READ, ("a", "b", "c")),
)  # fmt: skip
