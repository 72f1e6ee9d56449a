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


DECIDED: Final = any_of(
    r"\b(?:yrkar|yrkade) (?:bifall|avslag|aterremiss|att)",
    r"^\W*beslutsgang\W*$",
    r"ordforanden (?:staller|stallde) (?:proposition|forslag\w*|yrkand\w*)",
    r"\b(?:reserverar|reserverade) sig (?:skriftligt |muntligt )?mot\b",
    r"^\W*(?:ratt avskrivet|ratt utdraget|utdraget bestyrks|bestyrkes)\b",
)
PROPOSES_ANSWER: Final = any_of(
    r"^\W*som svar pa remissen\b",
    r"\bforeslar att (?:kommun|stads)?\w*(?:styrelsen|namnden|utskottet) beslutar"
    r" .{0,80}\bsvar\b.{0,40}\bremiss",
)
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
        Kind.AGREEMENT,
        1,
        any_of(
            r"medlem\w* (?:i|av) (?:\w*forbundet|forbundet) ar\b",
            r"\bforbundets medlemmar ar\b",
            r"\bforbundsmedlem(?:mar(?:na)?s?)?\b",
            r"sammanslutna till ett kommunalforbund",
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
            r"\bar\b.{0,60}\bgemensam\w* "
            r"(?:utvecklings|samverkans|mal)?(?:program|strategi)",
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
            r"^(?:\W*\d[\d.]*\s*)?(?:motes|sammantrades)dagar\b",
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
            r"\binbjuds (?:harmed )?(?:att (?:delta|narvara)|till)\b",
            r"valkom(?:men|na) till",
            r"\b(?:da ses vi|vi ses|vi traffas|vi mots)\b.{0,80}?\b\d{1,2}[.:]\d\d",
            r"\bdags for (?:\w+ ){0,3}\w*(?:mote|grupp|rad|natverk|kommitte|traff)",
        ),
    ),
    Signal(
        Kind.MEETING_NOTICE,
        1,
        any_of(
            r"anmal (?:forhinder|franvaro)",
            r"forhinder anmal(?:es|s)",
            r"^\W*vid forhinder\b",
            r"\bmeddela (?:\w+ ){0,3}(?:forhinder|kost|om du)",
            r"kostavvik|specialkost|\bosa\b|\bo\.s\.a\b",
        ),
    ),
    Signal(
        Kind.MEETING_NOTICE,
        1,
        any_of(
            r"^\W*(?:plats|var|lokal)\s*:",
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
    # The form on which it is announced that minutes have been verified.
    Signal(
        Kind.MINUTES,
        2,
        any_of(
            r"^\W*(?:anslag ?/ ?bevis|bevis ?/ ?anslag|anslagsbevis"
            r"|bevis om anslag)\W*$",
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
    # What is said only once somebody has decided; a proposal has none of it.
    Signal(Kind.MINUTES_EXTRACT, 3, DECIDED),
    Signal(Kind.PROPOSAL, -3, DECIDED),
    Signal(
        Kind.PROPOSAL,
        3,
        any_of(
            r"^\W*(?:\w*(?:styrelsen|namnden|fullmaktige|utskottet)|direktionen)"
            r" foreslas (?:besluta|foresla)\b",
        ),
    ),
    # An answer to a referral that an office proposes to its board.
    Signal(Kind.PROPOSAL, 3, PROPOSES_ANSWER),
    Signal(Kind.REFERRAL, -3, PROPOSES_ANSWER),
    Signal(
        Kind.PROPOSAL,
        3,
        any_of(
            r"^\W*(?:(?:\w+s )?forslag till beslut|beslutsforslag|"
            r"forvaltningens forslag|"
            r"forvaltningen foreslar)",
            r"^\W*\w*(?:styrelsen|namnden|utskottet) foreslar "
            r"\w*(?:fullmaktige|styrelsen)\w* (?:att )?beslut",
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
            r"(?:svaret|svaren|yttrandet|synpunkterna|remissvar(?:et)?) (?:ska|skall"
            r"|bor|behover|onskas|vantas|begars)\b.{0,80}\bsenast\b",
        ),
    ),
    # What the sender asks of those it is sent to, as an answer never does.
    Signal(
        Kind.REFERRAL,
        2,
        any_of(
            r"\b(?:ges|bereds|far|erbjuds|inbjuds) (?:ni )?(?:harmed |nu )?(?:tillfalle"
            r"|mojlighet(?:en)?|att) (?:att )?(?:lamna|inkomma|yttra|komma in|svara)",
            r"\b(?:skicka|sand|lamna|mejla) (?:in )?(?:ert|era|ditt|dina) "
            r"(?:svar|yttrande|synpunkter)",
            r"^\W*sa (?:svarar|lamnar|skickar) ni\b",
            r"\bvi (?:onskar|vill) (?:sarskilt |garna )?(?:ha |fa )?"
            r"(?:svar|synpunkter)",
            r"fragor om remissen (?:besvaras|stalls)",
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
