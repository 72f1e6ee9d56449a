"""Where a record is edited: the addresses that pages lead to, for those who may.

Any page may ask, the public ones too: to whoever may not edit, the answer is empty,
and the link is left out.
"""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from radslag.web.sight import Sight, sight_of

# The sections that have a form; a test holds this together with the editors.
EDITABLE = frozenset(
    {
        "activities", "adoptions", "agenda_items", "agreements", "appointments",
        "attendance", "bodies", "budget_lines", "budget_outcomes", "conferences",
        "decisions", "deliveries", "dissents", "fees", "follow_ups", "goals",
        "grant_shares", "indicators", "matters", "meeting_notices", "meetings",
        "memberships", "minutes", "municipalities", "observations", "outside_parties",
        "papers", "paragraphs", "people", "plans", "populations", "presentations",
        "programmes", "referral_responses", "referrals", "separate_statements",
        "signatures", "special_grants", "terms", "terms_of_office", "verifiers",
    }
)  # fmt: skip


Looking = HttpRequest | Sight


def edit_url(looking: Looking, section: str, key: str) -> str:
    """Return where a record is edited; nothing for a viewer who may not.

    The section is as in `radslag.records.sections`: "activities", "goals".
    """
    if not key or not may_edit(looking, section):
        return ""
    return record_edit_url(_sight(looking).cooperation, section, key)


def record_edit_url(cooperation: str, section: str, key: str) -> str:
    """Return where a record is edited, for a page that has asked who may."""
    return reverse("edit-record", args=[cooperation, section, key])


def add_url(looking: Looking, section: str, **chosen: object) -> str:
    """Return where a record is added, with parents chosen: plan="plan-2026"."""
    if not may_edit(looking, section):
        return ""
    address = reverse("add-record", args=[_sight(looking).cooperation, section])
    words = {name: str(value) for name, value in chosen.items() if value}
    return f"{address}?{urlencode(words)}" if words else address


def populations_url(looking: Looking, counted_on: object) -> str:
    """Return where all members' populations for a counting day are entered at once."""
    if not may_edit(looking, "populations"):
        return ""
    address = reverse("enter-populations", args=[_sight(looking).cooperation])
    return f"{address}?{urlencode({'counted_on': str(counted_on)})}"


def attendance_url(looking: Looking, meeting_key: str) -> str:
    """Return where everybody's attendance at a meeting is entered at once."""
    if not may_edit(looking, "attendance"):
        return ""
    return reverse("enter-attendance", args=[_sight(looking).cooperation, meeting_key])


def sections_url(looking: Looking) -> str:
    """Return where everything that can be edited is listed."""
    if not may_edit(looking, "municipalities"):
        return ""
    return reverse("edit-sections", args=[_sight(looking).cooperation])


def may_edit(looking: Looking, section: str) -> bool:
    """Say whether the one who looks may add and correct records of a section."""
    return section in EDITABLE and _sight(looking).may_edit


def _sight(looking: Looking) -> Sight:
    return looking if isinstance(looking, Sight) else sight_of(looking)
