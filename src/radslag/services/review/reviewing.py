"""Reviewing: every check put to a cooperation, and what rests set aside."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from radslag.agreement.vocabulary import Severity
from radslag.services.review.acceptance import RestingFinding
from radslag.services.review.facts import Facts
from radslag.services.review.findings import Finding, all_checks
from radslag.services.review.gathering import gather

_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Review:
    """A review (granskning): what was found, gravest first, and what rests."""

    findings: tuple[Finding, ...]
    resting: tuple[RestingFinding, ...] = ()

    @property
    def numbers(self) -> dict[Severity, int]:
        """How many findings there are of each severity, gravest first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    def find(self, check_name: str, subject: str) -> Finding | None:
        """Return one finding, resting or not, or nothing when it is not there."""
        resting = [each.finding for each in self.resting]
        for finding in (*self.findings, *resting):
            if (finding.check_name, finding.subject) == (check_name, subject):
                return finding
        return None


def review(today: date) -> Review:
    """Put every check to the chosen cooperation.

    The number of queries is the same however large the cooperation is. A finding
    rests while the facts it was accepted with stand, and comes back when they do not.
    """
    return review_of(gather(today), today)


def review_of(facts: Facts, today: date) -> Review:
    """Put every check to facts already gathered; asks the database nothing."""
    findings, resting = [], []
    for finding in _found(facts, today):
        accepted = facts.accepted.get((finding.check_name, finding.subject))
        if accepted is not None and accepted.facts == finding.facts:
            resting.append(RestingFinding(finding, accepted))
        else:
            findings.append(finding)
    return Review(tuple(findings), tuple(resting))


def _found(facts: Facts, today: date) -> Iterable[Finding]:
    found = [
        finding for check in all_checks() for finding in check.findings(facts, today)
    ]
    return sorted(found, key=lambda finding: _GRAVITY[finding.severity])
