"""Annual reports: the report itself, and what became of the plan's activities."""

import re
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty, PlanStatus, ReportStatus
from radslag.formats.readers.model import Heading, ListItem, Paragraph, Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.extracting.action_tables.following import (
    follow,
    follow_dated,
)
from radslag.formats.understanding.extracting.action_tables.recording import (
    Activity,
    Recording,
)
from radslag.formats.understanding.extracting.action_tables.rows import head_of
from radslag.formats.understanding.extracting.action_tables.states import (
    status_of,
    status_word,
)
from radslag.formats.understanding.extracting.activities import ActivityReader
from radslag.formats.understanding.extracting.case_parts.matters import record_document
from radslag.formats.understanding.extracting.decided import (
    decision_of,
    proposed,
    register_number_at_top,
    top_lines,
)
from radslag.formats.understanding.extracting.goal_trees.indicator_tables import (
    IndicatorTables,
)
from radslag.formats.understanding.extracting.goal_trees.tree import (
    ALIKE,
    bare,
    likeness,
)
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.extracting.plans import plan_of, titles_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

LONGEST_TITLE: Final = 200
WHOLE_YEAR: Final = "Dagen för uppföljningen står inte; rapporten gäller hela året."
BY_HEADING: Final = "Texten står under en rubrik med aktivitetens namn."
_UNTIL: Final = re.compile(
    r"(?i)\b(?:per|till och med|t\.?\s?o\.?\s?m\.?)\s+(?:den\s+)?(.*)$"
)
OF_THE_TEXT: Final = "Programmet nämns i löpande text."
_INDICATORS: Final = re.compile(r"(?i)indikator|nyckeltal|mätetal")
_PROGRAMME: Final = re.compile(r"(?i)program|strategi|målbild")
TOLD_LATER: Final = "Beslutet om planen omtalas i redovisningen av året."
_PLAN_ADOPTED: Final = re.compile(
    r"(?i)\b(?:verksamhets|års|handlings)plan(?:en)?\s+(?:(?:och|med)\s+budget(?:en)?\s+)?"
    r"(?:för\s+)?(?:år\s+)?((?:19|20)\d\d)\s+"
    r"(?P<word>fastställdes|antogs|beslutades|godkändes)\b"
)
_CURRENT: Final = re.compile(
    r"\b[Dd]e[nt]\s+nuvarande(?:\s+[a-zåäö]+)?,\s+(?P<name>[A-ZÅÄÖ][^,.;]{3,60}),\s+gäller\s+"
    r"till\s+(?:och\s+med\s+)?(?:utgången\s+av\s+)?(?P<year>20\d\d)\b"
)
_REPORT: Final = re.compile(r"(?i)redovisning|berättelse|rapport|uppföljning|bokslut")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put the report and its follow-ups into the gathering."""
    plan = plan_of(portion, gathering)
    if plan is None:
        return
    _say_report(portion, plan, gathering)
    _say_plan_adopted(portion, plan, gathering)
    found = gathering.get("plans", str(plan.value))
    year = int(found["year"]) if found else 0
    programme = found.values.get("programme") if found else None
    walk = GoalWalk(portion, gathering, programme)
    followed = _noted_on(portion, plan, year)
    recording = FollowUps(gathering, plan, year, walk, followed)
    _texts_under_names(portion, recording)
    reader = ActivityReader(walk, recording)
    measured, is_announced = IndicatorTables(walk, gathering), False
    for block in portion.blocks:
        if isinstance(block, Heading):
            is_announced = _INDICATORS.search(block.text) is not None
        if (
            isinstance(block, Table)
            and head_of(block) is None
            and measured.see(block, is_announced=is_announced)
        ):
            continue
        reader.see(block)
    reader.finish()
    _say_current_programme(portion, gathering)


def _say_current_programme(portion: Portion, gathering: Gathering) -> None:
    """Add the programme that holds now: "Det nuvarande, X 2030, gäller till …"."""
    for piece in portion.pieces():
        match = _CURRENT.search(piece.text)
        if match and _PROGRAMME.search(piece.text):
            name = piece.group(match, "name").strip()
            last = date(int(match["year"]), 12, 31)
            values = {
                "name": name.value(None, Certainty.PROBABLE, OF_THE_TEXT),
                "valid_to": piece.group(match, "year").value(last),
            }
            gathering.add("programmes", slug(name.text), values)


def _say_plan_adopted(portion: Portion, plan: Value, gathering: Gathering) -> None:
    """Say when the report tells that the plan of its year was adopted."""
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            match = _PLAN_ADOPTED.search(sentence.text)
            days = [day for day in days_in(sentence) if day.has_year]
            if match is None or len(days) != 1 or plan_key(int(match[1])) != plan.value:
                continue
            day = days[0].piece.value(days[0].day, Certainty.PROBABLE, TOLD_LATER)
            status = sentence.group(match, "word").value(PlanStatus.ADOPTED.value)
            values = {"status": status, "adopted_on": day}
            gathering.add("plans", str(plan.value), values)
            return


def _say_report(portion: Portion, plan: Value, gathering: Gathering) -> None:
    titles = [p for p in titles_of(portion) if _REPORT.search(p.text)]
    title = next(iter(titles), None)
    decided = decision_of(portion)
    is_said = decided is not None and decided.word is not None
    draft = proposed(portion)
    status = (
        decided.word.value(ReportStatus.DECIDED.value)
        if decided and decided.word
        else None
    )
    if draft:
        status = draft.value(ReportStatus.DRAFT.value)
    values = {
        "plan": plan,
        "title": title.value(tidy(str(title))[:LONGEST_TITLE]) if title else None,
        "status": status,
        "decided_on": decided.decided_on if decided and is_said and not draft else None,
    }
    gathering.add("annual_reports", str(plan.value), values)
    record_document(portion, register_number_at_top(portion), None, gathering)


def _noted_on(portion: Portion, plan: Value, year: int) -> Value:
    """Return the day the report goes to, or the last day of its year."""
    for line in list(top_lines(portion))[:6]:
        until = line.find(_UNTIL)
        day = day_in(until, year) if until else None
        if day:
            return day.piece.value(day.day, Certainty.PROBABLE, WHOLE_YEAR)
    return Value(
        date(year, 12, 31),
        plan.quotes,
        Certainty.PROBABLE,
        WHOLE_YEAR,
        is_inference=True,
        steps=(f"Rapporten gäller {year}.",),
    )


class FollowUps(Recording):
    """Records what a report says of activities; those it adds are the plan's own."""

    def __init__(
        self,
        gathering: Gathering,
        plan: Value,
        year: int,
        walk: GoalWalk,
        noted_on: Value,
    ) -> None:
        super().__init__(gathering, plan, year, walk.responsibility)
        self.noted_on = noted_on

    def add(self, activity: Activity) -> Found:
        """Put what became of an activity under it; the activity is added if unknown."""
        said = {s: list(p) for s, p in activity.says.items()}
        status = activity.first(Says.STATUS) or _as_status(activity)
        texts = [*said.get(Says.FOLLOW_UP, ()), *said.get(Says.COMMENT, ())]
        notes, activity.notes = activity.notes, []
        known = self.known(str(activity.title))
        if known is None:
            for says in (Says.STATUS, Says.FOLLOW_UP, Says.COMMENT):
                activity.says.pop(says, None)
            known = super().add(activity)
        else:
            texts += [piece for _, piece in activity.others]
            self.count += 1
        if len(notes) == 1:
            # The only column of notes is what the row's other words are about.
            noted, piece = notes.pop()
            self.follow(known, status, [piece, *texts], noted=noted)
        else:
            self.follow(known, status, texts)
        follow_dated(self.gathering, known, notes)
        if status and "status" not in known.values:
            self.gathering.add("activities", known.key, {"status": status_of(status)})
        return known

    def known(self, title: str) -> Found | None:
        """Return the plan's activity that is called so, or nearly so."""
        own = [
            a
            for a in self.gathering.of("activities")
            if a["plan"] == self.plan.value and a["title"]
        ]
        exact = next((a for a in own if bare(a["title"]) == bare(title)), None)
        ranked = sorted(own, key=lambda a: -likeness(a["title"], title))
        is_alike = ranked and likeness(ranked[0]["title"], title) >= ALIKE
        return exact or (ranked[0] if is_alike else None)

    def follow(
        self,
        activity: Found,
        status: Piece | None,
        texts: list[Piece],
        reason: str = "",
        noted: Value | None = None,
    ) -> None:
        """Add the follow-up; where only a status is said, its words are the text."""
        pieces = texts or ([status] if status else [])
        said = status_of(status) if status else None
        if pieces:
            day = noted or self.noted_on
            follow(self.gathering, activity, day, pieces, said, reason)


def _as_status(activity: Activity) -> Piece | None:
    """Return what stands under "Resultat", where it only says how far it has come."""
    result = activity.first(Says.FOLLOW_UP)
    return result if result and status_word(str(result)) else None


def _texts_under_names(portion: Portion, recording: FollowUps) -> None:
    """Take what is written under a heading that is the name of an activity."""
    for heading, below in portion.under_headings():
        known = recording.known(heading.text) if isinstance(heading, Heading) else None
        texts = [
            portion.piece(block)
            for block in below
            if isinstance(block, (Paragraph, ListItem)) and not isinstance(block, Table)
        ]
        if known and texts:
            status = next(
                (t for t in texts if re.match(r"(?i)status|läge", t.text)), None
            )
            rest = [t for t in texts if t is not status]
            recording.follow(known, status, rest, BY_HEADING)
