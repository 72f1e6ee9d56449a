"""What the keys and words of a term are called in its form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.agreement import wording
from radslag.agreement.terms import KeyShape
from radslag.agreement.vocabulary import BodyKind
from radslag.records.models import Municipality
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import fields

Words = list[tuple[str, Any]]

LABELS: dict[str, Any] = {
    "runs": _("Gäller"),
    "until": _("Gäller till och med"),
    "months": _("Antal månader"),
    "counted_from": _("Räknas från"),
    "decided_by": _("Beslutas av"),
    "received_by": _("Tas emot av"),
    "refund": _("Den som lämnar får tillbaka pengar"),
    "body": _("Gäller för"),
    "seats_per_municipality": _("Platser per kommun"),
    "office": _("Platsen tillkommer"),
    "attending": _("Deltar dessutom"),
    "roles": _("Uppdrag som väljs"),
    "elected_each": _("Väljs för"),
    "from": _("Väljs bland"),
    "rule": _("Regel"),
    "share": _("Andel"),
    "of": _("Räknat på"),
    "unless_agreed_by": _("Om inte annat bestämts av"),
    "boundary": _("Gräns"),
    "means": _("Tillåtna sätt"),
    "delivered_to": _("Skickas till"),
    "raised_by": _("Ärenden väcks av"),
    "agenda_decided_by": _("Dagordningen bestäms av"),
    "called_by": _("Kallar till mötet"),
    "notice_days": _("Kallelse minst så många dagar före"),
    "per_year": _("Möten per år"),
    "qualifier": _("Hur bestämt"),
    "planning_conference": _("Dessutom en planeringskonferens varje år"),
    "members_needed": _("Ledamöter som behövs"),
    "chair_may_call": _("Ordföranden får kalla ensam"),
    "subjects": _("Det som redovisas"),
    "to": _("Redovisas för"),
    "host": _("Värdkommun"),
    "full_time_officials": _("Heltidstjänster"),
    "paid_at": _("Betalas till"),
    "common": _("Det som är gemensamt betalas av"),
    "some_but_important": _("Det som rör några men är viktigt för alla"),
    "only_some": _("Det som bara rör några"),
    "shared_by": _("Delas efter"),
    "shares": _("Fasta andelar"),
    "population_day": _("Invånarna räknas den"),
    "population_years_before": _("Så många år före avgiftsåret"),
    "rounded_to": _("Avrundas till"),
    "rate_sek": _("Kronor per invånare"),
    "base_sek": _("Grundbelopp för varje kommun i kronor"),
    "first_year": _("Första året"),
    "first_total_sek": _("Första årets summa i kronor"),
    "first_population_on": _("Första årets invånare räknas den"),
    "total_sek": _("Summa i kronor"),
    "month": _("Månad"),
    "day": _("Dag"),
    "invoiced_by": _("Faktureras av"),
    "subject": _("Det som antas"),
    "by": _("Antas av"),
}
HELPS: dict[str, Any] = {
    "share": _("Till exempel 1/2 eller 2/3."),
    "shares": _("En kommun per rad: Nykvarn 1/8. Tillsammans ska de vara 1."),
    "population_day": _("Månad och dag, till exempel 12-31."),
    "rate_sek": _("Till exempel 4 eller 4,50."),
    "month": _("En siffra: mars är 3."),
}
WORDS: dict[str, Any] = {
    "until_further_notice": _("tills vidare"),
    "until": _("till en viss dag"),
    "next_month_turn": _("nästa månadsskifte"),
    "day_received": _("dagen den kom fram"),
    "year": _("ett år"),
    "term_of_office": _("en mandatperiod"),
    "members": _("ledamöterna"),
    "consensus": _("enighet"),
    "unanimity": _("alla röstar ja"),
    "majority": _("flertalet"),
    "qualified_majority": _("en viss andel"),
    "present": _("de närvarande"),
    "all": _("alla ledamöter"),
    "all_members": _("alla ledamöter"),
    "at_least": _("minst"),
    "more_than": _("mer än"),
    "about": _("ungefär"),
    "each_municipality": _("varje kommun"),
    "each_member": _("varje ledamot"),
    "cost_price": _("självkostnad"),
    "budget": _("budgeten"),
    "concerned": _("dem det rör"),
    "population": _("invånarantal"),
    "equal": _("lika delar"),
    "fixed_shares": _("fasta andelar"),
    "fee": _("avgiften"),
    "ore": _("öre"),
    "krona": _("hela kronor"),
    "per_resident": _("kronor per invånare"),
    "indexed": _("förra årets avgift, ändrad som folkmängden"),
    "base_and_rate": _("ett grundbelopp och kronor per invånare"),
    "shared_total": _("en bestämd summa som delas"),
    "each_board": _("varje kommunstyrelse"),
    "each_council": _("varje kommunfullmäktige"),
}
_ROLES = (
    "any_member", "chair", "vice_chair", "member", "substitute", "chief_executive",
    "secretary", "registrar", "verifier", "secretariat", "municipal_council", "board",
    "board_chair", "committee_chair", "committee",
)  # fmt: skip
_SUBJECTS = ("annual_plan", "budget", "programme")


def _role_words() -> Words:
    named = {each: translated(wording.role_name(each)) for each in _ROLES}
    return list(
        (named | {"committee": translated(wording.body_name("committee"))}).items()
    )


def _body_words() -> Words:
    return [(str(each.value), translated(each.swedish)) for each in BodyKind]


def _subject_words() -> Words:
    return [(each, translated(wording.subject_name(each))) for each in _SUBJECTS]


def _means_words() -> Words:
    return [
        (each, translated(wording.means_name(each)))
        for each in ("telephone", "network")
    ]


def _municipality_words() -> Words:
    return list(Municipality.objects.values_list("key", "name"))


def _plain_words(*words: str) -> Callable[[], Words]:
    return lambda: [(word, WORDS[word]) for word in words]


_OFFERED: dict[str, Callable[[], Words]] = {
    "body": _body_words,
    "decided_by": _role_words,
    "received_by": _role_words,
    "office": _role_words,
    "attending": _role_words,
    "roles": _role_words,
    "raised_by": _role_words,
    "agenda_decided_by": _role_words,
    "called_by": _role_words,
    "from": _plain_words("members"),
    "means": _means_words,
    "subjects": _subject_words,
    "subject": _subject_words,
    "host": _municipality_words,
    "invoiced_by": _municipality_words,
    "paid_at": _plain_words("cost_price"),
    "of": _plain_words("fee"),
}


def field_of(key: KeyShape, present: object) -> forms.Field:
    """Make the field where a key of a term is filled in; `present` stays choosable."""
    options: dict[str, Any] = {
        "label": LABELS[key.key],
        "help_text": HELPS.get(key.key, ""),
        "required": key.required,
    }
    words = choices_of(key, present)
    if _is_list(key):
        return forms.MultipleChoiceField(
            choices=words, widget=forms.CheckboxSelectMultiple, **options
        )
    if words:
        return fields.WordField(choices=words, **options)
    return _typed(key, options)


def _typed(key: KeyShape, options: dict[str, Any]) -> forms.Field:
    schema = _schema(key)
    if schema.get("type") == "boolean":
        return forms.BooleanField(**options | {"required": False})
    if schema.get("type") == "integer":
        least, most = schema["minimum"], schema.get("maximum", fields.LARGEST_WHOLE)
        return fields.WholeField(least=least, most=most, **options)
    if schema.get("format") == "date":
        return fields.DayField(**options)
    if schema.get("minimum") == 0:
        return fields.SumField(may_be_negative=False, **options)
    lines = 4 if schema.get("type") == "object" else 1
    return fields.TextField(lines=lines, max_length=4000, **options)


def choices_of(key: KeyShape, present: object) -> Words:
    """Return the words a key may hold, if it holds words."""
    schema = _schema(key)
    if "enum" in schema:
        return [(word, WORDS[word]) for word in schema["enum"]]
    if key.key not in _OFFERED:
        return []
    words = _OFFERED[key.key]()
    known = {word for word, _name in words}
    own = present if isinstance(present, list) else [present]
    return [*words, *((str(each), each) for each in own if each and each not in known)]


def _is_list(key: KeyShape) -> bool:
    return _schema(key).get("type") == "array"


def _schema(key: KeyShape) -> dict[str, Any]:
    schema: dict[str, Any] = dict(key.shape.schema)
    either = schema.get("anyOf")
    return dict(either[0]) if isinstance(either, list) else schema
