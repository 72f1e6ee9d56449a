"""How federations of municipalities are called: "Norra Ådalens kommunalförbund"."""

from typing import Final

_WORD: Final = r"[A-ZÅÄÖ][\wåäöéÅÄÖ-]{0,40}[\wåäöéÅÄÖ]"
# Who are members besides the municipalities stand after the name, not in it.
_MEMBER: Final = (
    r"(?:Region|Landsting|Lands|Försäkringskassan|Arbetsförmedlingen|Kommun"
    r"|[A-ZÅÄÖ][\wåäö]*regionen)"
)
_PLACE: Final = rf"(?!{_MEMBER}){_WORD}(?:[ \u00a0]{_WORD}){{0,2}}"
_PLACES: Final = (
    rf"{_PLACE}(?:,[ \u00a0]{_PLACE}){{0,12}}(?:[ \u00a0](?:och|&)[ \u00a0]{_PLACE})?"
    r"(?:[ \u00a0](?:stad|län)(?![\wåäö]))?"
)
_OWNED: Final = (
    rf"(?:{_WORD}[ \u00a0]){{0,2}}{_WORD}s[ \u00a0]"
    r"[A-ZÅÄÖa-zåäö]{0,40}förbund(?![\wåäö])"
)
_TITLED: Final = rf"(?!Kommunal)[A-ZÅÄÖ][a-zåäö]{{2,40}}förbundet[ \u00a0]{_PLACES}"
# Such a name, in a pattern where letters' case counts.
FEDERATION: Final = rf"(?<![\wåäö-])(?:{_OWNED}|{_TITLED})"
