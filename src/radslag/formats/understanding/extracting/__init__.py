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

# In the order they are read, for what comes first names the things of what comes after.
EXTRACTORS: Final[dict[DocumentKind, tuple[str, ...]]] = {
    DocumentKind.AGREEMENT: ("agreements",),
    DocumentKind.PROGRAMME: (
        "party_names",
        "programmes",
        "adoption_tables",
        "organisation",
        "decided_terms",
    ),
    DocumentKind.APPOINTMENT_LIST: ("organisation", "appointments"),
    DocumentKind.ANNUAL_PLAN: (
        "party_names",
        "plans",
        "presentations",
        "organisation",
        "activities",
        "calendar",
        "conferences",
        "populations",
        "fee_days",
        "budgets",
        "decided_terms",
        "fee_sums",
    ),
    DocumentKind.ACTION_PLAN: ("party_names", "plans", "activities"),
    DocumentKind.ANNUAL_REPORT: ("party_names", "reports", "budgets"),
    DocumentKind.MEETING_NOTICE: ("notices",),
    DocumentKind.MINUTES: ("minutes",),
    DocumentKind.MINUTES_EXTRACT: ("extracts",),
    DocumentKind.PROPOSAL: ("proposals",),
    DocumentKind.REFERRAL: ("referrals",),
    DocumentKind.REFERRAL_RESPONSE: ("referrals",),
}
ORDER: Final = tuple(EXTRACTORS)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put what a part of a document tells into the gathering."""
    for subject in EXTRACTORS.get(portion.kind, ()):
        module = import_module(f"{__name__}.{subject}")
        module.extract(portion, gathering)
