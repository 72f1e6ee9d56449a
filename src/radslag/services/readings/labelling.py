"""What a proposed record is called, before it is a record that can name itself."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from radslag.agreement.terms import KINDS
from radslag.agreement.wording import capitalised, long_date
from radslag.formats.cooperation_file import SHAPES
from radslag.records.sections import SECTIONS
from radslag.services.naming import NAMED_BY, kind_of

Labels = Mapping[tuple[str, str], str]
LONGEST = 300
# The columns that name a record by themselves, and those that tell two apart.
_NAMES = ("title", "name", "heading", "wording", "dissenter", "stated_by")
_PARTS = ("role", "year", "number", "held_on", "counted_on", "member_from", "sent_on")


def label_of(section: str, key: str, values: Mapping[str, Any], labels: Labels) -> str:
    """Return what a proposed record is called; `labels` are those of earlier ones."""
    if section == "terms":
        return _term(values)
    own = next((str(values[name]) for name in _NAMES if values.get(name)), "")
    if section == "paragraphs":
        own = f"§ {values.get('number', '')} {own}"
    if section == "agenda_items":
        own = f"{values.get('number', '')}. {own}"
    said = own or ", ".join(_parts(section, values, labels)) or key
    return " ".join(capitalised(said).split())[:LONGEST]


def _term(values: Mapping[str, Any]) -> str:
    kind = str(values.get("kind", ""))
    name = capitalised(KINDS[kind].name if kind in KINDS else kind)
    day = _day(values.get("applies_from"))
    return f"{name} från {day}" if day else name


def _parts(section: str, values: Mapping[str, Any], labels: Labels) -> Iterator[str]:
    """Give what tells a record apart that has no name of its own."""
    references = SHAPES[section].references
    for name in NAMED_BY.get(section, tuple(references)):
        key = values.get(name)
        if key:
            yield labels.get((references[name], str(key)), str(key))
    for name in _PARTS:
        if values.get(name) not in (None, ""):
            yield _spoken(section, name, values[name])
    if section in ("minutes", "meeting_notices", "signatures"):
        yield kind_of(section)


def _spoken(section: str, name: str, value: Any) -> str:  # noqa: ANN401 - any column's value
    if name.endswith(("_on", "_from")):
        return _day(value) or str(value)
    column = SECTIONS[section]._meta.get_field(name)
    words = dict(getattr(column, "flatchoices", ()) or ())
    return str(words.get(value, value))


def _day(value: Any) -> str:  # noqa: ANN401 - any column's value
    try:
        return long_date(date.fromisoformat(str(value)))
    except ValueError:
        return ""
