"""Who answers for something: bodies and municipalities, as plans write them."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.readers.model import Table
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in

Responsible = tuple[str, Value]
OWN_NAME: Final = "Samverkans eget namn som ansvarig läses som kansliet."
ALL_OF_THEM: Final = "Alla kommuner läses som samverkans medlemmar."
BY_ITS_ENDING: Final = "Vilket slags organ det är framgår bara av namnet."
_PARTS: Final = re.compile(
    r"\s*[,;+&\n]\s*|\s+/\s+|(?<=\w)/(?=[A-ZÅÄÖ])|(?<!-)\s+(?:och|samt"
    r"|tillsammans med|i samverkan med|med stöd av)\s+(?=[\wÅÄÖ])"
)
_HARD_PARTS: Final = re.compile(r"\s*[;+\n]\s*|,\s+")
_NOISE: Final = re.compile(
    r"(?i)^(?:drivs|leds|samordnas|hanteras|genomförs)?\s*(?:delvis\s+)?(?:via|av"
    r"|genom)?\s+"
    r"|\s*\bm\.?\s?fl\.?$|\s*\betc\.?$|^ev\.?\s+|^(?:sammankallande|samordnare):\s*"
)
_ALL: Final = re.compile(
    r"(?i)^(?:alla|samtliga|varje|respektive|resp\.?"
    r"|medlems)[\s-]*(?:\w+\s)?(?:medlems)?"
    r"(?:kommun(?:er|erna)?)?$|^kommunerna$|^medlemskommunerna$"
)
_NOT_ALL: Final = re.compile(r"(?i)^(?:medlems|varje|respektive|resp\.?)$")
_PEOPLE: Final = re.compile(
    r"(?i)^(?:nätverk(?:et)?\s+(?:för\s+)?|gruppen\s+(?:för\s+)?|\w+a\s+)?[\w-]*"
    r"(?:chefer(?:na)?|strateger(?:na)?|direktörer(?:na)?|samordnar(?:e|na)"
    r"|planerare(?:na)?|"
    r"ansvariga|handläggare|utvecklare|controller\w*|jurister|lärare(?:na)?"
    r"|(?:bibliotekarie|pedagog|rektor|kommunikatör|ingenjör|ekolog|inspektör"
    r"|antikvarie|kurator|koordinator|administratör|upphandlare|utredare|ledare"
    r"|arkivarie|registrator|konsulent|informatör|rådgivare|vägledare|sekreterare"
    r"|ekonom|arkitekt|tekniker|coach|lots|sjuksköterske|assistent|värd)"
    r"(?:er|ar|or|r)?(?:na)?)$"
)
_GROUP: Final = re.compile(
    r"(?i)^[\wåäö-]+(?:nätverk(?:et)?|grupp(?:en)?|rådet|forum(?:et)?)$"
)
_ONE_WORD: Final = re.compile(
    r"(?i)^(?:kansliet|sekretariatet|ledningsgruppen|styrgruppen|kommittén"
    r"|samordnaren)$"
)
_SHORT: Final = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<short>[^()]+)\)\s*$")
_ABBREVIATED: Final = re.compile(r"(?i)nätverk|grupp|^[A-ZÅÄÖ]{2,6}$")
_OWNER: Final = re.compile(
    r"([A-ZÅÄÖ][a-zåäöé]+?)(?:s(?=kommun|\s)|(?=s?-?(?:kommunernas?|samverkan"
    r"|samarbete)))"
    r"\s*-?(?:kommuner(?:na|nas)?\b|samverkan|samarbete|kansli|"
    r"(?:utvecklings|mål|samverkans)program|gemensamma|samarbetskommitté"
    r"|verksamhetsplan)"
    r"|(?:[Ss]amverkan|[Ss]amarbetet)\s+(?:i\s+|inom\s+)?([A-ZÅÄÖ][a-zåäöé]+)"
    r"|(?:program|plan|strategi|budget|redovisning)[\s\d–-]*\s(?:för|i)\s"
    r"([A-ZÅÄÖ][a-zåäöé]+)|([A-ZÅÄÖ][a-zåäöé]+)\s+är\s+ett?\s+sam(?:arbete|verkan)"
)
_ENDINGS: Final = re.compile(
    r"(?i)[\s-]*(?:nätverket|nätverk|gruppen|grupp)$|^(?:nätverket|nätverk"
    r"|gruppen)\s+(?:för\s+|inom\s+)?"
)
_DEFINITE: Final = re.compile(r"(?:(?:er|ar|or)(?:nas?)?|na)$")


class Responsibility:
    """Understands who is responsible, by what the documents have said of bodies."""

    def __init__(self, portion: Portion, gathering: Gathering) -> None:
        self.portion = portion
        self.gathering = gathering
        self._own: set[str] | None = None

    def of(self, piece: Piece) -> list[Responsible]:
        """Return the bodies and municipalities that a piece names, each once.

        What cannot be understood is left out; the words are kept where they stand.
        """
        found: list[Responsible] = []
        for part in self._parts(piece):
            for column, value in self._of_part(part):
                if (column, value.value) not in [(c, v.value) for c, v in found]:
                    found.append((column, value))
        return found

    def bodies(self, piece: Piece) -> list[Value]:
        """Return the bodies alone that a piece names."""
        return [value for column, value in self.of(piece) if column == "body"]

    def is_somebody(self, words: str) -> bool:
        """Tell whether words are wholly those of bodies or municipalities."""
        parts = re.split(r",\s+|\s+och\s+|\s*\+\s*", words.strip())
        return all(self._is_one_body(part) for part in parts)

    def _is_one_body(self, words: str) -> bool:
        is_all = bool(_ALL.match(words)) and not _NOT_ALL.match(words)
        is_word = _GROUP.match(words) or _ONE_WORD.match(words)
        is_known = known_name(words) or self._known(words)
        return bool(is_all or is_word or is_known or _PEOPLE.match(words))

    def _parts(self, piece: Piece) -> Iterator[Piece]:
        for hard in piece.split(_HARD_PARTS):
            if self._is_one(hard):
                yield hard
            else:
                yield from hard.split(_PARTS)

    def _is_one(self, piece: Piece) -> bool:
        """Tell whether "och" is part of a body's name: "nätverket för a och b"."""
        text = str(piece)
        is_for = re.match(r"(?i)^[\w-]*(?:nätverket|nätverk|gruppen)\s+för\s", text)
        return bool(is_for and len(list(municipalities_in(piece))) == 0) or bool(
            self._known(text)
        )

    def _of_part(self, part: Piece) -> Iterator[Responsible]:
        bare = _without_noise(part)
        if not bare:
            return
        said = _SHORT.match(bare.text)
        name = bare.group(said, "name").strip() if said else bare
        municipality = self._municipality(name)
        if municipality:
            yield "municipality", municipality
        elif _ALL.match(str(name)) and not _NOT_ALL.match(str(name)):
            yield from self._all(name)
        elif body := self._body(bare, name, said):
            yield "body", body

    def _municipality(self, name: Piece) -> Value | None:
        if known_name(str(name)):
            return self.gathering.municipality(name)
        found = municipalities_in(name)
        is_all = len(found) == 1 and re.search(
            r"(?i)\bkommun$|^värd", str(name).strip()
        )
        return self.gathering.municipality(found[0][0], found[0][1]) if is_all else None

    def _all(self, name: Piece) -> Iterator[Responsible]:
        members = [m["municipality"] for m in self.gathering.parties()]
        for key in dict.fromkeys(member for member in members if member):
            yield "municipality", name.value(key, Certainty.PROBABLE, ALL_OF_THEM)

    def _body(
        self, whole: Piece, name: Piece, said: "re.Match[str] | None"
    ) -> Value | None:
        short = said["short"] if said and _ABBREVIATED.search(said["short"]) else ""
        known = self._known(str(name)) or (self._known(short) if short else None)
        if known:
            return name.value(known.key)
        if str(name).casefold() in self.own_names:
            key = self.gathering.body(
                BodyKind.SECRETARIAT, name, self._secretariat(name)
            )
            return key.doubted(Certainty.PROBABLE, OWN_NAME)
        named = self._by_word(name)
        if named:
            self._shorten(named, whole, said)
            return named
        is_short = said and _ABBREVIATED.search(said["short"])
        if _PEOPLE.match(str(name)) or _GROUP.match(str(name)) or is_short:
            key = self.gathering.body(BodyKind.NETWORK, name, _capital(str(name)))
            self._shorten(key, whole, said)
            return key.doubted(Certainty.PROBABLE, BY_ITS_ENDING)
        return None

    def _by_word(self, name: Piece) -> Value | None:
        bodies = list(bodies_in(name))
        strong = [body for body in bodies if not body.is_weak]
        kinds = (BodyKind.BOARD, BodyKind.COUNCIL)
        if len(strong) == 1 and strong[0].kind not in kinds:
            return self._recorded(strong[0], name)
        weak = [b for b in bodies if b.is_weak and b.kind is not BodyKind.COMMITTEE]
        if len(weak) == 1:
            key = self._recorded(weak[0], name)
            return key.doubted(Certainty.PROBABLE, BY_ITS_ENDING)
        return None

    def _recorded(self, body: NamedBody, name: Piece) -> Value:
        is_group = body.kind in (BodyKind.NETWORK, BodyKind.WORKING_GROUP)
        whole = name if is_group else body.piece
        known = self._known(str(whole))
        if known:
            return whole.value(known.key)
        return self.gathering.body(body.kind, whole, _capital(str(whole)))

    def _shorten(self, key: Value, whole: Piece, said: "re.Match[str] | None") -> None:
        if said and _ABBREVIATED.search(said["short"]):
            short = whole.group(said, "short")
            self.gathering.add("bodies", str(key.value), {"short_name": short.value()})

    def _secretariat(self, name: Piece) -> str:
        return f"{tidy(str(name))}s kansli"

    def _known(self, words: str) -> Found | None:
        wanted = _stem(words)
        if not wanted:
            return None
        bodies = self.gathering.of("bodies")
        for body in bodies:
            called = [body["name"], body["short_name"]]
            if words.casefold() in (str(c).casefold() for c in called if c):
                return body
        fits = [
            body
            for body in bodies
            if body["kind"] in (BodyKind.NETWORK.value, BodyKind.WORKING_GROUP.value)
            and wanted
            in {_stem(str(c)) for c in (body["name"], body["short_name"]) if c}
        ]
        return fits[0] if len(fits) == 1 else None

    @property
    def own_names(self) -> set[str]:
        """What the cooperation calls itself for short, in small letters."""
        if self._own is None:
            said = self.gathering.cooperation()
            texts = [str(said["name"] or ""), str(said["short_name"] or "")]
            blocks = self.portion.source.document.blocks
            texts += [b.text for b in blocks if not isinstance(b, Table)]
            found = (m for text in texts for m in _OWNER.finditer(text))
            names = {next(filter(None, m.groups())).casefold() for m in found}
            shorts = {texts[1].casefold()} if texts[1] else set()
            self._own = {n for n in names | shorts if not known_name(_capital(n))}
        return self._own


def _without_noise(piece: Piece) -> Piece:
    piece = piece.strip(" \n.,*_:")
    while match := _NOISE.search(piece.text):
        if not match[0]:
            break
        start, end = match.span()
        piece = piece.part(end, len(piece.text)) if start == 0 else piece.part(0, start)
        piece = piece.strip(" \n.,*_:")
    return piece


def _stem(words: str) -> str:
    short = re.sub(r"\s*\([^()]*\)", "", words).strip().casefold()
    return _DEFINITE.sub("", _ENDINGS.sub("", _ENDINGS.sub("", short))).strip(" -")


def _capital(words: str) -> str:
    words = tidy(words)
    return words[:1].upper() + words[1:]
