"""Taking in a cooperation by its file: a new one, or what is new in one that is here.

A file says itself which cooperation it is about. Whoever may write in one cooperation
must not reach another through a file, so that is asked here, before anything is done.
"""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import BadFile, CooperationFile, Problem, read
from radslag.records.models import Cooperation
from radslag.services.access import viewer_in
from radslag.services.accounts import give_role
from radslag.services.cooperation_file import LoadReport, load
from radslag.services.journal import Actor


@transaction.atomic
def open_cooperation(
    source: bytes, *, administrator: User, actor: Actor, today: date, dry_run: bool
) -> LoadReport:
    """Load a new cooperation, and give who opened it the secretariat's role there.

    A second call with the same file changes nothing. Raises BadFile with every
    problem, and for a cooperation that is here and has a secretariat of others.
    """
    file = read(source)
    found, viewer = viewer_in(_key(file), administrator, today)
    if found and not viewer.has_any([AccessRole.SECRETARIAT]):
        raise BadFile([_of_others(file)])
    report = load(file, actor=actor, dry_run=dry_run)
    if not dry_run and found is None:
        give_role(
            administrator,
            Cooperation.objects.get(key=report.key),
            AccessRole.SECRETARIAT,
            granted_from=today,
        )
    return report


def load_into(
    cooperation: Cooperation, source: bytes, *, actor: Actor, dry_run: bool
) -> LoadReport:
    """Load what is new in a file of this cooperation; refuse a file of another.

    Raises BadFile with every problem; then nothing has been saved.
    """
    file = read(source)
    if _key(file) != cooperation.key:
        raise BadFile([_of_another(file, cooperation)])
    return load(file, actor=actor, dry_run=dry_run)


def _key(file: CooperationFile) -> str:
    """Return which cooperation the file is about; one that does not say is refused.

    What is wrong elsewhere in the file is left to the load, which finds it all.
    """
    key = file.cooperation.get("key")
    if not key:
        raise BadFile(file.problems or [_NAMELESS])
    return str(key)


_NAMELESS = Problem(
    1,
    "cooperation.key",
    "filen säger inte vilken samverkan den gäller",
    "en nyckel väntades",
)


def _of_others(file: CooperationFile) -> Problem:
    return Problem(
        file.lines.of(("cooperation", "key")),
        "cooperation.key",
        f"samverkan ”{_key(file)}” finns redan här och har ett eget kansli",
        "be kansliet läsa in filen, eller ge filen en annan nyckel",
    )


def _of_another(file: CooperationFile, cooperation: Cooperation) -> Problem:
    return Problem(
        file.lines.of(("cooperation", "key")),
        "cooperation.key",
        f"filen gäller samverkan ”{_key(file)}”, men du är i ”{cooperation.key}”",
        "välj en fil som gäller den här samverkan",
    )
