"""How minutes name a party's members as one: "Moderaterna", "ledamöterna från (C)"."""

from typing import Final

_PARTIES: Final = (
    r"(?:Moderaterna|Socialdemokraterna|Sverigedemokraterna|Vänsterpartiet|Miljöpartiet"
    r"|Kristdemokraterna|Liberalerna|Centerpartiet|Folkpartiet"
    r"|Feministiskt\s+initiativ|Allianspartierna)"
)
_LETTERS: Final = (
    r"(?:\((?:[A-ZÅÄÖ]|[A-ZÅÄÖ]{2}|[A-ZÅÄÖ][a-zåäö]{1,2})\)|[A-ZÅÄÖ]{1,2}\b)"
)
_MEMBERS: Final = (
    r"(?:(?:[Ss]amtliga|[Aa]lla|[Öö]vriga)\s+)?"
    r"(?:[Ll]edamöter(?:na)?|[Rr]epresentanter(?:na)?|[Gg]rupp(?:en)?)"
)
# Without "samtliga ledamöter" before it, letters alone name no one.
PARTY_GROUP: Final = (
    rf"(?:{_MEMBERS}\s+(?:från|för|i|ur)\s+(?:{_PARTIES}|{_LETTERS})"
    rf"(?:(?:,|\s+och|\s+samt)\s+(?:{_PARTIES}|{_LETTERS}))*"
    rf"|{_PARTIES}|\(?[A-ZÅÄÖ]{{1,2}}\)?-?(?:gruppen|ledamöterna))"
)
