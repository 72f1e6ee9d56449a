"""Acceptance: a finding accepted with a reason, for as long as its facts stand."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from radslag.formats.slugs import slug
from radslag.records.models import AcceptedFinding
from radslag.services import journal
from radslag.services.journal import Actor
from radslag.services.review.findings import Finding


class ReasonMissing(ValueError):
    """A finding may not be laid to rest without a reason."""


@dataclass(frozen=True)
class RestingFinding:
    """A finding (iakttagelse) that rests, with the reason it was accepted for."""

    finding: Finding
    acceptance: AcceptedFinding


@transaction.atomic
def accept(finding: Finding, *, reason: str, actor: Actor) -> AcceptedFinding:
    """Lay a finding to rest for as long as its facts stand; the journal shows who did.

    Accepting again, after the facts have changed, replaces what was said before.
    Raises ReasonMissing, and saves nothing, when the reason is empty.
    """
    if not reason.strip():
        message = (
            "Skriv varför iakttagelsen godtas. Inget har sparats; iakttagelsen finns "
            "kvar i granskningen tills ett skäl är skrivet."
        )
        raise ReasonMissing(message)
    values = {
        "facts": finding.facts,
        "reason": reason.strip(),
        "accepted_on": timezone.localtime(actor.at).date(),
        "accepted_by": actor.name,
    }
    accepted = _accepted(finding)
    if accepted is not None:
        journal.change(actor, accepted, values)
        return accepted
    accepted = AcceptedFinding(
        key=slug(f"{finding.check_name}-{finding.subject}"),
        check_name=finding.check_name,
        subject=finding.subject,
        **values,
    )
    journal.add(actor, accepted)
    return accepted


@transaction.atomic
def wake(finding: Finding, *, actor: Actor) -> None:
    """Take an acceptance back, so that the finding stands in the review again.

    Nothing happens when the finding is not accepted.
    """
    accepted = _accepted(finding)
    if accepted is not None:
        journal.remove_many(actor, [accepted])


def _accepted(finding: Finding) -> AcceptedFinding | None:
    return AcceptedFinding.objects.filter(
        check_name=finding.check_name, subject=finding.subject
    ).first()
