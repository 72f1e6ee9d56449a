"""Search over 100 000 records, beside the bare question to the database.

Started by `python -m benchmarks search`, in a folder of its own, on SQLite and then on
PostgreSQL where it is installed.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import django

ROWS = 100_000
TIMES = 7
QUESTIONS = (
    "kommun", "kommun 42", "avgift", "avgift politik", "strandskydd", "2022-10-28",
    "diarienummer 99999", "finnsinte",
)  # fmt: skip
TOPICS = (
    "skola",
    "vatten",
    "medlemsavgiften",
    "kommunpolitik",
    "trafik",
    "strandskydd",
)


def main() -> None:
    """Fill a cooperation with records, ask, and print each time and its ratio."""
    with tempfile.TemporaryDirectory(prefix="radslag-bench-") as name:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
        os.environ["RADSLAG_DEBUG"] = "1"
        os.environ["RADSLAG_FOLDER"] = name
        Path(name, "cache").mkdir()
        django.setup()
        measure()


def measure() -> None:
    """Measure indexing and every question."""
    from django.core.management import call_command  # noqa: PLC0415 - needs the set-up
    from django.db import connection  # noqa: PLC0415 - as above

    from benchmarks.printing import table  # noqa: PLC0415 - as above
    from radslag.records.models import Cooperation, choose  # noqa: PLC0415 - as above
    from radslag.services.search import indexing  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    cooperation = Cooperation.objects.create(key="stor", name="Stor samverkan")
    with choose(cooperation):
        fill(cooperation)
        begun = time.perf_counter()
        indexing.rebuild(cooperation)
        taken = time.perf_counter() - begun
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"\n### {connection.vendor}, search over {ROWS} records\n")
        print(f"Index made in {taken:.1f} s, {ROWS / taken:.0f} records/s.\n")
        rows = [line_of(question, cooperation.pk) for question in QUESTIONS]
        print(table(("words", "hits", "search ms", "bare SQL ms", "ratio"), rows))


def fill(cooperation: object) -> None:
    """Add matters in Swedish words, the same each time."""
    from radslag.records.models import Matter  # noqa: PLC0415 - as above

    def matter(number: int) -> Matter:
        topic = TOPICS[number % len(TOPICS)] if number % 1000 else "badplatser"
        return Matter(
            cooperation=cooperation,
            key=f"arende-{number}",
            title=f"Samråd om {topic} i kommun {number % 290}",
            register_number=f"KS 2026/{number}",
            raised_on=date(2007, 1, 1) + timedelta(days=number % 7000),
            summary="Kommunerna bereder frågan tillsammans och svarar gemensamt.",
        )

    Matter.objects.bulk_create((matter(n) for n in range(ROWS)), batch_size=5000)


def line_of(question: str, cooperation_id: int) -> tuple[object, ...]:
    """Time a question through the service and straight to the table of words."""
    from radslag.records.sections import SECTIONS  # noqa: PLC0415 - as above
    from radslag.services.search.finding import (  # noqa: PLC0415 - as above
        Answers,
        asked_for,
    )

    asked = asked_for(question)

    def search() -> int:
        answers = Answers(asked, list(SECTIONS))
        answers.some(0, 25, None)
        return answers.total

    hits, ours = timed(search)
    _, bare = timed(lambda: bare_question(asked.parts, asked.whole, cooperation_id))
    ratio = f"{ours / bare:.1f}"
    return question, hits, f"{ours * 1000:.1f}", f"{bare * 1000:.1f}", ratio


def timed(act: Callable[[], int]) -> tuple[int, float]:
    """Return an act's answer and the median of its times in seconds."""
    taken, answer = [], 0
    for _ in range(TIMES):
        begun = time.perf_counter()
        answer = act()
        taken.append(time.perf_counter() - begun)
    return answer, statistics.median(taken)


def bare_question(parts: list[str], whole: list[str], cooperation_id: int) -> int:
    """Count and read 25 rows that hold the words, in any order, in plain SQL."""
    from django.db import connection  # noqa: PLC0415 - as above

    conditions, values = ["cooperation_id = %s"], [str(cooperation_id)]
    stems = " & " if connection.vendor == "postgresql" else " AND "
    if connection.vendor == "postgresql":
        conditions += ["words LIKE %s"] * len(parts)
        values += [f"%{part}%" for part in parts]
        if whole:
            array = "array_to_tsvector(string_to_array(stems, ' '))"
            conditions.append(f"{array} @@ %s::tsquery")
            values.append(stems.join(f"'{each}'" for each in whole))
    else:
        for name, asked in (("letters", parts), ("stems", whole)):
            if asked:
                found = f"records_search_{name}"
                match = f"SELECT rowid FROM {found} WHERE {found} MATCH %s"
                conditions.append(f"id IN ({match})")
                values.append(stems.join(f'"{each}"' for each in asked))
    where = f"FROM records_searchentry WHERE {' AND '.join(conditions)}"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {where}", values)
        (number,) = cursor.fetchone()
        cursor.execute(f"SELECT name, text {where} LIMIT 25", values)
        cursor.fetchall()
    return int(number)


if __name__ == "__main__":
    main()
