"""The written table: which roles may open which address.

An address that is not in the table is open to nobody, and fails the build. The page
docs/access.md is made from it, for somebody who does not read code.
"""

from dataclasses import dataclass

from radslag.agreement.vocabulary import AccessRole

ALL_ROLES = frozenset(AccessRole)
READ = ("GET", "HEAD", "OPTIONS")
READ_AND_SEND = (*READ, "POST")
SEND = ("POST", "OPTIONS")


@dataclass(frozen=True)
class Entry:
    """Who may open an address, and what it is, in Swedish.

    `is_public` opens it to everybody: within a cooperation that shows itself to the
    public, otherwise always. Outside a cooperation, what is not public is open to
    whoever is signed in, or only to an administrator where that is said. What is
    closed answers nobody.
    """

    what: str
    roles: frozenset[AccessRole] = ALL_ROLES
    is_public: bool = False
    needs_cooperation: bool = True
    methods: tuple[str, ...] = READ
    is_closed: bool = False
    for_administrator: bool = False


def _account(what: str, *, is_public: bool = True) -> Entry:
    return Entry(
        what, is_public=is_public, needs_cooperation=False, methods=READ_AND_SEND
    )


def _administrator(what: str, methods: tuple[str, ...]) -> Entry:
    return Entry(what, needs_cooperation=False, methods=methods, for_administrator=True)


def _told(what: str) -> Entry:
    return Entry(what, is_public=True, needs_cooperation=False)


def _closed(what: str) -> Entry:
    return Entry(what, frozenset(), needs_cooperation=False, methods=(), is_closed=True)


_REVIEWERS = frozenset(
    {
        AccessRole.SECRETARIAT,
        AccessRole.COMMITTEE_MEMBER,
        AccessRole.MANAGEMENT_GROUP,
        AccessRole.AUDITOR,
    }
)
_SECRETARIAT = frozenset({AccessRole.SECRETARIAT})

# The pages of readings, and how each is asked.
_READINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "": ("Läs in handlingar: skicka filer, och se inläsningarna", READ_AND_SEND),
    "-one": ("En inläsning: hur den går, och granska det lästa", READ),
    "-choose": ("Godta, hoppa över eller ångra vid granskningen", SEND),
    "-change": ("Ändra en läst uppgift", READ_AND_SEND),
    "-document": ("En läst handling med orden inramade", READ),
    "-picture": ("Bilden av en sida i en läst handling", READ),
    "-kind": ("Säg vad en handling är, och läs om den som det", SEND),
    "-apply": ("Läs in det godkända", READ_AND_SEND),
    "-again": ("Läs filerna en gång till", SEND),
    "-forget": ("Kasta en inläsning som inte är gjord", READ_AND_SEND),
}


def _of_readings() -> dict[str, Entry]:
    """Return the pages of readings: a cooperation's, and an administrator's first."""
    here = {
        f"readings{name}": Entry(what, roles=_SECRETARIAT, methods=methods)
        for name, (what, methods) in _READINGS.items()
    }
    first = {
        f"first-readings{name}": _administrator(f"Ny samverkan. {what}", methods)
        for name, (what, methods) in _READINGS.items()
    }
    undo = Entry("Ångra en hel inläsning", roles=_SECRETARIAT, methods=READ_AND_SEND)
    return here | {"readings-undo": undo} | first


