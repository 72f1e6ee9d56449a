"""The pages that are weighed, as those signed in see them and as the public does."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse

from benchmarks.long_meetings import OF_MANY
from benchmarks.pages import client_of
from benchmarks.printing import table
from benchmarks.weights import Weight, weight_of

SIGNED_IN_BUDGET, PUBLIC_BUDGET = 160_000, 100_000
YEAR = 2020
PAGES: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("Läget", "overview", {}),
    ("Mål", "goals", {}),
    ("Plan", "plan-year", {"year": YEAR}),
    ("Möten", "meetings", {}),
    ("Ett långt möte", "meetings-one", {"key": OF_MANY}),
    ("Ekonomi", "economy-year", {"year": YEAR}),
    ("Organisation", "organisation", {}),
    ("Antaganden", "adoptions", {}),
    ("Avtalet", "agreement", {}),
    ("Granskning", "review", {}),
    ("Sök", "search", {}),
    ("Ändra ett möte", "edit-record", {"section": "meetings", "record_key": OF_MANY}),
)
PUBLIC_PAGES: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("Öppna sidan", "open", {}),
    ("Mål", "goals", {}),
    ("Plan", "plan-year", {"year": YEAR}),
    ("Möten", "meetings", {}),
    ("Ekonomi", "economy-year", {"year": YEAR}),
    ("Organisation", "organisation", {}),
    ("Antaganden", "adoptions", {}),
    ("Avtalet", "agreement", {}),
)


@dataclass(frozen=True)
class Visited:
    """What one page weighs for one who has never been there."""

    name: str
    html_bytes: int
    weight: Weight
    budget: int


def first_visits(cooperation_key: str, user: User) -> str:
    """Weigh every page and print each against its budget."""
    signed_in = _weighed(cooperation_key, user)
    public = _weighed(cooperation_key, None)
    return table(
        ("page", "requests", "HTML kB", "all kB", "sent kB", "budget kB", "within"),
        [
            (
                each.name,
                each.weight.requests,
                f"{each.html_bytes / 1000:.1f}",
                f"{each.weight.raw / 1000:.1f}",
                f"{each.weight.sent / 1000:.1f}",
                each.budget // 1000,
                "yes" if each.weight.sent <= each.budget else "NO",
            )
            for each in (*signed_in, *public)
        ],
    )


def _weighed(cooperation_key: str, user: User | None) -> Iterator[Visited]:
    client = client_of(user)
    for name, address_name, values in PAGES if user else PUBLIC_PAGES:
        address = reverse(
            address_name, kwargs={"cooperation": cooperation_key, **values}
        )
        answer = client.get(address, secure=True)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}.")
        yield Visited(
            name=name if user else f"{name}, public",
            html_bytes=len(answer.content),
            weight=weight_of(bytes(answer.content)),
            budget=SIGNED_IN_BUDGET if user else PUBLIC_BUDGET,
        )
