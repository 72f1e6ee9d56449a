"""Why a file may be refused: each with what happened, why, and a cure, in Swedish."""

from radslag.formats.readers.model import Refusal

NOTHING_ELSE = "Inget annat påverkades."
CORRUPT = "Filen är skadad och kunde inte läsas."
UNSAFE = "Filen lästes inte, för säkerhets skull."
TOO_MUCH = "Filen är för stor för att läsas."
FROM_SENDER = "Hämta filen på nytt, eller be avsändaren skicka den igen."
SAVE_AGAIN = "Öppna den i ett ordbehandlingsprogram och spara den på nytt som DOCX."
DIVIDE = "Dela upp den i flera filer och läs in dem var för sig."
AS_PDF = "Öppna den i programmet den kommer från och spara den som PDF."
WORD_AS_DOCX = "Öppna filen och spara den som DOCX, utan makron."
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-swe"

SENTENCES = {
    "empty": ("Filen är tom.", "Den innehåller inga tecken alls.", FROM_SENDER),
    "missing": (
        "Filen finns inte eller får inte öppnas.",
        "Inget på den platsen gick att läsa.",
        "Kontrollera namnet och rättigheterna, och försök igen.",
    ),
    "unknown_kind": (
        "Filens slag känns inte igen.",
        "Innehållet är varken text, DOCX, PDF, XLSX, webbsida, e-post eller bild.",
        AS_PDF,
    ),
    "old_office": (
        "Filen är i ett äldre Office-format (DOC, XLS eller PPT).",
        "Sådana filer kan bära makron och läses inte.",
        "Öppna den i Office eller LibreOffice och spara den som DOCX eller XLSX.",
    ),
    "other_office": (
        "Filen är i ett format som inte läses (ODF, RTF eller PowerPoint).",
        "Bara DOCX och XLSX läses av kontorsformaten.",
        "Öppna den och spara den som DOCX, XLSX eller PDF.",
    ),
    "outlook": (
        "Filen är ett brev i Outlooks eget format.",
        "Formatet är slutet och läses inte.",
        "Öppna brevet och spara det som EML, eller spara bilagorna för sig.",
    ),
    "damaged_winmail": (
        "Filen är en skadad winmail.dat, där Outlook packat brevets text och bilagor.",
        "Den är avkortad eller har fel i sin ordning.",
        "Be avsändaren skicka brevet igen som oformaterad text eller HTML.",
    ),
    "archive": (
        "Filen är ett arkiv med flera filer.",
        "Arkiv läses inte, eftersom de kan dölja vad de innehåller.",
        "Packa upp arkivet och läs in filerna var för sig.",
    ),
    "too_large": (TOO_MUCH, "Den är större än 50 MB.", DIVIDE),
    "unpacked_too_large": (TOO_MUCH, "Uppackad är den större än 300 MB.", DIVIDE),
    "ratio": (
        UNSAFE,
        "Den är packad mer än hundra gånger, som en fil som ska fylla minnet.",
        SAVE_AGAIN,
    ),
    "too_many_members": (
        UNSAFE,
        "Den består av fler än 2 000 delar, långt fler än ett dokument har.",
        SAVE_AGAIN,
    ),
    "part_too_large": (TOO_MUCH, "En av dess delar är större än 64 MB.", DIVIDE),
    "damaged_archive": (
        CORRUPT, "Den är avkortad eller har fel i sin ordning.", FROM_SENDER
    ),
    "wrong_size": (
        CORRUPT,
        "En del har en annan storlek eller kontrollsumma än filen själv uppger.",
        FROM_SENDER,
    ),
    "overlapping": (UNSAFE, "Dess delar ligger ovanpå varandra.", SAVE_AGAIN),
    "same_name": (
        UNSAFE,
        "Två av dess delar har samma namn, så att olika program läser olika text.",
        SAVE_AGAIN,
    ),
    "bad_name": (
        UNSAFE,
        "En del har ett namn som pekar utanför filen.",
        SAVE_AGAIN,
    ),
    "symbolic_link": (UNSAFE, "En del är en länk till en annan plats.", SAVE_AGAIN),
    "encrypted": (
        "Filen är låst med lösenord.",
        "Det som är låst kan inte läsas.",
        "Öppna den med lösenordet, spara en kopia utan lösenord och läs in kopian.",
    ),
    "macros": (UNSAFE, "Den innehåller makron, små program.", WORD_AS_DOCX),
    "doctype": (
        UNSAFE,
        "Den innehåller en dokumenttypsdeklaration, som kan dölja eller hämta text.",
        SAVE_AGAIN,
    ),
    "odd_encoding": (
        UNSAFE,
        "En del uppger en ovanlig teckenkodning, som kan dölja vad där står.",
        SAVE_AGAIN,
    ),
    "bad_xml": (CORRUPT, "En av dess delar är inte välformad XML.", FROM_SENDER),
    "missing_part": (CORRUPT, "Den del som ska innehålla texten saknas.", FROM_SENDER),
    "bad_pdf": (CORRUPT, "Dess PDF-struktur går inte att följa.", FROM_SENDER),
    "no_pages": (CORRUPT, "Dokumentet har inga sidor som går att öppna.", FROM_SENDER),
    "too_many_pages": (TOO_MUCH, "Den har fler än 1 000 sidor.", DIVIDE),
    "page_too_large": (
        UNSAFE,
        "En sida är längre än fem meter.",
        "Skriv ut dokumentet till en ny PDF i A4 och läs in den.",
    ),
    "form": (
        "Filen är ett formulär som bara visas i vissa program (XFA).",
        "Dess text finns inte på sidorna.",
        "Öppna formuläret i Acrobat och skriv ut det till en ny PDF.",
    ),
    "sheet_too_large": (
        TOO_MUCH,
        "Ett blad har fler än 100 000 rader eller fler än 256 kolumner.",
        "Ta bort tomma rader och kolumner, eller dela upp bladet.",
    ),
    "bad_workbook": (CORRUPT, "Arbetsbokens blad går inte att läsa.", FROM_SENDER),
    "bad_letter": (CORRUPT, "Brevets delar går inte att skilja åt.", FROM_SENDER),
    "too_many_letters": (
        UNSAFE,
        "Brevet innehåller brev i för många led, eller för många bilagor.",
        "Spara bilagorna för sig och läs in dem.",
    ),
    "bad_picture": (CORRUPT, "Bilden går inte att öppna.", FROM_SENDER),
    "picture_too_large": (
        TOO_MUCH,
        "Bilden har fler än 50 miljoner bildpunkter.",
        "Skanna om den i 300 punkter per tum, eller förminska bilden.",
    ),
    "no_text_reader": (
        "Filen är en bild av text och lästes inte.",
        "Tesseract med svenska, som läser text ur bilder, är inte installerat.",
        f"Be den som sköter servern köra: {INSTALL}",
    ),
    "memory": (TOO_MUCH, "Den kräver mer minne än 512 MB att läsa.", DIVIDE),
    "processor": (TOO_MUCH, "Den tar mer än 60 sekunders räknande att läsa.", DIVIDE),
    "clock": (TOO_MUCH, "Läsningen avbröts när tiden var ute.", DIVIDE),
    "fell": (
        CORRUPT,
        "Läsningen av den föll ihop, i en egen process.",
        FROM_SENDER,
    ),
    "depth": (UNSAFE, "Dess delar ligger i hundratals led i varandra.", SAVE_AGAIN),
}  # fmt: skip


class Refused(Exception):
    """The file is not read; the refusal says why and what to do."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.refusal = refusal(code)


def refusal(code: str) -> Refusal:
    """Return the refusal with its sentences."""
    what, why, cure = SENTENCES[code]
    return Refusal(code, what, f"{why} {NOTHING_ELSE}", cure)
