"""Everything that can be edited: the kinds of record, and the records of one kind."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst

from radslag.web import edit_links
from radslag.web.secretariat.editing.editors import EDITORS, ORDER
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.visiting import editor_of, visit_of

ON_A_PAGE = 50


def sections(request: HttpRequest, cooperation: str) -> HttpResponse:
    """List every kind of record that has a form."""
    return render(
        request,
        "secretariat/editing/sections.html",
        {
            "sections": [
                (
                    capfirst(EDITORS[section].plural),
                    reverse("edit-section", args=[cooperation, section]),
                )
                for section in ORDER
            ]
        },
    )


def section(request: HttpRequest, cooperation: str, section: str) -> HttpResponse:
    """List the records of one kind, each leading to its form."""
    visit, editor = visit_of(request), editor_of(section)
    pages = Paginator(editor.records(), ON_A_PAGE).get_page(request.GET.get("page"))
    needs_parent = bool(editor.form.parents)
    return render(
        request,
        "secretariat/editing/section.html",
        {
            "heading": capfirst(editor.plural),
            "pages": pages,
            "rows": [
                (name_of(row), edit_links.edit_url(visit, section, row.key))
                for row in pages
            ],
            "adds": editor.adds,
            "add_url": "" if needs_parent else edit_links.add_url(visit, section),
        },
    )
