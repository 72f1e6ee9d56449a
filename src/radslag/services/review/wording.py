"""Checks of how things are written: amounts and names that look malformed."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from radslag.agreement.vocabulary import Severity
from radslag.agreement.wording import kronor, listed
from radslag.records.models import Record
from radslag.records.sections import section_of
from radslag.services.review.amounts import amounts_in, whole_amount
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import (
    Found,
    Mention,
    check,
    mention,
    milder_when_old,
    subject_of,
)
from radslag.services.review.spelling import Names, words_of


class Text(NamedTuple):
    """A text that somebody wrote, and the record it stands in."""

    section: str
    key: str
    label: str
    words: str

    @property
    def mention(self) -> Mention:
        """The record, as a finding mentions it."""
        return Mention(self.section, self.key, self.label)


@check(
    "amount_malformed",
    title="Belopp som ser felskrivet ut",
    severity=Severity.WARNING,
    cure="Rätta beloppet; jämför med budgeten eller källan.",
)
def amount_malformed(facts: Facts, today: date) -> Iterator[Found]:
    """Find sums of money whose digits are not in groups of three."""
    for text in texts_of(facts):
        wrong = [each for each in amounts_in(text.words) if each.is_malformed]
        if wrong:
            written = listed(f"”{amount.as_written}”" for amount in wrong)
            yield Found(
                subject=f"{text.section}/{text.key}",
                what=f"I ”{text.label}” står beloppet {written}.",
                says="Siffrorna i ett belopp står tre och tre.",
                about=tuple(amount.as_written for amount in wrong),
                records=(text.mention,),
            )


@check(
    "amount_differs",
    title="Kostnaden som den står och som den räknas är inte samma",
    severity=Severity.WARNING,
    cure="Rätta den av de två som är fel.",
)
def amount_differs(facts: Facts, today: date) -> Iterator[Found]:
    """Find activities whose cost in words is another than the cost in kronor."""
    for activity in facts.activities:
        written = whole_amount(activity.cost_as_written)
        counted = activity.cost_sek
        if written is None or counted is None or written == counted:
            continue
        year = facts.plan_by_id[activity.plan_id].year
        yield Found(
            subject=subject_of(activity),
            what=f"För ”{activity.title}” står kostnaden ”{activity.cost_as_written}”, "
            f"men {kronor(counted)} räknas.",
            says=f"{kronor(written)} ≠ {kronor(counted)}",
            about=(activity.cost_as_written, activity.cost_sek),
            records=(mention(activity),),
            severity=milder_when_old(year, today),
        )


@check(
    "name_misspelt",
    title="Namn som ser felstavat ut",
    severity=Severity.NOTE,
    cure="Rätta namnet, eller godta iakttagelsen om det ska stå så.",
)
def name_misspelt(facts: Facts, today: date) -> Iterator[Found]:
    """Find words one letter away from a name of this cooperation."""
    names = names_of_cooperation(facts)
    suspected = grouped(
        (word, text.mention)
        for text in texts_of(facts)
        for word in names.suspects_in(text.words)
    )
    for word, mentions in suspected.items():
        places = (
            "på ett ställe" if len(mentions) == 1 else f"på {len(mentions)} ställen"
        )
        yield Found(
            subject=f"words/{word}",
            what=f"”{word}” står {places}; troligen menas {names.meant_by(word)}.",
            says=f"Namnet är {names.meant_by(word)}.",
            about=tuple(sorted(set(mentions))),
            records=tuple(sorted(set(mentions))),
        )


def names_of_cooperation(facts: Facts) -> Names:
    """Gather the names: municipalities, and the words of bodies and goals."""
    terms = [str(body.name) for body in facts.bodies]
    terms += [f"{goal.name} {goal.other_names}" for goal in facts.goals]
    return Names(
        proper=[word for row in facts.municipalities for word in words_of(row.name)],
        terms=[word for term in terms for word in words_of(term)],
    )


def texts_of(facts: Facts) -> Iterator[Text]:
    """Give every text that people write and read in plans, meetings and goals."""
    for activity in facts.activities:
        words = (
            f"{activity.title}\n{activity.comment}\n{activity.responsible_as_written}\n"
            f"{activity.time_as_written}\n{activity.cost_as_written}"
        )
        yield _text(activity, activity.title, words)
    for line in facts.budget_lines:
        yield _text(line, line.name, f"{line.name}\n{line.note}")
    for plan in facts.plans:
        yield _text(plan, plan.title, f"{plan.title}\n{plan.introduction}")
    for goal in facts.goals:
        yield _text(goal, goal.name, f"{goal.title}\n{goal.text}")
    for programme in facts.programmes:
        yield _text(programme, str(programme), programme.summary)
    yield from _texts_of_meetings(facts)


def _texts_of_meetings(facts: Facts) -> Iterator[Text]:
    for meeting in facts.meetings:
        label = facts.name_of(meeting)
        yield _text(meeting, label, f"{meeting.place}\n{meeting.note}")
    for item in facts.items:
        words = f"{item.title}\n{item.text}"
        yield Text("agenda_items", item.key, item.title, words)
    for decision in facts.decisions:
        title = facts.item_by_id[decision.item_id].title
        yield _text(decision, title, decision.wording)


def _text(record: Record, label: str, words: str) -> Text:
    return Text(section_of(type(record)), record.key, label, words)
