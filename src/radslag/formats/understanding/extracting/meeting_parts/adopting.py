"""The plans and reports that a committee's decisions adopt, and letters it sends."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.agreement.vocabulary import (
    BodyKind,
    Certainty,
    Outcome,
    PlanStatus,
    PlanSubject,
    ReportStatus,
)
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.outside import outside_parties_in

BY_THE_ITEM: Final = (
    "Punktens rubrik säger vilken plan eller redovisning beslutet gäller."
)
_LEAD: Final = (
    r"(?i)^(?:(?:förslag(?:et)? till|fastställande av|antagande av|godkännande av"
    r"|beslut om|slutligt förslag till)\s+)*(?:gemensam\s+|[\wåäö]+s\s+)?"
)
_YEAR: Final = r"[^.,:;]{0,40}?(?<![\d/–-])(?P<year>(?:19|20|21)\d\d)(?![\d/–-])"
_PLAN: Final = re.compile(
    rf"{_LEAD}(?:(?:budget och )?verksamhetsplan|årsplan"
    rf"|mål- och (?:resurs|verksamhets|budget)plan)(?:en)?\b{_YEAR}"
    r"(?:\s+(?:inklusive|inkl\.?|med|och|samt)\s+budget)?\W*$"
)
_REPORT: Final = re.compile(
    rf"{_LEAD}(?:årsredovisning|verksamhetsberättelse|årsberättelse)(?:en)?\b{_YEAR}\W*$"
)
_BUDGET: Final = re.compile(r"(?i)\bbudget")
_ADOPTS: Final = re.compile(
    r"(?i)\b(?:fastställ(?:er|s|de|des|a)|ant(?:ar|as|og|ogs|a)|godkän(?:ner|ns|de|des|na))\b"
)
_PLAN_SAID: Final = re.compile(
    r"(?i)\b(?:verksamhets|års|resurs)?plan(?:en)?\b|\bförslaget\b"
)
_REPORT_SAID: Final = re.compile(
    r"(?i)\b(?:års?)?(?:redovisning|berättelse)(?:en)?\b|\b\w*berättelsen\b|^godkän"
)
_PROPOSES: Final = re.compile(r"(?i)\b(?:föreslå|rekommendera|remiss|hemställ)\w*")
_PRESENTED: Final = re.compile(
    r"(?i)\bplanen\b[^.]{0,40}?\b(?:redovisats|presenterats|föredragits|redovisades"
    r"|presenterades)\b[^.]{0,20}?\b(?:för|i|hos)\s+(?:alla|samtliga)"
    r"(?:\s+(?P<count>\w+))?\s+(?:medlems)?kommuner(?:na)?\b"
)
_COUNTS: Final = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio",
)  # fmt: skip
BY_ATTENDANCE: Final = "Alla kommuner är lästa som de som deltog i mötet."
_LETTER: Final = re.compile(r"(?i)\b(?:skrivelse|uppvaktning|brev|framställan)\w*\b")
_SENDS: Final = re.compile(r"(?i)\b(?:sänds?|skickas?|överlämna[sr]?|tillställs)\b")


def add_adopted(
    title: Piece, decision: Found, wording: Piece, meeting: Found, gathering: Gathering
) -> None:
    """Add what a committee's decision makes of a plan, a report or a letter."""
    is_decided = decision["outcome"] == Outcome.DECIDED.value
    if not is_decided or not _is_of_committee(meeting, gathering):
        return
    adopts = wording.find(_ADOPTS)
    if adopts and not _PROPOSES.search(wording.text):
        _add_plan(title, wording, meeting, gathering)
        _add_report(title, wording, meeting, gathering)
    if _LETTER.search(f"{title.text} {wording.text}") and _SENDS.search(wording.text):
        _add_letter(title, wording, gathering)


def _is_of_committee(meeting: Found, gathering: Gathering) -> bool:
    body = gathering.get("bodies", str(meeting["body"]))
    return body is not None and body["kind"] == BodyKind.COMMITTEE.value


def _add_plan(
    title: Piece, wording: Piece, meeting: Found, gathering: Gathering
) -> None:
    match = _PLAN.match(title.text)
    if match is None or not _PLAN_SAID.search(wording.text):
        return
    year = title.group(match, "year")
    day = meeting.values.get("held_on")
    has_budget = _BUDGET.search(title.text) or _BUDGET.search(wording.text)
    gathering.add(
        "plans",
        plan_key(int(year.text)),
        {
            "year": year.value(int(year.text)),
            "status": _by_item(wording, PlanStatus.ADOPTED.value),
            "adopted_on": day,
            "budget_adopted_on": day if has_budget else None,
        },
    )


def _add_report(
    title: Piece, wording: Piece, meeting: Found, gathering: Gathering
) -> None:
    match = _REPORT.match(title.text)
    if match is None or not _REPORT_SAID.search(wording.text):
        return
    year = title.group(match, "year")
    key = plan_key(int(year.text))
    gathering.add("plans", key, {"year": year.value(int(year.text))})
    gathering.add(
        "annual_reports",
        key,
        {
            "plan": year.value(key),
            "status": _by_item(wording, ReportStatus.DECIDED.value),
            "decided_on": meeting.values.get("held_on"),
        },
    )


def _by_item(wording: Piece, word: str) -> Value:
    return wording.value(word, Certainty.PROBABLE, BY_THE_ITEM)


def _add_letter(title: Piece, wording: Piece, gathering: Gathering) -> None:
    for party in outside_parties_in(wording):
        key = slug(party.text)
        gathering.add("outside_parties", key, {"name": party.value()})
        gathering.add(
            "advocacy",
            slug(f"{title.text}-{key}"),
            {"title": title.value(), "outside_party": party.value(key)},
        )


def add_presented(
    title: Piece, texts: Sequence[Piece], meeting: Found, gathering: Gathering
) -> None:
    """Add that an item's plan was presented to all, where all are known by name."""
    match = _PLAN.match(title.text)
    found = [
        (p.group(said), said) for p in texts if (said := _PRESENTED.search(p.text))
    ]
    if match is None or not found:
        return
    told, said = found[0]
    key = plan_key(int(match["year"]))
    towns = {
        str(row["municipality"]): row.values["municipality"]
        for row in gathering.of("attendance")
        if row["meeting"] == meeting.key and row["municipality"]
    }
    if (said["count"] or "").lower() not in ("", *_number(len(towns))):
        return
    for town in towns.values():
        subject = PlanSubject.ANNUAL_PLAN.value
        gathering.add(
            "presentations",
            f"{key}-{subject.replace('_', '-')}-{town.value}",
            {
                "plan": told.value(key),
                "subject": told.value(subject),
                "municipality": town.doubted(Certainty.PROBABLE, BY_ATTENDANCE),
            },
        )


def _number(count: int) -> tuple[str, ...]:
    return (str(count), *_COUNTS[count : count + 1])
