"""Each check speaks when its one fact is broken, alone, and is silent otherwise."""

import pytest

from radslag.records.models import Cooperation, choose
from radslag.services.review import Finding, all_checks, review
from tests.services.review.correct import TODAY
from tests.services.review.faults import FAULTS
from tests.services.review.tinkering import Tinkering


def test_every_check_has_a_fault() -> None:
    assert sorted(FAULTS) == sorted(check.name for check in all_checks())


@pytest.mark.parametrize("name", FAULTS)
def test_check_speaks_when_broken_and_is_silent_when_right(
    name: str, correct: Cooperation
) -> None:
    fault, tinkering = FAULTS[name], Tinkering()

    with choose(correct):
        try:
            fault.break_it(tinkering)
            broken = review(TODAY).findings
        finally:
            tinkering.put_right()
        right = review(TODAY).findings

    found = [(each.check_name, each.subject, each.severity) for each in broken]
    assert (name, fault.subject, fault.severity) in found
    assert {each.check_name for each in broken} == {name}
    assert [each for each in broken if not is_whole(each)] == []
    assert right == ()


def is_whole(finding: Finding) -> bool:
    """Tell whether a finding says what, why, where and what to do."""
    sentences = finding.what.endswith(".") and finding.cure.endswith(".")
    fits = len(finding.facts) == 64 and len(finding.subject) <= 200
    return sentences and fits and bool(finding.says and finding.records)
