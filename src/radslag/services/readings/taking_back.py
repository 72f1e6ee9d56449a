"""Taking back what a reading did, long after: all of it but what others have touched.

What it added goes, and what it changed says again what it said before. What somebody
has changed or built on since stays as it is, and is told of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django.db import transaction
from django.db.models import ForeignKey

from radslag.agreement.vocabulary import ReadingState
from radslag.records.models import (
    Applying,
    Change,
    Cooperation,
    Minutes,
    Record,
    choose,
)
from radslag.records.sections import SECTIONS, references_of, section_of
from radslag.services import journal
from radslag.services.belonging import facts_of
from radslag.services.editing.undoing import values_of
from radslag.services.journal import Actor
from radslag.services.naming import kind_of
from radslag.services.readings import keeping
from radslag.services.readings.comparing import compare_all
from radslag.services.readings.founding import (
    Holds,
    applied_occasion_of,
    has_founded,
    occasions_of_undone,
    reasons_to_stay,
    take_away,
    undone_occasion_of,
)

Place = tuple[str, str]


class CannotTakeBack(Exception):
    """An applying cannot be taken back; the Swedish sentence says why."""


@dataclass
class Taken:
    """What taking an applying back does: what goes, what is restored, what stays.

    `holds` says why the cooperation that it set up stays; it goes when nothing does.
    """

    removed: list[Place] = field(default_factory=list)
    restored: list[Place] = field(default_factory=list)
    kept: dict[Place, str] = field(default_factory=dict)
    has_founded: bool = False
    holds: list[Holds] = field(default_factory=list)

    @property
    def takes_cooperation(self) -> bool:
        """Say whether the cooperation that was set up goes with it."""
        return self.has_founded and not self.holds


def outlook_of(applying: Applying, *, is_administrator: bool = False) -> Taken:
    """Return what taking an applying back would do; nothing is done."""
    cooperation = _cooperation(applying)
    with choose(cooperation):
        return _outlook(
            _Taking(applying), cooperation, is_administrator=is_administrator
        )


@transaction.atomic
def take_back(
    actor: Actor, applying: Applying, *, is_administrator: bool = False
) -> Taken:
    """Take an applying back; raises CannotTakeBack when it has been already.

    What it took is left to decide again. An administrator takes the cooperation that
    it set up away with it, where it holds nothing else.
    """
    cooperation = _locked(applying)
    with choose(cooperation):
        taking = _Taking(applying)
        taken = _outlook(taking, cooperation, is_administrator=is_administrator)
        if taken.takes_cooperation:
            take_away(actor, applying, cooperation)
            return taken
        occasion = undone_occasion_of(applying)
        taking.do(Actor(actor.name, actor.at, actor.user_id, occasion), taken)
    _finish(actor, applying, taken)
    return taken


def _locked(applying: Applying) -> Cooperation:
    """Let one at a time write in the cooperation, and take the applying back once."""
    here = Cooperation.objects.select_for_update().filter(pk=_cooperation(applying).pk)
    cooperation = here.first()
    rows = Applying.objects.select_for_update(of=("self",)).filter(pk=applying.pk)
    fresh = rows.first()
    if cooperation is None or fresh is None or fresh.undone_at is not None:
        raise CannotTakeBack(ALREADY)
    return cooperation


def _outlook(
    taking: "_Taking", cooperation: Cooperation, *, is_administrator: bool
) -> Taken:
    taken = taking.outlook()
    taken.has_founded = has_founded(taking.applying)
    if taken.has_founded:
        taken.holds = reasons_to_stay(
            taking.applying, cooperation, is_administrator=is_administrator
        )
    return taken


ALREADY = "Inläsningen är redan ångrad. Inget är ändrat."


def _cooperation(applying: Applying) -> Cooperation:
    # Whoever took the reading back a moment ago may have taken the cooperation too.
    here = Cooperation.objects.filter(pk=applying.reading.cooperation_id or 0).first()
    if here is None or applying.undone_at is not None:
        raise CannotTakeBack(ALREADY)
    return here


def _finish(actor: Actor, applying: Applying, taken: Taken) -> None:
    kept = [[*place, why] for place, why in taken.kept.items()]
    told = {
        "removed": len(taken.removed),
        "restored": len(taken.restored),
        "kept": kept,
        "holds": taken.holds,
    }
    keeping.set_applying(
        applying,
        undone_at=actor.at,
        undone_by_name=actor.name,
        outcome=applying.outcome | {"taken_back": told},
    )
    reading = applying.reading
    others = reading.applyings.filter(undone_at=None)
    state = ReadingState.APPLIED if others.exists() else ReadingState.UNDONE
    keeping.set_reading(reading, state=state, steps=[])
    keeping.leave(applying)
    compare_all(reading)


TOUCHED = "ändrad efter inläsningen"
BUILT_ON = "annat som lagts till efteråt hör till den"
NEEDED = "något som blir kvar hänvisar till den"
VERIFIED = "mötets anteckningar är justerade"
GONE = "redan borttagen"


class _Taking:
    """One applying's rows in the journal, and what has happened to them since."""

    def __init__(self, applying: Applying) -> None:
        self.applying = applying
        rows = list(
            Change.objects.filter(
                changed_at=applying.applied_at,
                occasion=applied_occasion_of(applying),
            ).order_by("id")
        )
        self.created = {_place(r): r for r in rows if r.action == Change.Action.CREATED}
        self.changed = {_place(r): r for r in rows if r.action == Change.Action.CHANGED}
        self.last = max((row.pk for row in rows), default=0)
        self.records = _standing(self.created.keys() | self.changed.keys())

    def outlook(self) -> Taken:
        """Return what would go, be restored and stay."""
        later = set(
            Change.objects.filter(pk__gt=self.last)
            .exclude(occasion__in=occasions_of_undone(_cooperation(self.applying)))
            .order_by()
            .values_list("section", "record_key")
            .distinct()
        )
        kept = {place: TOUCHED for place in self.created if place in later}
        kept |= {place: GONE for place in self.created if place not in self.records}
        kept |= self._built_on(kept)
        kept |= self._needed(kept)
        removed = [place for place in self.created if place not in kept]
        stays = {p: TOUCHED for p, row in self.changed.items() if self._differs(p, row)}
        restored = [place for place in self.changed if place not in stays]
        return Taken(
            removed, restored, {p: w for p, w in (kept | stays).items() if w != GONE}
        )

    def do(self, actor: Actor, taken: Taken) -> None:
        """Restore and remove; from what depends to what is depended on."""
        for place in taken.restored:
            row, record = self.changed[place], self.records[place]
            journal.change(actor, record, values_of(type(record), row.before))
        going = defaultdict(list)
        for section, key in taken.removed:
            going[section].append(key)
        for section in reversed(SECTIONS):
            if going[section]:
                # Read again: what was removed just now may have let go of something.
                records = SECTIONS[section].objects.filter(key__in=going[section])
                journal.remove_many(actor, list(records))

    def _differs(self, place: Place, row: Change) -> bool:
        record = self.records.get(place)
        if record is None:
            return True
        facts = facts_of([record])[0]
        return any(facts.get(name) != value for name, value in row.after.items())

    def _built_on(self, kept: Mapping[Place, str]) -> dict[Place, str]:
        """Find what others have hung something on, or verified minutes of, since."""
        found: dict[Place, str] = {}
        going = {p: r for p, r in self.records.items() if p in self.created}
        for model in SECTIONS.values():
            for reference in references_of(model):
                found |= self._referred_from(model, reference, going)
        verified = {
            record.meeting_id
            for place, record in self.records.items()
            if isinstance(record, Minutes) and record.verified_on and place in kept
        }
        for place, record in going.items():
            if _meeting_of(record) in verified and place not in kept:
                found[place] = VERIFIED
        return {place: why for place, why in found.items() if place not in kept}

    def _referred_from(
        self,
        model: type[Record],
        reference: "ForeignKey[Any, Any]",
        going: Mapping[Place, Record],
    ) -> dict[Place, str]:
        target = section_of(cast("type[Record]", reference.related_model))
        ids = {r.pk: place for place, r in going.items() if place[0] == target}
        if not ids:
            return {}
        section = section_of(model)
        rows = model.objects.filter(**{f"{reference.name}__isnull": False}).order_by()
        return {
            ids[other]: BUILT_ON
            for key, other in rows.values_list("key", reference.attname)
            if other in ids and (section, key) not in self.created
        }

    def _needed(self, kept: Mapping[Place, str]) -> dict[Place, str]:
        """Find what the kept ones refer to, and theirs in turn; and their citations."""
        by_id = {
            (place[0], record.pk): place
            for place, record in self.records.items()
            if place in self.created
        }
        found: dict[Place, str] = {}
        waiting = [place for place in kept if place in self.records]
        waiting += list(self._citations_of(waiting))
        while waiting:
            for other in _leading_to(self.records[waiting.pop()]):
                place = by_id.get(other)
                if place and place not in kept and place not in found:
                    found[place] = NEEDED
                    more = list(self._citations_of([place]))
                    found |= dict.fromkeys((c for c in more if c not in kept), NEEDED)
                    waiting += [place, *more]
        cited = self._citations_of([*kept, *found])
        return found | {place: NEEDED for place in cited if place not in kept}

    def _citations_of(self, places: Iterable[Place]) -> Iterator[Place]:
        wanted = set(places)
        for place, row in self.created.items():
            about = (row.after.get("section"), row.after.get("record_key"))
            if place[0] == "citations" and about in wanted and place in self.records:
                yield place


def _place(row: Change) -> Place:
    return row.section, row.record_key


def _standing(places: Iterable[Place]) -> dict[Place, Record]:
    keys = defaultdict(list)
    for section, key in places:
        keys[section].append(key)
    return {
        (section, record.key): record
        for section, some in keys.items()
        for record in SECTIONS[section].objects.filter(key__in=some)
    }


def _leading_to(record: Record) -> Iterator[tuple[str, int]]:
    for reference in references_of(type(record)):
        other = getattr(record, reference.attname)
        if other is not None:
            yield section_of(cast("type[Record]", reference.related_model)), other


def _meeting_of(record: Record) -> int | None:
    return getattr(record, "meeting_id", None)


def kept_told(taken: Taken) -> list[str]:
    """Say what stays, and why, one line each; citations go without saying."""
    return [
        f"{kind_of(section).capitalize()} {key}: {why}"
        for (section, key), why in taken.kept.items()
        if section != "citations"
    ]
