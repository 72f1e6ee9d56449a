"""Terms in the wordings of other agreements: seats, refund, extra meetings, hosts."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.test_terms import gathered, term

SAID = yaml.safe_load(
    Path(__file__).with_name("terms_in_other_words.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("row", SAID, ids=[row["text"][:40] for row in SAID])
def test_term_is_read_in_other_agreements_words(row: dict[str, Any]) -> None:
    found = term(row["text"], row["kind"])
    assert found is not None
    assert row["says"].items() <= found["value"].items(), found["value"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("extra_meeting", "Ordföranden kallar till möte senast tio dagar före mötet."),
        ("extra_meeting", "Ordföranden får kalla in sakkunniga."),
        ("extra_meeting", "Extra medel beslutas av styrgruppen."),
        ("adoption", "Avtalet ska godkännas av kommunfullmäktige i samtliga kommuner."),
        ("fee", "Avgiften är ett grundbelopp och ett belopp för varje invånare."),
        ("composition", "Styrgruppen består av åtta ledamöter från kommunerna."),
        ("initiative", "Ordföranden kallar till möte om en ledamot begär det."),
        ("composition", "Varje kommun får yttra sig över två av ledamöternas förslag."),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_term_is_none(kind: str, text: str) -> None:
    assert term(text, kind) is None


def test_refund_that_is_both_refused_and_given_is_doubtful() -> None:
    found = term(
        "Uppsägningstiden är ett år. Erlagd avgift återbetalas inte. Vid utträde "
        "återbetalas dock avgift för tiden efter årets slut.",
        "withdrawal",
    )
    assert found is not None
    assert found.values["value"].certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Högsta beslutande organ är Dalens samråd. Samrådet väljer en ordförande.",
         "committee", "Dalens samråd"),
        ("Samverkan leds av ett gemensamt kommunforum.", "committee", "Kommunforum"),
        ("Älvforum är samverkans högsta beslutande organ.", "committee", "Älvforum"),
        ("Forumets ärenden bereds av en beredningsgrupp.", "management_group",
         "Beredningsgrupp"),
        ("För beredning av ärendena finns ett tjänstemannakollegium.",
         "management_group",
         "Tjänstemannakollegium"),
    ],
)  # fmt: skip
def test_body_is_known_by_what_the_agreement_lets_it_do(
    text: str, kind: str, name: str
) -> None:
    named = {body["kind"]: body["name"] for body in gathered(text).of("bodies")}
    assert named.get(kind) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ärendena bereds av kansliet.",
        "Nätverket leds av en projektgrupp.",
        "Samverkan leds av kloka principer.",
    ],
)
def test_no_body_is_made_of_other_words(text: str) -> None:
    kinds = [body["kind"] for body in gathered(text).of("bodies")]
    assert not {"committee", "management_group"} & set(kinds)


def test_base_that_may_be_shared_is_no_base_for_each() -> None:
    shared = (
        "Kommunerna betalar ett grundbelopp om 90 000 kr som fördelas lika samt 3 kr "
        "per invånare."
    )
    assert term(shared, "fee") is None

    unsaid = term(
        "Avgiften är en grundavgift om 9 000 kr och 3 kr per invånare.", "fee"
    )
    assert unsaid is not None
    assert unsaid.values["value"].certainty is Certainty.PROBABLE
