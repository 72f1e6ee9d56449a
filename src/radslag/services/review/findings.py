"""Findings: what a check is, what it answers, and the register of all checks.

A check never repairs anything: it says what it saw, on which ground, and what can be
done. The register is the one list that the review, its page and its tests read.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from radslag.agreement.vocabulary import Severity
from radslag.records.models import Record
from radslag.records.sections import section_of
from radslag.services.review.facts import Facts


class Mention(NamedTuple):
    """A record that a finding is about: where to find it, and what to call it."""

    section: str
    key: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a check saw; the check itself adds name, severity and cure.

    `about` holds the facts of the case: when one of them changes, an accepted
    finding comes back. A day that passes is not such a fact.
    """

    subject: str
    what: str
    says: str
    about: tuple[object, ...]
    records: tuple[Mention, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A finding (iakttagelse): what, on which ground, about what, and what to do."""

    check_name: str
    severity: Severity
    subject: str
    what: str
    says: str
    records: tuple[Mention, ...]
    cure: str
    facts: str


CheckFunction = Callable[[Facts, date], Iterable[Found]]


@dataclass(frozen=True)
class Check:
    """A check (kontroll), as the review page and the documentation list it."""

    name: str
    title: str
    severity: Severity
    paragraph: str
    cure: str
    function: CheckFunction

    @property
    def chapter(self) -> str:
        """The subject it belongs to: the name of its module."""
        return self.function.__module__.rpartition(".")[2]

    def findings(self, facts: Facts, today: date) -> list[Finding]:
        """Ask the check, and give each answer its name, severity and cure."""
        return [self._finding(found) for found in self.function(facts, today)]

    def _finding(self, found: Found) -> Finding:
        return Finding(
            check_name=self.name,
            severity=found.severity or self.severity,
            subject=found.subject,
            what=found.what,
            says=found.says,
            records=found.records,
            cure=self.cure,
            facts=fingerprint((self.name, found.subject, *found.about)),
        )


_CHECKS: dict[str, Check] = {}


def check(
    name: str, *, title: str, severity: Severity, paragraph: str = "", cure: str
) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function as a check; the paragraph is the model agreement's."""

    def remember(function: CheckFunction) -> CheckFunction:
        _CHECKS[name] = Check(name, title, severity, paragraph, cure, function)
        return function

    return remember


def all_checks() -> tuple[Check, ...]:
    """Return every check, chapter by chapter, in the order they are written."""
    return tuple(_CHECKS.values())


def fingerprint(about: tuple[object, ...]) -> str:
    """Return the fingerprint of the facts that a finding is about."""
    written = json.dumps(about, default=str, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode()).hexdigest()


def mention(record: Record, label: str = "") -> Mention:
    """Mention a record, by its own words unless another label is given."""
    return Mention(section_of(type(record)), record.key, label or str(record))


def subject_of(record: Record, *more: str) -> str:
    """Return the stable name of what a finding is about: section, key and more."""
    return "/".join([section_of(type(record)), record.key, *more])


def is_recent(year: int, today: date) -> bool:
    """Say whether a year is still worked with: this one, the last, or one to come."""
    return year >= today.year - 1


def milder_when_old(year: int, today: date) -> Severity | None:
    """Let what is long past be a note, and what is recent as grave as the check."""
    return None if is_recent(year, today) else Severity.NOTE
