"""The only module that writes readings: files, proposals and choices on their way.

They are no records yet, and so the journal does not tell of them; what becomes records
when a reading is applied goes through the journal like everything else.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from radslag.agreement.vocabulary import Choice
from radslag.records.models import (
    Applying,
    PagePicture,
    ProposedRecord,
    Reading,
    ReadingFile,
)

BATCH = 200


@transaction.atomic
def add_reading(reading: Reading, files: Iterable[ReadingFile]) -> Reading:
    """Keep a new reading with its files."""
    reading.save()
    for file in files:
        file.reading = reading
        file.save()
    return reading


def set_reading(reading: Reading, **values: Any) -> None:
    """Keep new values of a reading."""
    _set(reading, values)


def add_applying(applying: Applying, taken: Sequence[ProposedRecord]) -> None:
    """Keep that these proposed records became records together."""
    applying.save()
    for record in taken:
        record.applying = applying
    ProposedRecord.objects.bulk_update(taken, ["applying"], batch_size=BATCH)


def set_applying(applying: Applying, **values: Any) -> None:
    """Keep new values of an applying."""
    _set(applying, values)


def leave(applying: Applying) -> None:
    """Let what an applying took be left to decide again; what was typed stays."""
    nothing = {"chosen_by_name": "", "earlier_yes_by_name": ""}
    applying.proposals.update(applying=None, choice=Choice.OPEN, **nothing)


def forget_applyings(reading: Reading) -> None:
    """Remove what was told of a reading's applyings; its proposals are all left."""
    reading.applyings.all().delete()


def set_file(file: ReadingFile, **values: Any) -> None:
    """Keep new values of a file."""
    _set(file, values)


def set_proposal(proposal: ProposedRecord, **values: Any) -> None:
    """Keep new values of a proposed record."""
    _set(proposal, values)


def set_choices(proposals: Sequence[ProposedRecord]) -> None:
    """Keep the choices that stand in many proposed records."""
    columns = ["choice", "chosen", "chosen_by_name", "missing", "change"]
    ProposedRecord.objects.bulk_update(proposals, columns, batch_size=BATCH)


def set_comparisons(proposals: Sequence[ProposedRecord]) -> None:
    """Keep how proposed records stand to what there is, and what is left of choices."""
    columns = ["values", "change", "missing", "rank", "choice", "chosen_by_name"]
    columns += ["earlier_yes_by_name", "applying"]
    ProposedRecord.objects.bulk_update(proposals, columns, batch_size=BATCH)


@transaction.atomic
def replace_proposals(reading: Reading, proposals: Sequence[ProposedRecord]) -> None:
    """Let these be what the reading proposes, and nothing else."""
    reading.proposals.all().delete()
    ProposedRecord.objects.bulk_create(proposals, batch_size=BATCH)


@transaction.atomic
def replace_pictures(file: ReadingFile, pictures: Sequence[PagePicture]) -> None:
    """Let these be the pictures of a file's pages."""
    file.pictures.all().delete()
    for picture in pictures:
        picture.save()


def forget_attachments(reading: Reading) -> None:
    """Remove the files that an earlier attempt found inside others."""
    reading.files.filter(Q(within__isnull=False) | Q(sha256="")).delete()


def add_file(file: ReadingFile) -> None:
    """Keep a file that was found inside another."""
    file.save()


def take(readings: Any, **values: Any) -> bool:  # noqa: ANN401 - a queryset of readings
    """Change one reading only if it is still as it was asked for; say whether."""
    return bool(readings.update(**values))


def forget(reading: Reading) -> None:
    """Remove a reading that was never applied, with its files."""
    reading.delete()


def _set(row: Any, values: dict[str, Any]) -> None:  # noqa: ANN401 - any row of a reading
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