TABLE: dict[str, Entry] = {
    "start": Entry("Startsidan", is_public=True, needs_cooperation=False),
    "set_language": Entry(
        "Byt språk", is_public=True, needs_cooperation=False, methods=SEND
    ),
    "first-run": _administrator("Läs in en ny samverkan", READ_AND_SEND),
    "first-run-confirmed": _administrator("Bekräfta en ny samverkan", SEND),
    "open": Entry("Samverkans öppna sida", is_public=True),
    "overview": Entry("Läget: vad som måste göras före när"),
    "goals": Entry("Mål: programmet som gäller", is_public=True),
    "goals-compared": Entry("Mål: två program jämförda", is_public=True),
    "goals-programme": Entry("Mål: ett programs målträd", is_public=True),
    "goals-one": Entry("Mål: ett mål genom åren", is_public=True),
    "plan": Entry("Plan: den senaste verksamhetsplanen", is_public=True),
    "plan-year": Entry("Plan: ett års aktiviteter och kalender", is_public=True),
    "plan-timeline": Entry("Plan: aktiviteternas tid som staplar", is_public=True),
    "plan-wheel": Entry("Plan: årets möten och dagar som hjul", is_public=True),
    "economy": Entry("Ekonomi: det senaste året", is_public=True),
    "economy-year": Entry("Ekonomi: budget och avgifter för ett år", is_public=True),
    "meetings": Entry("Möten: listan och närvaron", is_public=True),
    "meetings-one": Entry("Möten: ett möte", is_public=True),
    "organisation": Entry(
        "Organisation: organ och företrädare en viss dag", is_public=True
    ),
    "organisation-body": Entry("Organisation: ett organ över tid", is_public=True),
    "adoptions": Entry("Antaganden: styrelser och program", is_public=True),
    "adoptions-one": Entry("Antaganden: en styrelses beslut", is_public=True),
    "agreement": Entry("Avtalet: paragrafer och villkor", is_public=True),
    "withdrawal": Entry("Räkna på en uppsägning"),
    "special-project": Entry("Räkna på ett särskilt projekt"),
    **_of_readings(),
    "source": Entry("Källa: orden i handlingen där en uppgift står"),
    "source-picture": Entry("Bilden av en sida i en källa"),
    "source-file": Entry(
        "Hämta en källa så som den skickades",
        roles=_SECRETARIAT | {AccessRole.REGISTRAR, AccessRole.AUDITOR},
    ),
    "search": Entry("Sök i allt; bara för den som är inloggad"),
    "palette": Entry("Sök medan man skriver, och gå till sidor"),
    "record": Entry("En post: uppgifter, källor och historik"),
    "review": Entry("Granskning: iakttagelser", roles=_REVIEWERS),
    "accept-finding": Entry(
        "Godta en iakttagelse", roles=_SECRETARIAT, methods=READ_AND_SEND
    ),
    "edit-sections": Entry("Uppgifter att ändra", roles=_SECRETARIAT),
    "edit-section": Entry("Uppgifter av ett slag", roles=_SECRETARIAT),
    "edit-record": Entry("Ändra en uppgift", roles=_SECRETARIAT, methods=READ_AND_SEND),
    "add-record": Entry(
        "Lägg till en uppgift", roles=_SECRETARIAT, methods=READ_AND_SEND
    ),
    "enter-populations": Entry(
        "Fyll i invånarantal för en räknedag",
        roles=_SECRETARIAT,
        methods=READ_AND_SEND,
    ),
    "enter-attendance": Entry(
        "Fyll i närvaron vid ett möte",
        roles=_SECRETARIAT,
        methods=READ_AND_SEND,
    ),
    "remove-record": Entry(
        "Ta bort en uppgift", roles=_SECRETARIAT, methods=READ_AND_SEND
    ),
    "undo-change": Entry("Ångra en ändring", roles=_SECRETARIAT, methods=SEND),
    "words": Entry("Orden vi använder", is_public=True),
    "cooperation-file": Entry(
        "Samverkansfilen: ta ut och läs in", roles=_SECRETARIAT, methods=READ_AND_SEND
    ),
    "cooperation-file-confirmed": Entry(
        "Bekräfta en inläsning", roles=_SECRETARIAT, methods=SEND
    ),
    "cooperation-file-as": Entry("Hämta samverkansfilen", roles=_SECRETARIAT),
    "account_login": _account("Logga in"),
    "account_logout": _account("Logga ut"),
    "account_signup": _told("Besked om att konton ges av kansliet"),
    "account_inactive": _told("Besked om att kontot är avstängt"),
    "account_change_password": _account("Byt lösenord", is_public=False),
    "account_reset_password": _account("Glömt lösenord"),
    "account_reset_password_done": _told("Besked om att ett brev kan vara skickat"),
    "account_reset_password_from_key": _account("Välj nytt lösenord"),
    "account_reset_password_from_key_done": _told("Nytt lösenord är valt"),
    "account_reauthenticate": _account("Bekräfta att det är du", is_public=False),
    # The sign-in library brings these; an account's address is the kansli's matter.
    "account_set_password": _closed("Ange ett första lösenord"),
    "account_email": _closed("Byt e-postadress"),
    "account_email_verification_sent": _closed("Bekräftelse är skickad"),
    "account_confirm_email": _closed("Bekräfta e-postadress"),
    "account_confirm_login_code": _closed("Logga in med en kod"),
}
