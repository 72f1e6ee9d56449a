"""One run on one database: load, load again, export, review, and every page.

Started by `benchmarks.__main__`, which gives it a database and a folder of its own.
"""

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

from benchmarks.large_sizes import DAY

TODAY = date.fromisoformat(DAY)
MEGABYTE = 1_000_000


def main() -> None:
    """Set up the program, measure it and print."""
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    workplace = Path(settings.WORKPLACE)
    large = workplace / "large.json"
    work = Work()
    key = measure_work(work, large)
    from benchmarks import printing  # noqa: PLC0415 - needs the program set up

    vendor = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    print(f"\n### {vendor}, large cooperation\n")
    print(printing.table(("what", "seconds", "rows", "rows/s"), work.lines))
    print(f"\nFile: {large.stat().st_size / MEGABYTE:.1f} MB.", end=" ")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"Most memory: {peak:.0f} MB. Findings of the review: {work.findings}.")
    print_pages(key, vendor)


@dataclass
class Work:
    """Pieces of work with the time each took."""

    lines: list[tuple[str, str, object, str]] = field(default_factory=list)
    findings: int = 0

    @contextmanager
    def timed(self, what: str, rows: Callable[[], int]) -> Iterator[None]:
        """Take the time of a piece of work on a number of rows."""
        begun = time.perf_counter()
        yield
        taken = time.perf_counter() - begun
        number = rows()
        speed = f"{number / taken:.0f}"
        self.lines.append((what, f"{taken:.1f}", number, speed))


def measure_work(work: Work, large: Path) -> str:
    """Load the demonstration and the large cooperation, export and review it."""
    from radslag.records.models import Cooperation, choose  # noqa: PLC0415 - as above
    from radslag.services.cooperation_file import export, load  # noqa: PLC0415 - as above
    from radslag.services.journal import Actor  # noqa: PLC0415 - as above
    from radslag.services.review import review  # noqa: PLC0415 - as above

    actor = Actor("Mätning", datetime.combine(TODAY, datetime.min.time(), tzinfo=UTC))
    demo = files("radslag.web.demo").joinpath("sodertorn.yaml").read_bytes()
    load(demo, actor=actor)
    content = large.read_bytes()
    with work.timed("load", lambda: report.added):
        report = load(content, actor=actor)
    total = report.added
    with work.timed("load again, nothing changed", lambda: again.unchanged):
        again = load(content, actor=actor)
    for as_json, name in ((True, "export as JSON"), (False, "export as YAML")):
        with work.timed(name, lambda: total):
            text = export(report.key, as_json=as_json)
    with work.timed("load the exported YAML, nothing changed", lambda: same.unchanged):
        same = load(text, actor=actor)
    if again.added or again.changed or same.added or same.changed:
        raise SystemExit("A second load of the same facts changed something.")
    whole = Cooperation.objects.get(key=report.key)
    with choose(whole), work.timed("review", lambda: total):
        found = review(TODAY)
    work.findings = len(found.findings)
    return report.key


def print_pages(key: str, vendor: str) -> None:
    """Measure the floor and every page of both cooperations, and print."""
    from django.urls import reverse  # noqa: PLC0415 - needs the program set up

    from benchmarks import empty_page, pages, printing  # noqa: PLC0415 - as above
    from radslag.agreement.vocabulary import AccessRole  # noqa: PLC0415 - as above
    from radslag.records.models import Cooperation  # noqa: PLC0415 - as above
    from radslag.services import accounts  # noqa: PLC0415 - as above

    user = accounts.open_account(email="m@exempel.se", name="Mätning", password="x")
    for each in Cooperation.objects.all():
        accounts.give_role(user, each, AccessRole.SECRETARIAT, granted_from=TODAY)
    bottom = pages.measure("F", reverse(empty_page.NAME), user)
    demo = pages.measure_pages("sodertorn", user)
    large = pages.measure_pages(key, user)
    print(f"\n### {vendor}, server time per page\n")
    print(
        f"F, the empty page: {bottom.milliseconds:.2f} ms, {bottom.queries} queries, "
        f"{bottom.html_bytes / 1000:.1f} kB.\n"
    )
    print(printing.times(demo, large, bottom.milliseconds))


if __name__ == "__main__":
    main()
