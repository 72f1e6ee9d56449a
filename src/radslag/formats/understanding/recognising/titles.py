"""Which words in a title name which kind of document."""

import re
from typing import Final

from radslag.agreement.vocabulary import DocumentKind as Kind
from radslag.formats.understanding.recognising.patterns import any_of

LONGEST_TITLE: Final = 160
_FOLDED: Final = str.maketrans("åäáàâöóôøéèêüÅÄÖÉ", "aaaaaoooøeeeuaaoe")


def folded(text: str) -> str:
    """Return a text in small letters without å, ä and ö, as bad readings have it."""
    return " ".join(text.translate(_FOLDED).lower().split(" "))


# Which words in a title name which kind; the first that fits is taken, so what is said
# of something else ("remissyttrande over utvecklingsprogram") stands before it.
TITLES: Final[tuple[tuple[Kind, "re.Pattern[str]"], ...]] = (
    (
        Kind.MINUTES_EXTRACT,
        any_of(
            r"protokollsutdrag",
            r"utdrag (?:ur|av) (?:sammantrades)?protokoll",
        ),
    ),
    (
        Kind.REFERRAL_RESPONSE,
        any_of(
            r"remis(?:syttrande|svar)(?!en\b|na\b|n\b)",
            r"(?<!begaran om )yttrande over",
            r"svar pa remiss",
            r"^yttrande\b",
            r"samradsyttrande",
        ),
    ),
    (
        Kind.PROPOSAL,
        any_of(
            r"tjansteskrivelse",
            r"tjansteutlatande",
            r"^(?:forslag till beslut\b(?! om\b)|forvaltningens forslag)",
            r"beslutsunderlag",
            r"^(?:[a-z]\d{1,3} )?beslutsforslag$",
            r"forvaltning(?:en)?s?(?:s)? (?:forslag till|yttrande)",
        ),
    ),
    (
        Kind.REFERRAL,
        any_of(
            r"^remiss\b",
            r"remissversion",
            r"remissmissiv",
            r"remiss av",
            r"begaran om yttrande",
            r"inbjudan att (?:lamna|inkomma med) (?:yttrande|synpunkter)",
            r"samradsremiss",
            r"^samrad om",
        ),
    ),
    (
        Kind.MEETING_NOTICE,
        any_of(
            r"^kallelse\b",
            r"kallelse (?:till|och|infor)",
            r"[-–:,/] ?kallelse\b(?! (?:ska|skickas|gar|sands))",
            r"^[^.]{0,80}\bkallelse (?:den )?\d",
            r"^foredragningslista",
            r"^arendelista (?:den )?\d{1,2} [a-z]+ \d{4}|^arendelista \d{4}-\d\d-\d\d",
            r"^dagordning\b",
            r"motesinbjudan",
            r"^inbjudan till .*(?:mote|sammantrade|traff|natverk)",
            r"^valkom(?:men|na) till .*(?:mote|sammantrade|traff)",
            r"^forslag till dagordning",
        ),
    ),
    (
        Kind.MINUTES,
        any_of(
            r"minnesanteckning",
            r"motesanteckning",
            r"^anteckningar\b(?! (?:om|kring|till)\b)",
            r"\banteckningar (?:fran|vid) .{0,40}(?:mote|sammantrade|traff)",
            r"(?<!justering av )(?<!godkannande av )(?<!foregaende )(?<! och )"
            r"protokoll\b(?! och\b)(?!sutdrag)(?!.{0,20}\bpdf\b)",
            r"^motesprotokoll",
            r"^(?:beslutslogg|beslutslista|beslutsanteckning|beslutsforteckning)",
            r"^(?:logg|forteckning|sammanstallning) over (?:fattade )?beslut",
            r"^motesnotering",
        ),
    ),
    (
        Kind.ANNUAL_REPORT,
        any_of(
            r"arsredovisning",
            r"verksamhetsberattelse",
            r"arsberattelse",
            r"arsbokslut",
            r"arsrapport",
            r"verksamhetsuppfoljning",
            r"uppfoljning av (?:verksamhets|handlings)plan",
            r"delarsrapport",
            r"bokslut (?:for )?(?:ar )?\d{4}",
        ),
    ),
    (
        Kind.AGREEMENT,
        any_of(
            r"(?:samarbets|samverkans|konsortial|natverks|overenskommelse|"
            r"delagar)avtal",
            r"^avtal\b",
            r"^overenskommelse\b",
            r"samverkansoverenskommelse",
            r"avtal om (?:samverkan|samarbete)",
            r"forbundsordning",
        ),
    ),
    (
        Kind.ACTION_PLAN,
        any_of(
            r"handlingsplan",
            r"aktivitetsplan(?! (?:och|med) budget)",
            r"atgardsplan",
            r"(?:aktivitets|atgards|insats)(?:lista|forteckning|program(?:met)?\b)",
            r"insatsplan",
            r"plan for (?:atgarder|insatser|aktiviteter)",
            r"genomforandeplan",
        ),
    ),
    (
        Kind.ANNUAL_PLAN,
        any_of(
            r"verksamhetsplan",
            r"verksamhetsinriktning",
            r"plan och budget",
            r"aktivitetsplan med budget",
            r"arsplan\b",
            r"verksamhets- och budgetplan",
            r"budget och verksamhet",
            r"arbetsplan",
            r"^(?:budget|verksamheten?) \d{4}",
            r"verksamhet(?:en)? och (?:ekonomi|budget)",
            r"(?:mal|inriktning|uppdrag) och budget",
        ),
    ),
    (
        Kind.PROGRAMME,
        any_of(
            r"utvecklingsprogram",
            r"malprogram",
            r"utvecklingsstrategi",
            r"utvecklingsplan\b",
            r"samverkansprogram",
            r"strategisk plan",
            r"maldokument",
            r"inriktningsdokument",
            r"regional strategi",
            r"gemensam strategi",
            r"strategi for \w+",
            r"^(?:gemensam )?[\w -]{2,60}strategi(?:\W+\d{4}.{0,20})?$",
            r"^dokumenttyp\W+(?:strategi|program)\b",
            r"^program for",
            r"malbild \d{4}",
            r"^vision \d{4}",
            r"\b(?:fardriktning|fardplan|framtidsplan|langtidsplan)\b",
            r"samverkansinriktning",
            r"\b(?:naringslivs|folkhalso|valfards|miljo|klimat|energi|kultur|bostads"
            r"|landsbygds|trygghets|integrations|jamstalldhets|besoksnarings|handlings"
            r"|digitaliserings|kompetensforsorjnings)program(?:met)?\b",
            r"^[\w -]{0,40}\w{3,30}plan (?:for [\w ]{2,40} )?\d{4}\s*[-–]\s*\d{4}$",
        ),
    ),
    (
        Kind.APPOINTMENT_LIST,
        any_of(
            r"(?:ledamots|medlems|kontakt|deltagar|representant|uppdrags|"
            r"namn)(?:lista|forteckning)",
            r"forteckning over",
            r"^(?:ledamoter|representanter|medlemmar|fortroendevalda|utsedda)\b",
            r"sammansattning \d{4}",
        ),
    ),
)


