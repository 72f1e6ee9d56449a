"""Two who change one proposed record: both texts are shown, and neither is lost."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from radslag.agreement.vocabulary import Choice
from radslag.records.models import ProposedRecord
from radslag.services.naming import kind_of
from radslag.services.readings.choosing import Seen
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import conflicts
from radslag.web.secretariat.editing.record_forms import RecordForm
from radslag.web.secretariat.readings.choices import is_part

STAMP = "stod"
# Which of two choices is to hold, where another has skipped the record.
CHOICE = conflicts.CHOICE + "val"


def stamp_of(seen: Seen) -> str:
    """Return what was chosen of a record, as a form carries it there and back."""
    return json.dumps(seen, ensure_ascii=False, sort_keys=True)


def seen_in(typed: QueryDict) -> Seen | None:
    """Return what somebody saw when she opened the form; nothing of nonsense."""
    try:
        choice, chosen = json.loads(typed.get(STAMP, ""))
    except (ValueError, TypeError):
        return None
    return Seen(choice, chosen) if isinstance(chosen, dict) else None


def is_clash(typed: QueryDict, record: ProposedRecord) -> bool:
    """Say whether another choice was made since, or one between two is sent."""
    seen = seen_in(typed)
    return seen is not None and (seen != Seen.of(record) or conflicts.settles(typed))


@dataclass
class Clash:
    """What somebody typed, and what another has chosen of the record since.

    `before` is what the fields said that the other has changed.
    """

    typed: QueryDict
    record: ProposedRecord
    present: RecordForm
    before: dict[str, Any]

    @property
    def is_stale(self) -> bool:
        """Say whether the other's choice has not been seen yet."""
        return seen_in(self.typed) != Seen.of(self.record)

    @property
    def is_skipped(self) -> bool:
        """Say whether the other has skipped the record."""
        return self.record.choice == Choice.SKIPPED

    @property
    def is_same(self) -> bool:
        """Say whether the very same has been saved already."""
        differs = conflicts.differ(self.typed, self.present)
        return self.record.choice == Choice.ACCEPTED and not differs

    @property
    def holds_theirs(self) -> bool:
        """Say whether the other's skipping is to hold."""
        return self.is_skipped and self.typed.get(CHOICE) == conflicts.THEIRS

    @cached_property
    def settled(self) -> QueryDict | None:
        """Return what is to be saved after the choices; nothing when one lacks."""
        if self.is_skipped and self.typed.get(CHOICE) != conflicts.MINE:
            return None
        return conflicts.settled(self.typed, self.present)

    @property
    def is_open(self) -> bool:
        """Say whether somebody must still choose between the two."""
        if self.is_stale:
            return conflicts.settles(self.typed) or not self.is_same
        return not self.holds_theirs and self.settled is None


def clash_page(
    request: HttpRequest, clash: Clash, address: str, back_url: str
) -> HttpResponse:
    """Show both texts, field by field; only the form when a script asks."""
    record = clash.record
    name = "_conflict" if is_part(request) else "conflict"
    return render(
        request,
        f"secretariat/readings/{name}.html",
        {
            "label": record.label,
            "kind": translated(kind_of(record.section)),
            "rows": conflicts.rows_of(clash.typed, clash.present, clash.before),
            "hidden": list(conflicts.typed_pairs(clash.typed, clash.present)),
            "is_skipped": clash.is_skipped,
            "choice_name": CHOICE,
            "who": record.chosen_by_name,
            "settles": conflicts.SETTLES,
            "stamp": stamp_of(Seen.of(record)),
            "must_choose": not clash.is_stale,
            "address": address,
            "back_url": back_url,
        },
        # A script puts the form where the other one stood; that is no failure.
        status=200 if is_part(request) else conflicts.CONFLICT,
    )
