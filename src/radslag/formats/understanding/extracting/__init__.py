"""What each kind of document tells, by subject: the extractors of every kind.

An extractor is a function `extract(portion, gathering)`, in a module by its subject's
name. It is imported when a document of its kind is read, and not before.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Final, TypeAlias

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion

Extractor: TypeAlias = Callable[[Portion, Gathering], None]

# What a board's or an officer's document tells of the plan or agreement it is about.
_TOLD: Final = (
    "told_programmes",
    "told_plans",
    "told_agreements",
    "told_meetings",
    "told_fees",
    "grants",
)
# In the order they are read, for what comes first names the things of what comes after.
EXTRACTORS: Final[dict[DocumentKind, tuple[str, ...]]] = {
    DocumentKind.AGREEMENT: (
        "agreements",
        "agreement_fee_tables",
        "seat_tables",
        "outside_named",
    ),
    DocumentKind.PROGRAMME: (
        "party_names",
        "programmes",
        "programme_bodies",
        "adoption_tables",
        "adoptions_listed",
        "organisation",
        "decided_terms",
        "officers",
        "outside_named",
    ),
    DocumentKind.APPOINTMENT_LIST: ("organisation", "appointments"),
    DocumentKind.ANNUAL_PLAN: (
        "party_names",
        "plans",
        "presentations",
        "organisation",
        "seat_tables",
        "activities",
        "plan_indicators",
        "calendar",
        "digital_meetings",
        "conferences",
        "populations",
        "budgets",
        "budget_fees",
        "equal_fees",
        "fee_days",
        "decided_terms",
        "fee_sums",
        "grants",
        "officers",
        "outside_named",
        "body_names",
    ),
    DocumentKind.ACTION_PLAN: (
        "party_names",
        "plans",
        "activities",
        "plan_indicators",
        "calendar",
        "digital_meetings",
        "budgets",
        "officers",
        "outside_named",
        "body_names",
    ),
    DocumentKind.ANNUAL_REPORT: (
        "party_names",
        "reports",
        "organisation",
        "seat_tables",
        "calendar",
        "conferences",
        "populations",
        "budgets",
        "letters_sent",
        "outside_named",
        "officers",
        "bodies_that_met",
        "body_names",
    ),
    DocumentKind.MEETING_NOTICE: ("notices", "outside_named", "officers"),
    DocumentKind.MINUTES: ("minutes", "budget_followups", "outside_named"),
    DocumentKind.MINUTES_EXTRACT: (
        "party_names",
        "extracts",
        "told_referrals",
        *_TOLD,
    ),
    DocumentKind.PROPOSAL: (
        "party_names",
        "proposals",
        "officers",
        "annexes",
        "told_referrals",
        *_TOLD,
    ),
    DocumentKind.REFERRAL: (
        "party_names",
        "referrals",
        "officers",
        "registries",
        "told_programmes",
        "told_meetings",
    ),
    DocumentKind.REFERRAL_RESPONSE: (
        "party_names",
        "referrals",
        "officers",
        "signers",
        "letters_told",
        "told_meetings",
    ),
}
ORDER: Final = tuple(EXTRACTORS)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put what a part of a document tells into the gathering."""
    for subject in EXTRACTORS.get(portion.kind, ()):
        module = import_module(f"{__name__}.{subject}")
        module.extract(portion, gathering)
