"""Checks of the register: every source that is pointed to must be there."""

from collections.abc import Iterator
from datetime import date

from radslag.agreement.vocabulary import Severity
from radslag.records.models import Citation
from radslag.records.sections import SECTIONS
from radslag.services.review.facts import Facts
from radslag.services.review.findings import Found, check, mention, subject_of


@check(
    "citation_to_nothing",
    title="Källhänvisning som pekar på något som inte finns",
    severity=Severity.ERROR,
    cure="Rätta vad hänvisningen gäller, eller ta bort den.",
)
def citation_to_nothing(facts: Facts, today: date) -> Iterator[Found]:
    """Find citations of a section, a record or a field that does not exist."""
    for citation in facts.citations:
        missing = _missing(facts, citation)
        if missing:
            yield Found(
                subject=subject_of(citation),
                what=f"En källhänvisning pekar på {missing}, som inte finns.",
                says=f"{citation.section}/{citation.record_key}",
                about=(citation.section, citation.record_key, citation.field),
                records=(mention(citation),),
            )


def _missing(facts: Facts, citation: Citation) -> str:
    if citation.section not in SECTIONS:
        return f"postslaget ”{citation.section}”"
    if (citation.section, citation.record_key) not in facts.cited_keys:
        return f"posten ”{citation.record_key}” i {citation.section}"
    fields = {field.name for field in SECTIONS[citation.section]._meta.fields}
    if citation.field and citation.field.partition(".")[0] not in fields:
        return f"fältet ”{citation.field}” i {citation.section}"
    return ""
