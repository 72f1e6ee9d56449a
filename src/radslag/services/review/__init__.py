"""Review (granskning): where a cooperation falls short of what it has agreed.

One module for each subject holds the checks; `review` puts them all to the chosen
cooperation, and `accept` lays a finding to rest with a reason.
"""

# The order here is the order of the chapters in the review and its documentation.
from radslag.services.review import (  # noqa: I001 - importing registers, in this order
    parties,
    agreements,
    bodies,
    goals,
    plans,
    fees,
    meetings,
    minutes,
    registry,
    wording,
)
from radslag.services.review.acceptance import (
    ReasonMissing,
    RestingFinding,
    accept,
    wake,
)
from radslag.services.review.facts import Facts
from radslag.services.review.findings import Check, Finding, Mention, all_checks
from radslag.services.review.gathering import gather
from radslag.services.review.reviewing import Review, review, review_of

CHAPTERS = (
    parties,
    agreements,
    bodies,
    goals,
    plans,
    fees,
    meetings,
    minutes,
    registry,
    wording,
)

__all__ = [
    "CHAPTERS",
    "Check",
    "Facts",
    "Finding",
    "Mention",
    "ReasonMissing",
    "RestingFinding",
    "Review",
    "accept",
    "all_checks",
    "gather",
    "review",
    "review_of",
    "wake",
]
