"""Kinds: every kind of term, its Swedish name, and how its value is read.

Source: §§ 2-10 of the model agreement.
Units: as in `values`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from types import MappingProxyType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from radslag.agreement.terms import values
from radslag.agreement.terms.shapes import BadTerm, Key, Shape, Unreadable, one_of
from radslag.agreement.terms.shapes import optional as optional_shape
from radslag.agreement.terms.values import TermMapping, Value


@dataclass(frozen=True)
class Kind:
    """A kind of term (villkor): key in files, name on pages, class of its value.

    Most kinds have one class; a fee has one for each rule, told apart by `rule`.
    """

    key: str
    name: str
    classes: tuple[type[Value], ...]

    @property
    def has_body(self) -> bool:
        """Say whether terms of this kind apply to one kind of body at a time."""
        return any(field.name == "body" for field in fields(self.classes[0]))


_ALL: Final = (
    Kind("duration", "avtalstid", (values.Duration,)),
    Kind("withdrawal", "uppsägning", (values.WithdrawalTerm,)),
    Kind("composition", "sammansättning", (values.Composition,)),
    Kind("officers", "presidium", (values.Officers,)),
    Kind("decision", "beslutsordning", (values.DecisionTerm,)),
    Kind("quorum", "beslutförhet", (values.Quorum,)),
    Kind("remote", "deltagande på distans", (values.Remote,)),
    Kind("minutes", "minnesanteckningar", (values.MinutesTerm,)),
    Kind("initiative", "väckande och kallelse", (values.Initiative,)),
    Kind("meetings", "möten per år", (values.Meetings,)),
    Kind("extra_meeting", "extra möte", (values.ExtraMeeting,)),
    Kind("presentation", "redovisning före beslut", (values.Presentation,)),
    Kind("secretariat", "kansli", (values.SecretariatTerm,)),
    Kind("financing", "finansiering", (values.Financing,)),
    Kind("special_project", "särskilda projekt", (values.SpecialProject,)),
    Kind(
        "fee",
        "avgift",
        (
            values.PerResidentFee,
            values.BaseAndRateFee,
            values.IndexedFee,
            values.SharedTotalFee,
        ),
    ),
    Kind("due", "förfallodag", (values.Due,)),
    Kind("dissolution", "upplösning", (values.Dissolution,)),
    Kind("adoption", "antagande", (values.AdoptionTerm,)),
)
KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.key: kind for kind in _ALL})
_KIND_OF: Final = {each: kind for kind in _ALL for each in kind.classes}


@dataclass(frozen=True)
class KeyShape:
    """One key (nyckel) of a value: as written, its shape, and whether it must be."""

    key: str
    attribute: str
    shape: Shape
    required: bool
    default: object


_KEYS_OF: Final[dict[type, tuple[KeyShape, ...]]] = {}


def keys_of(value_class: type) -> tuple[KeyShape, ...]:
    """Return the keys that a value of this class is written with.

    >>> [key.key for key in keys_of(values.Quorum)]
    ['body', 'boundary', 'share']
    """
    # Reading type hints is slow and the classes never change, so it is done once.
    if value_class not in _KEYS_OF:
        hints = get_type_hints(value_class, include_extras=True)
        _KEYS_OF[value_class] = tuple(
            _key_of(field, hints[field.name]) for field in fields(value_class)
        )
    return _KEYS_OF[value_class]


def _key_of(field: Field[object], hint: object) -> KeyShape:
    extras: tuple[object, ...] = getattr(hint, "__metadata__", ())
    written = next((extra.name for extra in extras if isinstance(extra, Key)), None)
    first = extras[0] if extras else None
    shape = first if isinstance(first, Shape) else _shape_of_choice(hint)
    # The rule of a fee chooses the class, so it must be written though it is fixed.
    required = field.default is MISSING or field.name == "rule"
    default = None if field.default is MISSING else field.default
    return KeyShape(written or field.name, field.name, shape, required, default)


def _shape_of_choice(hint: object) -> Shape:
    if get_origin(hint) is Literal:
        return one_of(*get_args(hint))
    return optional_shape(one_of(*get_args(get_args(hint)[0])))


def kind_of(value: Value) -> Kind:
    """Return the kind that a value belongs to.

    >>> kind_of(values.MinutesTerm(body="committee", delivered_to="each_member")).name
    'minnesanteckningar'
    """
    return _KIND_OF[type(value)]


def read_term(kind: str, mapping: TermMapping) -> Value:
    """Read a term's value, or say in Swedish which key is wrong and what it lacks.

    Nothing is guessed: an unknown kind or key is refused like a missing one.

    >>> read_term("quorum", {"body": "board", "boundary": "more_than", "share": "1/2"})
    Quorum(body='board', boundary='more_than', share=Fraction(1, 2))
    """
    if kind not in KINDS:
        known = f"känns inte igen; välj något av {', '.join(KINDS)}"
        raise BadTerm(kind=str(kind), expected=known)
    if not isinstance(mapping, Mapping):
        raise BadTerm(kind=kind, expected="värdet ska vara nycklar med värden")
    try:
        value_class = _class_for(KINDS[kind], mapping)
        _refuse_unknown_keys(value_class, mapping)
        return value_class(**dict(_read_keys(value_class, mapping)))
    except BadTerm as bad:
        raise BadTerm(
            kind=kind, key=bad.key, expected=bad.expected, found=bad.found
        ) from None


def _class_for(kind: Kind, mapping: TermMapping) -> type[Value]:
    if len(kind.classes) == 1:
        return kind.classes[0]
    by_rule = {_rule_of(each): each for each in kind.classes}
    rule = mapping.get("rule")
    if not isinstance(rule, str) or rule not in by_rule:
        expected = f"något av {', '.join(by_rule)}"
        raise BadTerm(key="rule", expected=expected, found=rule)
    return by_rule[rule]


def _rule_of(value_class: type[Value]) -> str:
    rule = next(key for key in keys_of(value_class) if key.key == "rule")
    return str(rule.default)


def _refuse_unknown_keys(value_class: type[Value], mapping: TermMapping) -> None:
    known = [key.key for key in keys_of(value_class)]
    for key in mapping:
        if key not in known:
            expected = f"finns inte; nycklarna är {', '.join(known)}"
            raise BadTerm(key=str(key), expected=expected)


def _read_keys(
    value_class: type[Value], mapping: TermMapping
) -> Iterator[tuple[str, Any]]:
    for key in keys_of(value_class):
        if key.key in mapping:
            yield key.attribute, _read(key, mapping[key.key])
        elif key.required:
            expected = f"saknas; där ska stå {key.shape.expected}"
            raise BadTerm(key=key.key, expected=expected)


def _read(key: KeyShape, raw: object) -> object:
    try:
        return key.shape.read(raw)
    except Unreadable:
        found = "tomt" if raw is None else raw
        raise BadTerm(key=key.key, expected=key.shape.expected, found=found) from None


def write_term(value: Value) -> dict[str, object]:
    """Write a value as it is kept in files; `read_term` gives the same value back.

    Optional keys that say nothing beyond the default are left out.

    >>> write_term(read_term("extra_meeting", {"body": "committee",
    ...     "members_needed": 5, "chair_may_call": True}))
    {'body': 'committee', 'members_needed': 5}
    """
    return {
        key.key: key.shape.write(getattr(value, key.attribute))
        for key in keys_of(type(value))
        if key.required or getattr(value, key.attribute) != key.default
    }


def schema_of(value_class: type[Value]) -> dict[str, object]:
    """Return the JSON Schema of a value of this class.

    >>> schema_of(values.Remote)["required"]
    ['body', 'means']
    """
    keys = keys_of(value_class)
    properties = {key.key: dict(key.shape.schema) for key in keys}
    if issubclass(value_class, values.FeeTerm):
        properties["rule"] = {"const": _rule_of(value_class)}
    return {
        "type": "object",
        "properties": properties,
        "required": [key.key for key in keys if key.required],
        "additionalProperties": False,
    }
