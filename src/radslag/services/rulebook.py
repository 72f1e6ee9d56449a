"""The rulebook: the chosen cooperation's dated terms, read as the rules read them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, NullIf

from radslag.agreement import terms as rules
from radslag.agreement.wording import own_body_name
from radslag.records.models import Body, Term
from radslag.records.questions import Answers, question
from radslag.services.access import Viewer

# A cooperation's rules, as they are and as the public may read them.
MOST_RULEBOOKS = 50


def rulebook(viewer: Viewer | None = None) -> rules.Terms:
    """Return the chosen cooperation's terms, in one query.

    The rules are the same for all, but an agreement that is not public is not quoted
    to a viewer from the public: the terms come without paragraph and source. Raises
    BadTerm when a term's value cannot be read: a rule that is not understood must
    never be taken for silence.
    """
    return _read(_terms(), to_public=viewer is not None and viewer.is_public)


@question
def _terms() -> QuerySet[Term]:
    return with_body_names(Term.objects.select_related("paragraph", "agreement"))


def with_body_names(terms: QuerySet[Term]) -> QuerySet[Term]:
    """Add what the cooperation calls the body each term applies to, in no more queries.

    A name is only added where one body is of the kind; of several, none is meant.
    """
    called = Coalesce(NullIf("short_name", Value("")), "name")
    alone = (
        Body.objects.filter(kind=OuterRef("body_kind"), exists_until=None)
        .order_by()
        .values("kind")
        .annotate(bodies=Count("pk"), called=Max(called))
        .filter(bodies=1)
        .values("called")
    )
    kinds = terms.annotate(body_kind=KT("value__body"))
    return kinds.annotate(body_called=Subquery(alone))


@lru_cache(maxsize=MOST_RULEBOOKS)
def _read(rows: Answers[Term], *, to_public: bool) -> rules.Terms:
    if not to_public:
        return terms_of(rows)
    return rules.Terms.of(
        term_of(row)
        if row.agreement.is_public
        else replace(term_of(row), paragraph="", source="")
        for row in rows
    )


def terms_of(rows: Iterable[Term]) -> rules.Terms:
    """Read rows that are already fetched with their paragraphs; raises BadTerm."""
    return rules.Terms.of(term_of(row) for row in rows)


def term_of(row: Term) -> rules.Term[rules.Value]:
    """Read one row; raises BadTerm with a sentence that names the key."""
    called = getattr(row, "body_called", None) or ""
    return rules.Term(
        kind=row.kind,
        value=rules.read_term(row.kind, row.value),
        applies_from=row.applies_from,
        applies_until=row.applies_until,
        paragraph=str(row.paragraph) if row.paragraph else "",
        source=row.source,
        own_body_name=own_body_name(called),
    )
