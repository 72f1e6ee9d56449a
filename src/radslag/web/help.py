"""Help: what the agreement's words mean, in plain Swedish.

The only place such texts stand. A page shows one beside the word
(`{% help_with "quorate" %}`, see `radslag.web.templatetags.radslag_help`), and the page
"Orden vi använder" lists them all. What a rule says in numbers is not repeated here:
the agreement's terms say that, and they change.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Explained:
    """A word with its explanation, and its place on the page of all words."""

    word: Promise
    anchor: str
    text: Promise


WORDS: dict[str, Explained] = {
    "adoption": Explained(
        _("antagande"),
        "antagande",
        _(
            "En kommunstyrelses eget beslut om ett gemensamt förslag, till exempel ett "
            "utvecklingsprogram. Kommittén kan enas om ett program, men det är varje "
            "kommuns beslut som gör det bindande för den kommunen."
        ),
    ),
    "acceptance": Explained(
        _("att godta en iakttagelse"),
        "godta",
        _(
            "Att låta en iakttagelse vara som den är och skriva varför. Den vilar då "
            "tillsammans med skälet och kommer tillbaka om uppgifterna den bygger på "
            "ändras."
        ),
    ),
    "fee": Explained(
        _("avgift"),
        "avgift",
        _(
            "Det en kommun betalar för ett år till den gemensamma budgeten. Avtalet "
            "säger hur den räknas fram. Välj Varför? vid en avgift för att se regeln, "
            "paragrafen och invånarantalet bakom den."
        ),
    ),
    "quorate": Explained(
        _("beslutför"),
        "beslutfor",
        _(
            "Ett organ är beslutfört när tillräckligt många ledamöter är med för att "
            "det ska få besluta. Kommittén följer avtalet och en kommunstyrelse följer "
            "kommunallagen, så kraven är olika."
        ),
    ),
    "postponement": Explained(
        _("bordläggning"),
        "bordlaggning",
        _(
            "Att skjuta upp ett ärende till ett senare möte utan att besluta i sak. "
            "Ärendet är kvar och ska komma tillbaka på en dagordning."
        ),
    ),
    "consensus": Explained(
        _("enighet"),
        "enighet",
        _(
            "Att ingen ledamot säger emot. Säger en ledamot nej blir det inget beslut, "
            "så länge alla ledamöter inte har kommit överens om något annat."
        ),
    ),
    "review": Explained(
        _("granskning"),
        "granskning",
        _(
            "Programmets egen genomgång av uppgifterna. Den jämför dem med avtalet och "
            "med varandra, varje gång något ändras. Den ändrar ingenting själv."
        ),
    ),
    "action-plan": Explained(
        _("handlingsplan"),
        "handlingsplan",
        _(
            "Verksamhetsplanens tabell över årets aktiviteter: vilket mål var och en "
            "hör till, vem som ansvarar, vad den kostar och när den görs."
        ),
    ),
    "finding": Explained(
        _("iakttagelse"),
        "iakttagelse",
        _(
            "Något som granskningen har funnit: ett fel, en varning eller ett "
            "påpekande. Varje iakttagelse säger vad som skiljer, var det står och hur "
            "det kan rättas."
        ),
    ),
    "verification": Explained(
        _("justering"),
        "justering",
        _(
            "Att de som mötet har utsett läser igenom protokollet eller "
            "minnesanteckningarna och intygar att de stämmer med vad som beslutades."
        ),
    ),
    "dissent": Explained(
        _("reservation"),
        "reservation",
        _(
            "En ledamot som deltog i ett beslut visar att han eller hon var emot det. "
            "Reservationen antecknas vid beslutet."
        ),
    ),
    "special-grant": Explained(
        _("särskilt anslag"),
        "sarskilt-anslag",
        _(
            "Pengar utöver den vanliga avgiften, till ett projekt som ligger utanför "
            "budgeten. Det delas mellan kommunerna så som avtalet säger."
        ),
    ),
    "special-project": Explained(
        _("särskilt projekt"),
        "sarskilt-projekt",
        _(
            "Något som kommunerna gör tillsammans men som inte ryms i budgeten. Det "
            "betalas med särskilda anslag."
        ),
    ),
    "separate-statement": Explained(
        _("särskilt yttrande"),
        "sarskilt-yttrande",
        _(
            "En ledamots egen förklaring som läggs till protokollet. Den handlar om "
            "beslutet men är inte en röst emot; den som är emot reserverar sig."
        ),
    ),
    "withdrawal-period": Explained(
        _("uppsägningstid"),
        "uppsagningstid",
        _(
            "Tiden från att en kommuns uppsägning har kommit in tills kommunen inte "
            "längre är med. Avtalet säger hur lång den är och från vilken dag den "
            "räknas."
        ),
    ),
    "annual-plan": Explained(
        _("verksamhetsplan"),
        "verksamhetsplan",
        _(
            "Kommitténs plan för ett år: aktiviteterna, kansliets uppdrag, kalendariet "
            "och budgeten. Förslaget visas för varje kommun innan planen fastställs."
        ),
    ),
    "term": Explained(
        _("villkor"),
        "villkor",
        _(
            "En uppgift ur avtalet som programmet räknar med, till exempel kronor per "
            "invånare. Ett villkor gäller från en dag. När det ändras läggs ett nytt "
            "till och det gamla står kvar, så att tidigare år räknas rätt."
        ),
    ),
    "turn-of-year": Explained(
        _("årsskifte"),
        "arsskifte",
        _(
            "Natten mellan den 31 december och den 1 januari. Invånarantalet räknas "
            "vid årsskiftet, och det är antalet den 31 december som avgiften bygger "
            "på."
        ),
    ),
}


def explained(names: "Iterable[str]") -> list[Explained]:
    """Return the words of those names; raise KeyError for a name that none has."""
    return [WORDS[name] for name in names]
