"""Trying what is proposed: it is saved, reviewed, and taken back as if never saved."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from radslag.formats.cooperation_file import BadFile
from radslag.records.models import Cooperation, ProposedRecord, Reading, choose
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.readings.composing import ComposedFile, compose
from radslag.services.review import Finding, review

MOST_ROUNDS = 6
MOST_FINDINGS = 60


def findings_of(
    reading: Reading, records: Sequence[ProposedRecord], actor: Actor, today: date
) -> list[dict[str, Any]]:
    """Return what the review would say if all that can be saved were saved.

    Only what it does not say already. Records that cannot stand are left out, round
    by round, until the rest holds together.
    """
    left = [record for record in records if not record.missing]
    for _ in range(MOST_ROUNDS):
        file = compose(reading, left)
        try:
            return _try(reading, file, actor, today)
        except BadFile as bad:
            wrong = {record.pk for record, _ in file.told(bad)}
            if not wrong:
                return []
            left = [record for record in left if record.pk not in wrong]
    return []


def _try(
    reading: Reading, file: ComposedFile, actor: Actor, today: date
) -> list[dict[str, Any]]:
    try:
        with transaction.atomic():
            before = _findings(reading.cooperation, today)
            report = load(file.file, actor=actor)
            after = _findings(Cooperation.objects.get(key=report.key), today)
            transaction.set_rollback(True)
    except IntegrityError:
        return []
    return [_told(each) for name, each in after.items() if name not in before][
        :MOST_FINDINGS
    ]


def _findings(
    cooperation: Cooperation | None, today: date
) -> dict[tuple[str, str, str], Finding]:
    if cooperation is None:
        return {}
    with choose(cooperation):
        found = review(today).findings
    return {(each.check_name, each.subject, each.facts): each for each in found}


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "what": finding.what,
        "says": finding.says,
        "cure": finding.cure,
    }