# Rules, guides and audits are named after what they are about, and are none of it.
_ABOUT: Final = any_of(
    r"^(?:sa (?:har )?(?:laser|fungerar|gar|ser|skriver)|hur\b|guide\b|handbok"
    r"|mall(?:en|ar)?\b|rutin(?:er)?\b|reglemente|arbetsordning"
    r"|delegationsordning|bolagsordning|stadgar\b|instruktion(?:er)?\b|taxa\b"
    r"|policy\b|(?:revisions|granskning)s?rapport|granskning av)",
    r"^nya? .*\bantag(?:en|et|its|na)\W*$",
    r"\b(?:under|in)?tecknats?(?: av .{3,40})?$|\bundertecknad(?:e|es)?$",
    r"^(?:\w+ ){0,3}\w+s (?:reglemente|arbetsordning|delegationsordning|stadgar)$",
)


def is_about_others(text: str) -> bool:
    """Tell whether a title is that of rules or advice on what it names."""
    return len(text) <= LONGEST_TITLE and _ABOUT.search(folded(text)) is not None


def title_kind(text: str) -> Kind | None:
    """Return the kind that a title names, or None."""
    if len(text) > LONGEST_TITLE or is_about_others(text):
        return None
    plain = folded(text)
    return next((kind for kind, pattern in TITLES if pattern.search(plain)), None)
