"""The words that stand before what they name: "Tid:", "Närvarande", "Justeras"."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    is_foot,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name


class Label(Enum):
    """What a label names."""

    MEETING = auto()
    DAY = auto()
    TIME = auto()
    PLACE = auto()
    PLACE_AND_TIME = auto()
    LINK = auto()
    MEMBERS = auto()
    PRESENT = auto()
    REMOTE = auto()
    SUBSTITUTES = auto()
    OTHERS = auto()
    GUESTS = auto()
    ABSENT = auto()
    CALLED = auto()
    SECRETARY = auto()
    CHAIR = auto()
    VERIFIER = auto()
    VERIFIED_ON = auto()
    WRITTEN_ON = auto()
    SENT_ON = auto()
    ANNOUNCED_ON = auto()
    TAKEN_DOWN_ON = auto()
    ANNOUNCEMENT = auto()
    PARAGRAPHS = auto()
    SIGNATURES = auto()
    NEXT_MEETING = auto()
    AGENDA = auto()
    REGISTER_NUMBER = auto()
    OTHER = auto()


ATTENDING: Final = (
    Label.MEMBERS,
    Label.PRESENT,
    Label.REMOTE,
    Label.SUBSTITUTES,
    Label.OTHERS,
    Label.GUESTS,
    Label.ABSENT,
)
SIGNING: Final = (Label.SECRETARY, Label.CHAIR, Label.VERIFIER)
# Where these stand after the last item, what is signed begins.
CLOSING: Final = (
    Label.SECRETARY,
    Label.VERIFIER,
    Label.VERIFIED_ON,
    Label.SIGNATURES,
    Label.ANNOUNCEMENT,
    Label.SENT_ON,
    Label.CHAIR,
)

# "Tjg ers." is short for "tjänstgörande ersättare".
_SERVING: Final = r"(?:tjänstgörande|tj(?:änst)?g\b\.?)"
_SUBSTITUTES: Final = r"(?:ersättare|ers\b\.?)"
# Whose members they are: "Direktionens ledamöter".
_WHOSE: Final = (
    r"(?:[a-zåäö]{0,30}(?:direktionens|styrelsens|nämndens|fullmäktiges|kommitténs"
    r"|rådets|gruppens) )"
)
# "Anteckningar: Eva Alm" says who writes; other words after it are what was said.
_NAME_ALONE: Final = (
    r"(?-i:[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\s+[A-ZÅÄÖ][\wåäöé-]+)"
    r"(?=\s*(?:[,(/]|$))"
)
_WORDS: Final[tuple[tuple[Label, str], ...]] = (
    (
        Label.ABSENT,
        r"(?:ej|inte|icke) (?:närvarande|deltagande)|ej deltog|deltog (?:ej|inte)"
        r"|frånvarande(?: ledamöter)?|frånvaro|återbud|förhindrade?(?: att delta)?"
        r"|(?:anmäl[dt]a? )?förhind(?:er|rade)(?: (?:är |har )?anmäl(?:t|ts|da|d)"
        r"(?: (?:av|från))?)?|anmäld frånvaro|anmälda förhinder|ledig"
        r"|(?:de som )?(?:kunde|kan) (?:inte|ej)(?: (?:vara med|komma|delta))?(?=\s*:)"
        r"|(?:var )?(?:inte|ej) med(?=\s*(?::|$))|sakna(?:des?|s)(?=\s*:)"
        r"|hade förhinder(?=\s*:)",
    ),
    (
        Label.SUBSTITUTES,
        rf"(?:närvarande,? )?(?:ej|icke)[- ]?{_SERVING}(?: {_SUBSTITUTES})?"
        rf"|ersättare,? (?:ej|icke)[- ]?{_SERVING}"
        rf"|(?:närvarande |{_WHOSE})?ersättare|suppleanter",
    ),
    (
        Label.MEMBERS,
        rf"beslutande(?: ledamöter)?|(?:närvarande |ordinarie |{_WHOSE})?ledamöter"
        rf"|(?:närvarande )?{_SERVING}(?: ledamöter| {_SUBSTITUTES})?",
    ),
    (
        Label.OTHERS,
        r"(?:ej|icke) beslutande|förvaltning(?:en)?(?=\s*:)"
        r"|övriga? (?:närvarande|deltagare|deltagande|medverkande|inbjudna)|övriga"
        r"|medverkande|även närvarande|(?:därutöver|dessutom)(?: (?:deltog|närvarande)"
        r"|(?=\s*:))|(?:närvarande )?tjänste(?:män|man|personer)"
        r"|(?:med )?(?:närvarorätt|insynsplats(?:er)?)|(?:fackliga? |personal)"
        r"(?:organisation(?:er)?|företrädare|representant(?:er)?)"
        r"(?: (?:deltar|deltog)\b[^\n]{0,40}$)?",
    ),
    (
        Label.GUESTS,
        r"adjungerade?|gäst(?:er)?|inbjuden|särskilt inbjudna"
        r"|inbjudna(?:(?: [a-zåäö]+){1,4}(?=\s*:?\s*$))?"
        r"|externa(?: deltagare)?|föredragande",
    ),
    (
        Label.REMOTE,
        r"(?:deltar |deltog |närvarande )?(?:via (?:teams|zoom|länk|skype|webb\w*"
        r"|telefon)|på distans|per telefon)|deltog digitalt|digitalt"
        r"(?: (?:deltagande|närvarande|deltog))?|närvarande (?:digitalt|på distans)",
    ),
    (
        Label.PRESENT,
        r"närvarande|deltagare|deltagande|deltog|närvaro(?:lista)?"
        r"|(?:vi som )?(?:var )?med(?: på mötet)?(?: var)?(?=\s*(?::|$))"
        r"|på plats(?=\s*(?::|$))"
        r"|(?:(?:vi|de) som )?(?:var|fanns|är|kom|deltog) (?:där|här|med|på plats"
        r"|på mötet)(?=\s*:)|(?:vi|de) som (?:var|kom|deltog)(?=\s*:)"
        r"|(?:vi )?på mötet(?=\s*:)"
        r"|deltag(?:ar|ande)(?:lista|förteckning)|närvaroförteckning",
    ),
    (
        Label.PLACE_AND_TIME,
        r"(?:plats|lokal)(?:,|\s+och|/| &|/ )\s*(?:datum(?: och|,|/)\s*)?tid"
        r"(?:\.| för (?:sammanträdet|mötet))?"
        r"|tid(?:,|\s+och|/| &)\s*(?:plats|lokal)|datum(?:,| och|/) ?(?:tid"
        r"(?: och|,|/) ?)?plats|när och var|var och när",
    ),
    (
        Label.DAY,
        r"(?:sammanträdes|mötes)?(?:datum|dag|dat\.)"
        r"(?: (?:och|/|&) ?(?:klockslag|tid))?|datum/tid|dag och tid|mötesdatum|när",
    ),
    (Label.TIME, r"(?:mötes)?tid(?:punkt)?|klockan|klockslag|kl"),
    (Label.PLACE, r"(?:mötes|sammanträdes)?(?:plats|lokal)|var|möteslokal|adress"),
    (Label.LINK, r"digital anslutning|(?:teams|möte|zoom|digital )-?länk|anslutning"),
    (
        Label.MEETING,
        r"möte|(?:beslutande )?organ|instans|styrelse/nämnd|nämnd/styrelse"
        r"|nämnd|sammanträde|grupp|forum|mötesform|mötestyp|avser",
    ),
    (
        Label.VERIFIED_ON,
        r"justering(?:ens)? (?:plats|tid|dag|datum)"
        r"(?:,?\s*(?:och|/)\s*(?:tid|plats|datum))?"
        r"|justerings(?:dag|datum|dat)|datum för justering(?:en)?|justerat den"
        r"|(?:protokollet|protokoll|anteckningarna) justerat?s?(?: den)?|justerad den"
        r"|justerades(?: den)?|justering(?=\s*(?::|$))",
    ),
    (
        Label.VERIFIER,
        r"justera(?:s|t|de|des)(?: av)?|justerande|justera(?:re|nde)(?: \d)?"
        r"|(?:protokoll)?juster(?:are|ings(?:person(?:er)?|män|man))|att justera"
        r"(?: protokollet)?|(?:utses|utsågs|utsedd|utsedda) (?:till|att) justera(?:re)?"
        r"(?: protokollet)?|protokolljusterare|till justerare (?:utses|utsågs|valdes)",
    ),
    (
        Label.SECRETARY,
        r"(?:mötes)?sekreterare|nämndsekreterare(?=\s*(?:[:_.…]|$))|pennan(?=\s*:)"
        r"|vid (?:protokollet|anteckningarna|pennan"
        r"|minnesanteckningarna|mötesanteckningarna|tangent(?:erna|bordet))|protokollförare"
        r"|anteckna(?:t av|de|r)|(?:minnes|mötes)?anteckning(?:ar(?:na)?)?"
        r"(?: (?:förda|gjorda|skrivna))? av|antecknare|för anteckningarna"
        rf"|(?:minnes|mötes)?anteckningar(?=\s*:\s*{_NAME_ALONE})"
        r"|nedtecknat av|protokoll(?:et)? "
        r"(?:förs|fördes|fört|skrivet) av|för protokollet|som ovan",
    ),
    (Label.CHAIR, r"(?:mötes)?ordförande(?:n)?|ordf\.?|mötesledare"),
    (
        Label.TAKEN_DOWN_ON,
        r"(?:datum (?:för|då) )?anslag(?:et|s|ets)? (?:nedtagande|tas ned|tas ner|"
        r"nedtas|nedtaget|nedtages)|(?:ned)?tas ned(?: den)?|nedtagande",
    ),
    (
        Label.ANNOUNCED_ON,
        r"(?:datum (?:för|då) )?anslag(?:et|s|ets)? (?:uppsättande|sätts upp"
        r"|uppsätts|uppsatt|uppsättes|publicerat)|anslags(?:dag|datum)|sätts upp",
    ),
    (
        Label.ANNOUNCEMENT,
        r"anslag\s*(?:/|och)\s*bevis|bevis (?:om|över|på) (?:justering(?:en)?|anslag)"
        r"|(?:anslags|justerings)bevis|anslag",
    ),
    (
        Label.PARAGRAPHS,
        r"(?:protokollet (?:innehåller|omfattar) )?paragraf(?:er(?:na)?)?|§§",
    ),
    (Label.SIGNATURES, r"underskrift(?:er)?|signaturer?"),
    (
        Label.WRITTEN_ON,
        r"utskrift(?:s)?datum|upprättad(?: den)?|upprättat|skrivet den|utskrivet"
        r"|datum för (?:minnes)?anteckningarna|anteckningarna (?:skrivna|upprättade)",
    ),
    (
        Label.SENT_ON,
        r"(?:kallelsen? )?(?:ut)?(?:sän[dt]|skicka(?:[dts]|des))"
        r"(?:es)?(?: den)?|kallelsedatum|utskick(?:sdatum)?|kallelsen utsänd"
        r"|kallelse(?:n)? (?:daterad|den)",
    ),
    (
        Label.CALLED,
        r"kallade?|kallas|vem|vilka|kallelse till|inbjudna deltagare|mottagare"
        r"|sändlista|till",
    ),
    (
        Label.NEXT_MEETING,
        r"nästa (?:möte|sammanträde|träff|mötestillfälle)(?:sdag)?|kommande "
        r"(?:möten?|sammanträden?)|nästkommande möten?",
    ),
    (
        Label.AGENDA,
        r"(?:förslag till )?(?:dagordning|föredragningslista|ärendelista|agenda)"
        r"|ärenden|program(?:punkter)?|punkter",
    ),
    (Label.REGISTER_NUMBER, r"dnr|diarie(?:nr|nummer)|d\.nr|ärendenummer"),
    (Label.OTHER, r"telefon|e-?post|kontakt(?:person)?|förtäring|fika|lunch|anmälan"),
)
_LABEL: Final = re.compile(
    "(?i:" + "|".join(f"(?P<{label.name}>{words})" for label, words in _WORDS) + ")"
    r"(?P<about>\s*\([^)]*\))?(?![\wåäö-])(?P<mark>\s*[:;]|\.(?=\s*$))?\s*"
)
# Without a colon a value begins with a capital, a figure, "kl" or a weekday's "den".
_VALUE: Final = re.compile(r"[A-ZÅÄÖÉ0-9§(\"”]|kl\b|klockan\b|den \d|digital|\w+dag")
_LOWER_ONLY_WITH_COLON: Final = (
    Label.MEETING,
    Label.CALLED,
    Label.OTHER,
    Label.CHAIR,
)
_DAY: Final = re.compile(
    r"(?i)(?:den\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*/\s*\d{1,2}(?:[ -]+\d{4})?"
    r"|\d{1,2}\s+[a-zåäö]{3,9}\.?(?:\s+\d{4})?)\W*"
)
# Dag is a first name too: "Dag Alm (S)".
_IS_DAG: Final = re.compile(
    r"Dag\s+(?!(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag)(?:[A-ZÅÄÖ][\wåäöé-]+\s*){1,3}(?:\(|,|$)"
)
# In the form of a notice of justering "Organ" and the like stand without a colon.
_WHICH_BODY: Final = re.compile(r"(?i)(?:beslutande )?organ|instans|\w+/\w+|nämnd")
_BODY_ALONE: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]*,? (?:[\w-]+,? ){0,4})?[\w-]*(?:nämnd|styrelse|direktion|råd"
    r"|kommitt[ée]|fullmäktige|utskott|förbund|beredning)(?:e?n|et)?"
)
_SIGNS: Final = re.compile(r"[\W_]*(?:Juster(?:are|ande|as)|Sekreterare)\b")
_BRACKETED: Final = re.compile(r"\s*\([^()]{1,12}\)$")
# The head of a column of votes: "Tjg  Ej tjg  JA  NEJ".
_TALLY: Final = re.compile(
    r"(?i)(?:närvaro\W+)?"
    r"(?:(?:(?:ej )?tj(?:änst)?g\.?|ja|nej|avst(?:år|\.)?|§+)(?:\s+|$)){2,12}"
)
_AROUND: Final = " \t\n_…"


class Labelled(NamedTuple):
    """A label, its words, and the cells that stand after it on the same line."""

    label: Label
    name: Piece
    cells: tuple[Piece, ...]
    line: Line

    @property
    def value(self) -> Piece:
        """What stands after the label, as one piece; perhaps empty."""
        if not self.cells:
            return self.name.part(len(self.name.text), len(self.name.text))
        return self.cells[0].until(self.cells[-1])


def label_of(line: Line) -> Labelled | None:
    """Return the label a line begins with, or None."""
    first, *rest = line.cells
    if _TALLY.fullmatch(line.text):
        return None
    match = _LABEL.match(first.text)
    if match is None or match.lastgroup is None or _IS_DAG.match(first.text):
        return None
    if _label(match) is Label.PLACE and is_foot(line.text):
        return None
    after = _after_dots(first.part(match.end(), len(first.text)).strip(_AROUND))
    label = _label(match)
    is_loose = match[0].strip(" :").lower() == "justering"
    if is_loose and not (after or rest):
        # A heading of its own, which may be an item's.
        return None
    if after and not (match["mark"] or _may_follow(label, match, after)):
        return None
    cells = ((after,) if after else ()) + tuple(rest)
    # "Justerat" with nothing but a day beside it says when, and not by whom.
    if label is Label.VERIFIER and len(cells) == 1 and _DAY.fullmatch(cells[0].text):
        label = Label.VERIFIED_ON
    if is_loose and not any(_DAY.search(cell.text) for cell in cells):
        label = Label.VERIFIER
    return Labelled(label, first.part(0, match.end()).strip(" :;"), cells, line)


def _after_dots(piece: Piece) -> Piece:
    """Return what stands after the line of dots that a name is written on."""
    dots = re.match(r"[.\s_…]{3,}|[.\s_…]+$", piece.text)
    return piece.part(dots.end(), len(piece.text)) if dots else piece


def _label(match: "re.Match[str]") -> Label:
    return next(label for label, _ in _WORDS if match[label.name])


def _may_follow(label: Label, match: "re.Match[str]", after: Piece) -> bool:
    if match[0][:1].islower():
        return False
    if label is Label.MEETING and _WHICH_BODY.match(match[0]):
        return _BODY_ALONE.fullmatch(after.text) is not None
    if label in _LOWER_ONLY_WITH_COLON:
        # "Ordförande Anna Ek (S)" alone on a line is her signature's place.
        is_hers = is_name(_BRACKETED.sub("", after.text)) or _SIGNS.match(after.text)
        return label is Label.CHAIR and bool(is_hers)
    return _VALUE.match(after.text) is not None


def parted(lines: list[Line]) -> list[Line]:
    """Return the lines, a row with several labels and values cut into as many.

    "Datum | 4 maj | Tid | 10–12" is two lines.
    """
    return [part for line in lines for part in _pairs(line)]


def _pairs(line: Line) -> Iterator[Line]:
    names, values = line.cells[::2], line.cells[1::2]
    is_paired = len(values) > 1 and len(names) == len(values)
    if is_paired and all(map(_is_bare, names)) and not any(map(_is_bare, values)):
        for at in range(0, len(line.cells), 2):
            columns = line.columns[at : at + 2]
            yield line._replace(cells=line.cells[at : at + 2], columns=columns)
    else:
        yield line


def _is_bare(cell: Piece) -> bool:
    found = label_of(Line((cell,)))
    return found is not None and not found.cells


def labelled(lines: list[Line]) -> Iterator[Labelled]:
    """Give every label of the lines with the value that stands on its line."""
    for line in lines:
        found = label_of(line)
        if found:
            yield found


def _with_rest(found: Labelled, below: Line | None) -> Piece:
    """Return a value; one that ends with a comma goes on below, in a narrow column."""
    is_open = below is not None and found.value.text.endswith(",")
    if below is None or not is_open or below.is_row or label_of(below):
        return found.value
    return found.value.until(below.piece)


def values_of(lines: list[Line], *wanted: Label) -> Iterator[Piece]:
    """Give what stands after these labels, or else on the line below them."""
    for number, line in enumerate(lines):
        found = label_of(line)
        if found is None or found.label not in wanted:
            continue
        below = lines[number + 1] if number + 1 < len(lines) else None
        if found.cells:
            yield _with_rest(found, below)
        elif below and label_of(below) is None:
            yield below.piece
