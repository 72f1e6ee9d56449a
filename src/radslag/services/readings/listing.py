"""What the pages of readings show: lists, counts, and one page of proposed records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, QuerySet

from radslag.agreement.vocabulary import Choice, ProposedChange, ReadingState
from radslag.formats.cooperation_file import SHAPES
from radslag.records.models import (
    Cooperation,
    ProposedRecord,
    Reading,
    ReadingFile,
    SearchEntry,
)
from radslag.services.readings.proposing import CERTAIN, CONTRADICTED, PROBABLE

Place = tuple[str, str]
Labels = dict[Place, str]
# The place of what a kind of body is called.
BODY_KINDS = "kinds of body"
EACH_PAGE = 40
ALL, LEFT, THERE = "alla", "kvar", "finns"


@dataclass(frozen=True)
class Numbers:
    """How many proposed records are not read in, and how far choosing has come."""

    all: int
    accepted: int
    skipped: int
    left: int
    doubtful_left: int
    probable_left: int
    certain_left: int
    contradicted_left: int
    there: int


def readings_of(cooperation: Cooperation | None) -> QuerySet[Reading]:
    """Return the readings of a cooperation, or those that are to set one up.

    Each with `left`: how many of its proposed records nobody has chosen.
    """
    names = ReadingFile.objects.only("reading", "name").order_by("position")
    return (
        Reading.objects.filter(cooperation=cooperation)
        .defer("contradictions", "findings", "steps")
        .annotate(left=Count("proposals", filter=_left("proposals__")))
        .prefetch_related(Prefetch("files", names))
        .order_by("-started_at", "-id")
    )


def find(number: int, cooperation: Cooperation | None) -> Reading | None:
    """Return a reading by its number; nothing when it belongs elsewhere."""
    rows = Reading.objects.filter(pk=number, cooperation=cooperation)
    return rows.select_related("cooperation").first()


def files_of(reading: Reading) -> list[ReadingFile]:
    """Return the files without their bytes and texts."""
    return list(reading.files.defer("content", "text", "places"))


def numbers_of(reading: Reading) -> Numbers:
    """Count the proposed records, in one query."""
    there, left = Q(change=ProposedChange.SAME), _left()
    counted = reading.proposals.filter(applying=None).aggregate(
        all=Count("pk", filter=~there),
        accepted=Count("pk", filter=Q(choice=Choice.ACCEPTED) & ~there),
        skipped=Count("pk", filter=Q(choice=Choice.SKIPPED)),
        left=Count("pk", filter=left),
        doubtful_left=Count("pk", filter=left & Q(rank__lt=PROBABLE)),
        probable_left=Count("pk", filter=left & Q(rank=PROBABLE)),
        certain_left=Count("pk", filter=left & Q(rank=CERTAIN)),
        contradicted_left=Count("pk", filter=left & Q(rank=CONTRADICTED)),
        there=Count("pk", filter=there),
    )
    return Numbers(**counted)


def _left(prefix: str = "") -> Q:
    is_open = Q(**{f"{prefix}choice": Choice.OPEN, f"{prefix}applying": None})
    return is_open & ~Q(**{f"{prefix}change": ProposedChange.SAME})


def clashes_left(reading: Reading) -> list[dict[str, Any]]:
    """Return the contradictions about what has not become records.

    One query, once something has been applied.
    """
    clashes: list[dict[str, Any]] = reading.contradictions
    if reading.state == ReadingState.READ:
        return clashes
    rows = reading.proposals.filter(applying__isnull=False)
    taken = set(rows.values_list("section", "key"))
    return [clash for clash in clashes if (clash["section"], clash["key"]) not in taken]


def page_of(
    reading: Reading, shown: str, file: int | None, number: str
) -> Page[ProposedRecord]:
    """Return one page of proposed records: what asks most first.

    What has become records is not among them.
    """
    rows = reading.proposals.filter(applying=None).order_by("rank", "position")
    if shown == THERE:
        rows = rows.filter(change=ProposedChange.SAME)
    else:
        rows = rows.exclude(change=ProposedChange.SAME)
    if shown == LEFT:
        rows = rows.filter(choice=Choice.OPEN)
    if file is not None:
        rows = rows.filter(file=file)
    return Paginator(rows, EACH_PAGE).get_page(number)


def placed(
    reading: Reading, records: Sequence[ProposedRecord]
) -> list[tuple[ProposedRecord, int]]:
    """Return records in the order of the review, each with its page there; one query.

    Only those that are looked through are placed.
    """
    rows = reading.proposals.filter(applying=None).order_by("rank", "position")
    rows = rows.exclude(change=ProposedChange.SAME)
    numbers = rows.values_list("pk", flat=True)
    at = {pk: place // EACH_PAGE + 1 for place, pk in enumerate(numbers)}
    order = {pk: place for place, pk in enumerate(at)}
    known = [each for each in records if each.pk in at]
    known.sort(key=lambda each: order[each.pk])
    return [(each, at[each.pk]) for each in known]


def labels_for(reading: Reading, records: Iterable[ProposedRecord]) -> Labels:
    """Return what the records refer to is called, and kinds of body; two queries.

    A kind is only called something where one body that is read is of it.
    """
    records = list(records)
    places = {place for record in records for place in _references(record)}
    kinds = {kind for record in records for kind in _body_kinds(record)}
    if not (places or kinds):
        return {}
    condition, there = Q(pk__in=[]), Q(pk__in=[])
    for section in {section for section, _ in places}:
        keys = [key for name, key in places if name == section]
        condition |= Q(section=section, key__in=keys)
        there |= Q(section=section, record_key__in=keys)
    found: Labels = {}
    if reading.cooperation_id is not None:
        rows = SearchEntry.objects.filter(there).order_by()
        for section, key, name in rows.values_list("section", "record_key", "name"):
            found[section, key] = name
    condition |= Q(section="bodies", values__kind__value__in=sorted(kinds))
    return found | _labels_read(reading.proposals.filter(condition).order_by())


def _labels_read(rows: QuerySet[ProposedRecord]) -> Labels:
    found: Labels = {}
    of_kinds: dict[str, set[str]] = {}
    names = ("section", "key", "label", "values__kind__value")
    for section, key, name, kind in rows.values_list(*names):
        found[section, key] = name
        if section == "bodies":
            of_kinds.setdefault(kind, set()).add(name)
    alone = {kind: names for kind, names in of_kinds.items() if len(names) == 1}
    return found | {(BODY_KINDS, kind): name for kind, (name,) in alone.items()}


def _body_kinds(record: ProposedRecord) -> Iterable[str]:
    """Give the kinds of body that a term applies to, as read and as changed."""
    read = record.values.get("value", {}).get("value")
    for value in (read, record.chosen.get("value")):
        if isinstance(value, dict) and isinstance(value.get("body"), str):
            yield value["body"]


def _references(record: ProposedRecord) -> Iterable[Place]:
    references = SHAPES[record.section].references
    said = {name: value["value"] for name, value in record.values.items()}
    before = {name: value.get("before") for name, value in record.values.items()}
    for values in (said, before, record.chosen):
        for name, value in values.items():
            if name in references and isinstance(value, str):
                yield references[name], value


def options_for(
    reading: Reading, section: str, cooperation: Cooperation | None
) -> Sequence[tuple[str, str]]:
    """Return key and name of what may be referred to in a section; two queries."""
    found: dict[str, str] = {}
    if cooperation is not None:
        rows = SearchEntry.objects.filter(section=section).order_by("name")
        found |= dict(rows.values_list("record_key", "name"))
    proposed = reading.proposals.filter(section=section).exclude(choice=Choice.SKIPPED)
    found |= dict(proposed.order_by("label").values_list("key", "label"))
    return list(found.items())


def progress_of(reading: Reading) -> tuple[int, int]:
    """Return how many files have been read, and how many there are."""
    counted = reading.files.aggregate(
        read=Count("pk", filter=Q(is_read=True)), all=Count("pk")
    )
    return counted["read"], counted["all"]


def waiting_before(reading: Reading) -> int:
    """Return how many readings stand before this one in the line."""
    line = (ReadingState.WAITING, ReadingState.READING)
    return Reading.objects.filter(state__in=line, pk__lt=reading.pk).count()
