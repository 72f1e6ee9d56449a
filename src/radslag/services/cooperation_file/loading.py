"""Loading: what a file says becomes what the records say, all of it or nothing."""

from django.db import IntegrityError, transaction

from radslag.formats.cooperation_file import (
    BadFile,
    CooperationFile,
    Problem,
    check,
    read,
)
from radslag.records.models import Cooperation, choose
from radslag.records.sections import SECTIONS
from radslag.services import journal
from radslag.services.cooperation_file.exporting import own_facts
from radslag.services.cooperation_file.report import LoadReport
from radslag.services.cooperation_file.stored import Stored
from radslag.services.cooperation_file.writing import Writing
from radslag.services.journal import Actor
from radslag.services.search.indexing import in_one_pass


def load(
    source: bytes | str | CooperationFile,
    *,
    actor: Actor,
    replace: bool = False,
    dry_run: bool = False,
) -> LoadReport:
    """Add what is new in a file and change what differs; report what was done.

    All or nothing, and a second load of the same file changes nothing. Nothing is
    removed unless `replace`, which removes what the file does not mention. A dry run
    does it all and takes it back. Raises BadFile with every problem found.
    """
    file = source if isinstance(source, CooperationFile) else read(source)
    try:
        with transaction.atomic():
            report = _load(file, actor, replace=replace)
            if dry_run:
                transaction.set_rollback(True)
    except IntegrityError as error:
        raise BadFile([_refused_by_database(error)]) from error
    return report


def _load(file: CooperationFile, actor: Actor, *, replace: bool) -> LoadReport:
    # Locked, so that two loads at once come one after the other.
    found = (
        Cooperation.objects.select_for_update()
        .filter(key=file.cooperation.get("key"))
        .first()
    )
    stored = _stored(file, found, replace=replace)
    problems = check(
        file,
        existing={} if replace else stored.all_rows(),
        known={} if replace else stored.keys(),
        is_new=found is None,
    )
    if problems:
        raise BadFile(problems)
    cooperation = found or Cooperation()
    report = LoadReport(key=file.cooperation["key"], is_new=found is None)
    report.has_new_facts = _save_own_facts(cooperation, file)
    with choose(cooperation), in_one_pass():
        Writing(stored, file.flat.rows, actor, report).run(replace=replace)
    if report.added or report.removed:
        journal.refresh_statistics()
    return report


def _stored(
    file: CooperationFile, cooperation: Cooperation | None, *, replace: bool
) -> Stored:
    if cooperation is None:
        return Stored(())
    cited = {row["section"] for row in file.flat.rows["citations"]}
    numbered = {"terms": "paragraphs", "attendance": "agenda_items"}
    mentioned = {name for name, rows in file.flat.rows.items() if rows}
    mentioned |= {numbered[name] for name in mentioned & numbered.keys()}
    with choose(cooperation):
        return Stored(SECTIONS if replace else mentioned, cited & SECTIONS.keys())


def _save_own_facts(cooperation: Cooperation, file: CooperationFile) -> bool:
    if cooperation.pk and not file.describes_cooperation:
        return False
    if cooperation.pk and own_facts(cooperation) == file.cooperation:
        return False
    journal.save_cooperation(cooperation, file.cooperation)
    return True


def _refused_by_database(error: IntegrityError) -> Problem:
    return Problem(
        None,
        "",
        f"databasen tog inte emot uppgifterna ({error})",
        "två poster i filen gäller troligen samma sak, eller så laddade någon annan "
        "samma samverkan samtidigt; försök igen",
    )
