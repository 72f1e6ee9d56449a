"""Makes whole cooperations for tests: every section, every field, odd texts, edges.

Read from the entries' own descriptions, so a new field is tried without a word here.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from annotated_types import MinLen
from hypothesis import strategies

from radslag.formats.cooperation_file import SHAPES, Row, Rows, derived_key
from radslag.formats.cooperation_file.entry import metadata_of
from radslag.formats.cooperation_file.shapes import LINKS, SectionShape
from radslag.formats.cooperation_file.types import OneOf, Says

TEXTS = (
    "Vatten och avlopp", "Åtgärder för Älvsjö, öst", "no", "yes", "null", "~", "true",
    "0126", "4", "0.50", "1e5", "13:00", "2026-01-22", "- punkt", "a: b", "# nej", "'",
    '"', "*", "&a", "!x", "%", "@", "`", "{}", "[", "|", ">", "?", "=", "<<", "0x1f",
    "1_000", " före", "efter ", "två\nrader", "slut\n", "\ninledning", "a\n\n  b\n\n",
    "tabb\there", "\t", "x\r\ny", "\u2028", "\x85", "\ufeff", "\u00a0", "😀", "é",
    "ett långt stycke som måste brytas för att alls få plats på en rad i en fil " * 3,
)  # fmt: skip
DAYS = (
    date(2019, 12, 31), date(2020, 1, 1), date(2020, 2, 29), date(2020, 3, 31),
    date(2026, 1, 22), date(2026, 12, 31),
)  # fmt: skip
AMOUNTS = ("0", "0.01", "-0.01", "52500.50", "860000", "999999999999.99")
FIRST_DAY_OF_AGREEMENTS = date(2000, 1, 1)


class Maker:
    """Makes rows, section by section, each referring only to what is made."""

    def __init__(self, seed: int, most: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same seed must give the same rows
        self.most = most
        self.rows: Rows = {name: [] for name in SHAPES}

    def make(self) -> Rows:
        """Make everything, up to the most of each."""
        for name in dependence():
            for _ in range(self.random.randint(0, self.most)):
                self._add(SHAPES[name])
        return self.rows

    def make_exactly(self) -> Rows:
        """Make the most of everything, with no record referring to its own kind."""
        for name in dependence():
            own = [f for f, to in SHAPES[name].references.items() if to == name]
            while len(self.rows[name]) < self.most:
                self._add(SHAPES[name])
                for row in self.rows[name]:
                    row.update(dict.fromkeys(own))
        return self.rows

    def _add(self, shape: SectionShape) -> None:
        row: Row = dict.fromkeys(shape.entry.implied)
        if not self._stand_somewhere(shape, row):
            return
        for name in shape.fields:
            if name != "key":
                row[name] = self._value(shape, name)
        ADJUSTMENTS.get(shape.name, lambda maker, row: True)(self, row)
        self._put_days_in_order(shape, row)
        row["key"] = self._key(shape, row)
        if self._is_allowed(shape, row):
            self.rows[shape.name].append(row)

    def _stand_somewhere(self, shape: SectionShape, row: Row) -> bool:
        links = [link for link in LINKS if link.child.entry is shape.entry]
        places = [
            (link.child, parent) for link in links for parent in self.rows[link.parent]
        ]
        if places:
            child, parent = self.random.choice(places)
            row[child.parent_field] = parent["key"]
            row |= {name: parent[name] for name in child.inherits}
        return bool(places) or not links

    def _value(self, shape: SectionShape, name: str) -> Any:
        if name in shape.defaults and self.random.random() < 0.3:
            return shape.defaults[name]
        field = shape.entry.model_fields[name]
        if name in shape.references:
            keys = self._keys(shape.references[name])
            return self.random.choice(keys) if keys else None
        choice = next((m for m in field.metadata if isinstance(m, OneOf)), None)
        choice = choice or metadata_of(field.annotation, OneOf)
        if choice:
            return self.random.choice(choice.values)
        says = next((m for m in field.metadata if isinstance(m, Says)), None)
        says = says or metadata_of(field.annotation, Says)
        if says.noun in ("en text", "en beteckning"):
            return self._text(field.metadata)
        return VALUES[says.noun](self.random)

    def _text(self, metadata: list[Any]) -> str:
        most = next((m.max_length for m in metadata if hasattr(m, "max_length")), 5000)
        text = self.random.choice(TEXTS)[:most]
        needs = any(isinstance(m, MinLen) and m.min_length for m in metadata)
        return text if text or not needs else "x"

    def _keys(self, section: str) -> list[str]:
        return [row["key"] for row in self.rows[section]]

    def _key(self, shape: SectionShape, row: Row) -> str:
        taken = self._keys(shape.name)
        if shape.entry.derived and self.random.random() < 0.7:
            key = derived_key(shape.name, self.with_numbers(shape, row))
            if key not in taken:
                return key
        return f"{shape.name.replace('_', '-')}.{len(taken)}"

    def with_numbers(self, shape: SectionShape, row: Row) -> Row:
        """Return the row as it is written, with numbers for keys."""
        numbered = shape.entry.numbered
        if numbered is None or row[numbered.field] is None:
            return row
        found = next(
            r for r in self.rows[numbered.section] if r["key"] == row[numbered.field]
        )
        return row | {numbered.field: found["number"]}

    def _is_allowed(self, shape: SectionShape, row: Row) -> bool:
        required = [
            name
            for name in shape.references
            if name not in shape.defaults and row[name] is None
        ]
        one_of = ONE_OF.get(shape.name, ())
        nothing = bool(one_of) and not any(row[name] for name in one_of)
        return not (required or nothing) and not any(
            all(row[field] == other[field] for field in fields)
            for fields in shape.entry.unique
            for other in self.rows[shape.name]
        )

    def _put_days_in_order(self, shape: SectionShape, row: Row) -> None:
        for first, last in (*shape.entry.in_order, *shape.entry.same_or_later):
            if row[first] and row[last] and row[last] <= row[first]:
                row[last] = row[first] + timedelta(days=1)


def dependence() -> Iterator[str]:
    """Give the sections so that each comes after those it refers to."""
    waiting = {
        name: set(shape.references.values()) - {name} for name, shape in SHAPES.items()
    }
    # What is cited may be anything, so citations come last.
    waiting["citations"] |= SHAPES.keys() - {"citations"}
    while waiting:
        ready = [name for name, needs in waiting.items() if not needs & waiting.keys()]
        for name in ready:
            del waiting[name]
        yield from ready


VALUES: dict[str, Callable[[random.Random], Any]] = {
    "ja eller nej": lambda r: r.random() < 0.5,
    "ett datum som finns": lambda r: r.choice(DAYS),
    "ett klockslag": lambda r: r.choice((time(0), time(13), time(9, 5, 7))),
    "ett invånarantal": lambda r: r.choice((0, 1, 10_000, 2_147_483_647)),
    "ett årtal": lambda r: r.randint(2019, 2027),
    "ett ordningsnummer": lambda r: r.randint(0, 3),
    "ett antal": lambda r: r.choice((0, 1, 2, 32_767)),
    "ett belopp": lambda r: Decimal(r.choice(AMOUNTS)),
    "ett belopp som inte är negativt": lambda r: abs(Decimal(r.choice(AMOUNTS))),
    "ett mätvärde": lambda r: Decimal(r.choice(("0", "-1.5", "0.0001", "12.3456"))),
    "en kommunkod": lambda r: f"{r.randint(0, 9999):04}",
    "en kontrollsumma": lambda r: f"{r.getrandbits(256):064x}",
    "en e-postadress": lambda r: "kansli@kommun.example",
    "en webbadress": lambda r: "https://kommun.example/å?a=b#c",
    "en nyckel": lambda r: "okänd",
    "ett värde": lambda r: {},
}


def _agreement(maker: Maker, row: Row) -> None:
    number = len(maker.rows["agreements"])
    row["in_force_from"] = FIRST_DAY_OF_AGREEMENTS + number * timedelta(days=3650)
    row["in_force_until"] = None
    for earlier in maker.rows["agreements"][-1:]:
        earlier["in_force_until"] = row["in_force_from"]


def _term(maker: Maker, row: Row) -> None:
    municipalities = [each["key"] for each in maker.rows["municipalities"]] or [None]
    host = maker.random.choice(municipalities)
    values: list[tuple[str, Row]] = [
        ("duration", {"runs": "until_further_notice"}),
        ("quorum", {"body": "board", "boundary": "more_than", "share": "1/2"}),
        ("fee", {"rule": "per_resident", "rate_sek": "0.50"}),
        ("fee", {"rule": "per_resident", "rate_sek": 4, "population_day": "06-30"}),
    ]
    if host:
        values += [("due", {"of": "fee", "month": 3, "day": 15, "invoiced_by": host})]
        shares = {"shared_by": "fixed_shares", "shares": {host: "1"}}
        values += [("special_project", shares)]
    row["kind"], row["value"] = maker.random.choice(values)
    row["paragraph"] = _among(maker, "paragraphs", "agreement", row)


def _among(maker: Maker, section: str, parent: str, row: Row) -> str | None:
    keys = [r["key"] for r in maker.rows[section] if r[parent] == row[parent]]
    return maker.random.choice([None, *keys])


def _body(maker: Maker, row: Row) -> None:
    if row["municipality"] is None and row["kind"] in ("board", "council"):
        row["kind"] = "network"


def _appointment(maker: Maker, row: Row) -> None:
    if row["follows_body"]:
        row["follows_role"], row["person"] = row["follows_role"] or "chair", None
    else:
        row["follows_role"] = ""


def _attendance(maker: Maker, row: Row) -> None:
    row["item"] = _among(maker, "agenda_items", "meeting", row)


def _paper(maker: Maker, row: Row) -> None:
    row["item"] = _among(maker, "agenda_items", "meeting", row)


def _responsibility(maker: Maker, row: Row) -> None:
    if row["body"] is not None:
        row["municipality"] = None


def _citation(maker: Maker, row: Row) -> None:
    places = [(n, r["key"]) for n, held in maker.rows.items() for r in held]
    row["section"], row["record_key"] = maker.random.choice(places or [("", "")])
    columns = SHAPES[row["section"]].columns if places else ()
    row["field"] = maker.random.choice(("", *columns))
    starts = row["starts_at_character"]
    row["ends_at_character"] = None if starts is None else starts + 1


ADJUSTMENTS: dict[str, Callable[[Maker, Row], Any]] = {
    "agreements": _agreement,
    "terms": _term,
    "bodies": _body,
    "appointments": _appointment,
    "attendance": _attendance,
    "papers": _paper,
    "activity_responsibilities": _responsibility,
    "citations": _citation,
}


ONE_OF = {
    "activity_responsibilities": ("body", "municipality"),
    "deliveries": ("minutes", "meeting_notice", "paper", "plan"),
    "citations": ("record_key",),
}


def made_rows(seed: int, most: int = 3) -> Rows:
    """Return the rows of a cooperation that holds together."""
    return Maker(seed, most).make()


def exactly(number: int, seed: int = 1) -> Rows:
    """Return the rows of a cooperation with so many of everything."""
    return Maker(seed, number).make_exactly()


def cooperation_facts(key: str = "provsamverkan") -> Row:
    """Return what a file says of a cooperation itself."""
    return {
        "key": key,
        "name": "Samverkan på prov",
        "short_name": "",
        "purpose": "Att prövas:\nrad för rad.",
        "records_holder": "Kommun nr 1",
        "is_demonstration": True,
        "is_public": False,
    }


def cooperations(most: int = 3) -> strategies.SearchStrategy[Rows]:
    """Make rows of small whole cooperations."""
    return strategies.builds(
        made_rows,
        seed=strategies.integers(0, 2**32),
        most=strategies.integers(1, most),
    )
