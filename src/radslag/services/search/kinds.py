"""Kinds: how the sections are gathered where a reader chooses among answers.

The order is the order of answers that fit equally well: first what people look for
by name, last what ties other records together.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """Some sections under one word: its name in addresses, its label on screen."""

    slug: str
    label: str
    sections: tuple[str, ...]


KINDS = (
    Kind(
        "kommuner",
        "Kommuner",
        ("municipalities", "memberships", "populations", "terms_of_office"),
    ),
    Kind(
        "organ",
        "Organ och personer",
        ("bodies", "people", "outside_parties", "appointments"),
    ),
    Kind("avtal", "Avtalet", ("agreements", "paragraphs", "terms", "signatures")),
    Kind(
        "mal",
        "Mål",
        ("programmes", "goals", "indicators", "goal_responsibilities", "observations"),
    ),
    Kind(
        "planer",
        "Planer och aktiviteter",
        (
            "plans",
            "activities",
            "follow_ups",
            "activity_responsibilities",
            "presentations",
            "annual_reports",
        ),
    ),
    Kind(
        "ekonomi",
        "Ekonomi",
        ("fees", "budget_lines", "special_grants", "budget_outcomes", "grant_shares"),
    ),
    Kind(
        "moten",
        "Möten och beslut",
        (
            "meetings",
            "decisions",
            "agenda_items",
            "conferences",
            "minutes",
            "meeting_notices",
            "attendance",
            "verifiers",
            "conference_hosts",
        ),
    ),
    Kind(
        "arenden",
        "Ärenden och antaganden",
        (
            "matters",
            "adoptions",
            "separate_statements",
            "dissents",
            "referrals",
            "referral_responses",
            "advocacy",
            "matter_events",
        ),
    ),
    Kind(
        "handlingar",
        "Handlingar och källor",
        ("documents", "papers", "deliveries", "citations"),
    ),
    Kind("granskning", "Granskning", ("accepted_findings",)),
)

_ORDERED = [section for kind in KINDS for section in kind.sections]
# Within a kind the first sections are what people look for by name.
WEIGHTS = {
    section: 100 * place + _ORDERED.index(section)
    for kind in KINDS
    for place, section in enumerate(kind.sections)
}


def kind_with(slug: str) -> Kind | None:
    """Return the kind that an address names, or nothing."""
    return next((kind for kind in KINDS if kind.slug == slug), None)
