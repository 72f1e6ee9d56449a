"""What in the build of a document tells its kind, and how much it is worth."""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import DocumentKind as Kind
from radslag.formats.understanding.recognising.patterns import any_of


class Signal(NamedTuple):
    """A pattern for the folded text of a part, and what finding it is worth."""

    kind: Kind
    points: int
    pattern: "re.Pattern[str]"


STRUCTURE: Final = (
    Signal(
        Kind.AGREEMENT,
        2,
        any_of(
            r"\b(?:detta|foreliggande) avtal",
            r"\bavtalet\b.*\b(?:galler|trader i kraft|loper)",
            r"uppsagning(?:stid|en)?\b",
        ),
    ),
    Signal(
        Kind.AGREEMENT,
        1,
        any_of(
            r"avtalspart",
            r"\bparterna\b",
            r"avtalet ar tecknat",
            r"mellan kommunerna",
            r"upprattats? i .* exemplar",
        ),
    ),
    Signal(
        Kind.AGREEMENT,
        1,
        any_of(
            r"\butträde",
            r"uttrade",
            r"\bupplos",
            r"tvist\b",
            r"avtalstid",
            r"varaktighet",
            r"giltighet(?:stid)?",
        ),
    ),
    Signal(
        Kind.PROGRAMME,
        1,
        any_of(
            r"^(?:\W*\d[\d.]*\s*)?(?:var |gemensam )?vision\b",
        ),
    ),
    Signal(
        Kind.PROGRAMME,
        1,
        any_of(
            r"overgripande mal",
        ),
    ),
    Signal(
        Kind.PROGRAMME,
        1,
        any_of(
            r"fokusomrade",
            r"malomrade",
            r"insatsomrade",
            r"utvecklingsomrade",
            r"prioriterade? omrade",
        ),
    ),
    Signal(
        Kind.PROGRAMME,
        1,
        any_of(
            r"langsiktiga? mal",
            r"inriktningsmal",
            r"strategiska? mal",
            r"delmal\b",
        ),
    ),
    Signal(
        Kind.PROGRAMME,
        1,
        any_of(
            r"programmet (?:galler|ska galla|stracker)",
            r"programperiod",
        ),
    ),
    Signal(
        Kind.ANNUAL_PLAN,
        2,
        any_of(
            r"^(?:\W*\d[\d.]*\s*)?budget\b",
        ),
    ),
    Signal(
        Kind.ANNUAL_PLAN,
        1,
        any_of(
            r"kalendarium",
            r"motesplan(?:ering)?\b",
            r"sammantradestider",
            r"motestider",
        ),
    ),
    Signal(
        Kind.ANNUAL_PLAN,
        1,
        any_of(
            r"aktivitet",
            r"verksamhetsaret",
            r"kansliets uppdrag",
        ),
    ),
    Signal(
        Kind.MEETING_NOTICE,
        2,
        any_of(
            r"\bkallas\b",
            r"kallas harmed",
            r"valkom(?:men|na) till",
        ),
    ),
    Signal(
        Kind.MEETING_NOTICE,
        1,
        any_of(
            r"anmal (?:forhinder|franvaro)",
            r"forhinder anmals",
        ),
    ),
    Signal(
        Kind.MEETING_NOTICE,
        1,
        any_of(
            r"^\W*plats\s*:",
        ),
    ),
    Signal(
        Kind.MEETING_NOTICE,
        2,
        any_of(
            r"^(?:\W*)(?:arenden|foredragningslista|dagordning|"
            r"forslag till dagordning|arendelista)\b",
        ),
    ),
    Signal(
        Kind.MINUTES,
        2,
        any_of(
            r"^\W*(?:narvarande|deltagare|beslutande|narvarolista|franvarande|"
            r"ej narvarande)\b",
        ),
    ),
    Signal(
        Kind.MINUTES,
        2,
        any_of(
            r"^\W*(?:justera[st]|justerare|justerande|utses att justera|"
            r"vid protokollet|vid anteckningarna|protokollforare|antecknat av|"
            r"underskrifter)\b",
            r"^sekreterare\b",
        ),
    ),
    Signal(
        Kind.MINUTES,
        1,
        any_of(
            r"motet (?:avslut|oppn)",
            r"halsar .*valkom",
            r"bordla(?:gg|des)",
            r"^beslut\b",
        ),
    ),
    Signal(
        Kind.MINUTES_EXTRACT,
        2,
        any_of(
            r"^\W*(?:expedieras|expediering|sandlista|beslutet (?:skickas|"
            r"expedieras|sands|delges)? ?till\b|skickas till|delges|for kannedom|"
            r"(?:kopia|utdrag|protokollsutdrag) till\b|mottagare\W*$|"
            r"for verkstallighet|beslutsexpediering|utdragsbestyrkande|"
            r"ratt utdraget)",
        ),
    ),
    Signal(
        Kind.MINUTES_EXTRACT,
        1,
        any_of(
            r"(?:kommunstyrelsen|kommunfullmaktige|namnden|"
            r"utskottet)s? beslut(?:ar)?\b",
        ),
    ),
    Signal(
        Kind.MINUTES_EXTRACT,
        1,
        any_of(
            r"^\W*(?:dnr|diarienr|diarienummer|arendenr|arendenummer)\b",
        ),
    ),
    Signal(
        Kind.MINUTES_EXTRACT,
        1,
        any_of(
            r"reservation",
            r"sarskilt yttrande",
            r"yrkande",
            r"propositionsordning",
            r"overlaggning",
        ),
    ),
    Signal(
        Kind.PROPOSAL,
        3,
        any_of(
            r"^\W*(?:forslag till beslut|forvaltningens forslag|"
            r"forvaltningen foreslar)",
            r"forslag till \w*(?:utskottet|styrelsen|namnden|"
            r"fullmaktige)\b.*(?:for beslut|beslut)?",
        ),
    ),
    Signal(
        Kind.PROPOSAL,
        1,
        any_of(
            r"(?:arendet|beskrivning av arendet|bakgrund|arendebeskrivning)\W*$",
        ),
    ),
    Signal(
        Kind.PROPOSAL,
        1,
        any_of(
            r"kommundirektor",
            r"forvaltningschef",
            r"handlaggare",
            r"utredare",
            r"avdelningschef",
        ),
    ),
    Signal(
        Kind.ANNUAL_REPORT,
        2,
        any_of(
            r"\butfall\b",
            r"arets resultat",
            r"resultatrakning",
            r"genomforda aktiviteter",
        ),
    ),
    Signal(
        Kind.ANNUAL_REPORT,
        1,
        any_of(
            r"under aret har",
            r"under \d{4} har",
            r"aret som gatt",
            r"ekonomiskt resultat",
        ),
    ),
    Signal(
        Kind.REFERRAL,
        2,
        any_of(
            r"(?:svar|yttrande|synpunkter) (?:ska |onskas )?(?:lamnas|inkomma|"
            r"vara .* tillhanda|skickas) .*senast",
            r"sista (?:svars)?dag",
            r"remissinstans",
            r"remisstid",
        ),
    ),
    Signal(
        Kind.REFERRAL_RESPONSE,
        2,
        any_of(
            r"(?:lamnar|avger) (?:harmed |foljande )?(?:yttrande|synpunkter|remissvar)",
            r"har beretts tillfalle",
            r"har fatt mojlighet att (?:yttra|lamna)",
            r"tillstyrker",
            r"avstyrker",
        ),
    ),
    Signal(
        Kind.REFERRAL_RESPONSE,
        1,
        any_of(
            r"(?:vi|kommunerna|kommunen) (?:anser|valkomnar|ser positivt|staller sig)",
        ),
    ),
)
