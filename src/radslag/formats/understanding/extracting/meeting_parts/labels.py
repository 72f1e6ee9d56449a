"""The words that stand before what they name: "Tid:", "Närvarande", "Justeras"."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece


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

_WORDS: Final[tuple[tuple[Label, str], ...]] = (
    (
        Label.ABSENT,
        r"(?:ej|inte|icke) (?:närvarande|deltagande)|ej deltog|deltog (?:ej|inte)"
        r"|frånvarande(?: ledamöter)?|frånvaro|återbud|förhindrade?(?: att delta)?"
        r"|(?:anmäl[dt]a? )?förhind(?:er|rade)(?: (?:är |har )?anmäl(?:t|ts|da|d)"
        r"(?: (?:av|från))?)?|anmäld frånvaro|anmälda förhinder|ledig",
    ),
    (
        Label.SUBSTITUTES,
        r"(?:ej |icke[- ]?)tjänstgörande ersättare|närvarande ersättare|ersättare"
        r"|närvarande,? ej tjänstgörande ersättare",
    ),
    (
        Label.MEMBERS,
        r"beslutande(?: ledamöter)?|närvarande ledamöter|ledamöter"
        r"|(?:närvarande )?tjänstgörande(?: ledamöter| ersättare)?",
    ),
    (
        Label.OTHERS,
        r"övriga? (?:närvarande|deltagare|deltagande|medverkande|inbjudna)|övriga"
        r"|medverkande|även närvarande|därutöver (?:deltog|närvarande)|dessutom "
        r"(?:deltog|närvarande)|(?:närvarande )?tjänste(?:män|personer)",
    ),
    (
        Label.GUESTS,
        r"adjungerade?|gäst(?:er)?|särskilt inbjudna|inbjudna(?: gäster)?"
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
        r"|(?:vi som )?(?:var )?med(?: på mötet)?(?: var)?(?=\s*:)|på plats(?=\s*:)"
        r"|deltag(?:ar|ande)(?:lista|förteckning)|närvaroförteckning",
    ),
    (
        Label.PLACE_AND_TIME,
        r"(?:plats|lokal)(?:,|\s+och|/| &|/ )\s*(?:datum(?: och|,|/)\s*)?tid"
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
        r"möte|organ|nämnd|sammanträde|grupp|forum|mötesform|mötestyp|avser",
    ),
    (
        Label.VERIFIED_ON,
        r"justering(?:ens)? (?:plats|tid|dag|datum)"
        r"(?:,?\s*(?:och|/)\s*(?:tid|plats|datum))?"
        r"|justerings(?:dag|datum|dat)|datum för justering(?:en)?|justerat den"
        r"|(?:protokollet|protokoll|anteckningarna) justerat?s?(?: den)?|justerad den"
        r"|justerades(?: den)?",
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
        r"(?:mötes)?sekreterare|vid (?:protokollet|anteckningarna|pennan"
        r"|minnesanteckningarna|mötesanteckningarna|tangenterna)|protokollförare"
        r"|anteckna(?:t av|de|r)|(?:minnes|mötes)?anteckning(?:ar(?:na)?)?"
        r"(?: (?:förda|gjorda|skrivna))? av|antecknare|för anteckningarna"
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
    (Label.PARAGRAPHS, r"paragraf(?:er)?|§§"),
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
        r"kallade?|kallas|kallelse till|inbjudna deltagare|mottagare|sändlista|till",
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
    match = _LABEL.match(first.text)
    if match is None or match.lastgroup is None:
        return None
    after = _after_dots(first.part(match.end(), len(first.text)).strip(_AROUND))
    label = _label(match)
    if after and not (match["mark"] or _may_follow(label, match, after)):
        return None
    cells = ((after,) if after else ()) + tuple(rest)
    return Labelled(label, first.part(0, match.end()).strip(" :;"), cells, line)


def _after_dots(piece: Piece) -> Piece:
    """Return what stands after the line of dots that a name is written on."""
    dots = re.match(r"[.\s_…]{3,}", piece.text)
    return piece.part(dots.end(), len(piece.text)) if dots else piece


def _label(match: "re.Match[str]") -> Label:
    return next(label for label, _ in _WORDS if match[label.name])


def _may_follow(label: Label, match: "re.Match[str]", after: Piece) -> bool:
    if label in _LOWER_ONLY_WITH_COLON or match[0][:1].islower():
        return False
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


def values_of(lines: list[Line], *wanted: Label) -> Iterator[Piece]:
    """Give what stands after these labels, or else on the line below them."""
    for number, line in enumerate(lines):
        found = label_of(line)
        if found is None or found.label not in wanted:
            continue
        below = lines[number + 1] if number + 1 < len(lines) else None
        if found.cells:
            yield found.value
        elif below and label_of(below) is None:
            yield below.piece
