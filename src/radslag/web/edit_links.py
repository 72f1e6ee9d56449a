"""Where a record is edited: the addresses that pages lead to, for those who may.

Any page may ask, the public ones too: to whoever may not edit, the answer is empty,
and the link is left out.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from radslag.web.access import TABLE

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


def edit_url(request: HttpRequest, section: str, key: str) -> str:
    """Return where a record is edited; nothing for a viewer who may not.

    The section is as in `radslag.records.sections`: "activities", "goals".
    """
    if not key or not may_edit(request, section):
        return ""
    return record_edit_url(_cooperation(request), section, key)


def record_edit_url(cooperation: str, section: str, key: str) -> str:
    """Return where a record is edited, for a page that has asked who may."""
    return reverse("edit-record", args=[cooperation, section, key])


def add_url(request: HttpRequest, section: str, **chosen: object) -> str:
    """Return where a record is added, with parents chosen: plan="plan-2026"."""
    if not may_edit(request, section):
        return ""
    address = reverse("add-record", args=[_cooperation(request), section])
    words = {name: str(value) for name, value in chosen.items() if value}
    return f"{address}?{urlencode(words)}" if words else address


def populations_url(request: HttpRequest, counted_on: object) -> str:
    """Return where all members' populations for a counting day are entered at once."""
    if not may_edit(request, "populations"):
        return ""
    address = reverse("enter-populations", args=[_cooperation(request)])
    return f"{address}?{urlencode({'counted_on': str(counted_on)})}"


def attendance_url(request: HttpRequest, meeting_key: str) -> str:
    """Return where everybody's attendance at a meeting is entered at once."""
    if not may_edit(request, "attendance"):
        return ""
    return reverse("enter-attendance", args=[_cooperation(request), meeting_key])


def sections_url(request: HttpRequest) -> str:
    """Return where everything that can be edited is listed."""
    if not may_edit(request, "municipalities"):
        return ""
    return reverse("edit-sections", args=[_cooperation(request)])


def may_edit(request: HttpRequest, section: str) -> bool:
    """Say whether the one who looks may add and correct records of a section."""
    viewer: Any = getattr(request, "viewer", None)
    cooperation = getattr(request, "cooperation", None)
    if viewer is None or cooperation is None or section not in EDITABLE:
        return False
    return bool(viewer.has_any(TABLE["edit-record"].roles))


def _cooperation(request: HttpRequest) -> str:
    return str(request.cooperation.key)  # type: ignore[attr-defined]  # the gate notes it
