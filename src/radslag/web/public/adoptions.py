"""Adoptions: eight boards against the joint programmes, and one board's decision."""

from datetime import date
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.agreement.boards import Step
from radslag.records.models import Programme
from radslag.services import adoptions
from radslag.services.adoptions import Cell, Column, Matrix
from radslag.web import source_links
from radslag.web.adoption_words import mark_of, word_of
from radslag.web.edit_links import edit_url
from radslag.web.gate import Visit
from radslag.web.public.lanes import lanes_of
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import day


def adoption_matrix(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show what every board has done with every programme."""
    visit = cast("Visit", request)
    found = adoptions.matrix(visit.viewer)
    if not found.columns or not found.rows:
        return render(request, "public/adoptions_empty.html")
    source_links.gather(visit, "adoptions")
    asked = request.GET.get("program", "")
    chosen = next((each for each in found.columns if each.programme.key == asked), None)
    column = chosen or _latest_begun(found)
    return render(
        request,
        "public/adoptions.html",
        {
            "matrix": found,
            "rows": [
                {"board": row.board, "cells": _cells(row.cells, visit), "row": row}
                for row in found.rows
            ],
            "columns": [_column_shown(each, visit) for each in found.columns],
            "family": _family(found, visit.today),
            "lanes": lanes_of(column, visit.today),
            "chosen": column,
            "is_unknown": bool(asked) and chosen is None,
        },
    )


def adoption(
    request: HttpRequest, cooperation: str, programme: str, board: str
) -> HttpResponse:
    """Show one board's decision on one programme, and what follows on it."""
    visit = cast("Visit", request)
    found = adoptions.matrix(visit.viewer)
    cell = found.cell(programme, board)
    if cell is None:
        raise Http404
    row = cell.adoption
    return render(
        request,
        "public/adoption.html",
        {
            "cell": cell,
            "shown": cell_shown(cell, visit),
            "facts": _facts(cell, visit),
            "steps": [step_shown(*each) for each in _named_steps(cell)],
            "tells_all": not visit.viewer.is_public,
            "sources": adoptions.sources_of(row, visit.viewer) if row else [],
            "edit_url": edit_url(request, "adoptions", row.key) if row else "",
            "others": [
                (other.name, _address(other, visit), other.board.key == board)
                for other in _column_of(found, programme)
            ],
            "trail": [
                (_("Antaganden"), reverse("adoptions", args=[cooperation])),
                (f"{cell.programme}, {cell.name}", ""),
            ],
        },
    )


def _latest_begun(found: Matrix) -> Column:
    """Return the newest programme that somebody has written something about."""
    return next(
        (
            each
            for each in found.columns
            if any(cell.adoption is not None for cell in each.cells)
        ),
        found.columns[0],
    )


def _column_of(found: Matrix, programme_key: str) -> tuple[Cell, ...]:
    return next(
        each.cells for each in found.columns if each.programme.key == programme_key
    )


def _column_shown(column: Column, visit: Visit) -> Shown:
    return {
        "programme": column.programme,
        "years": years_of(column.programme),
        "summary": column.summary,
        "in_force": column.in_force,
        "silence": column.silence,
        "lanes_url": f"?program={column.programme.key}#gangen",
        "is_in_force": bool(
            column.in_force
            and column.in_force.in_force_from
            and column.in_force.in_force_from <= visit.today
        ),
    }


def _cells(cells: tuple[Cell, ...], visit: Visit) -> list[Shown]:
    return [cell_shown(cell, visit) for cell in cells]


def cell_shown(cell: Cell, visit: Visit) -> Shown:
    """Return a cell as word, mark, and the few facts that stand in the matrix."""
    row = cell.adoption
    statements = len(row.separate_statements.all()) if row else 0
    return {
        "key": row.key if row else "",
        "programme": str(cell.programme),
        "kind": mark_of(cell),
        "word": word_of(cell),
        "decided_on": row.decided_on if row else None,
        "paragraph": row.paragraph if row else "",
        "register_number": row.register_number if row else "",
        "lacks": _lacks(cell),
        "is_inferred": cell.is_inferred,
        "statements": statements,
        "dissents": len(row.dissents.all()) if row else 0,
        "url": _address(cell, visit),
    }


def _lacks(cell: Cell) -> str:
    row = cell.adoption
    if row is None or not cell.has_said_yes:
        return ""
    if cell.is_said_only:
        return _("datum och § saknas")
    if not row.decided_on:
        return _("datum saknas")
    return "" if row.paragraph else _("§ saknas")


def _address(cell: Cell, visit: Visit) -> str:
    return reverse(
        "adoptions-one",
        args=[visit.cooperation.key, cell.programme.key, cell.board.key],
    )


def years_of(programme: Programme) -> str:
    """Write the years that a programme is meant for."""
    return f"{programme.valid_from.year}–{programme.valid_to.year}"


def _family(found: Matrix, today: date) -> list[Shown]:
    """Return the programmes from the oldest on: which replaced which."""
    programmes = [column.programme for column in found.columns]
    keys = {programme.key for programme in programmes}
    return [
        {
            "name": str(programme),
            "years": years_of(programme),
            "replaces": str(programme.replaces)
            if programme.replaces and programme.replaces.key in keys
            else "",
            "is_now": programme.valid_from <= today <= programme.valid_to,
        }
        for programme in sorted(programmes, key=lambda each: each.valid_from)
    ]


def _facts(cell: Cell, visit: Visit) -> list[Shown]:
    row = cell.adoption
    facts: list[Shown] = [
        {"label": _("Program"), "value": cell.programme.name},
        {"label": _("Styrelse"), "value": str(cell.board)},
    ]
    if row is None:
        return facts
    facts += [
        {"label": _("Utsänt"), "value": day(row.sent_on)},
        {"label": _("Beslutat"), "value": day(row.decided_on)},
        {"label": _("Paragraf"), "value": row.paragraph},
        {"label": _("Diarienummer"), "value": row.register_number},
        {"label": _("Justerat"), "value": day(row.verified_on)},
        {"label": _("Anslaget"), "value": day(row.announced_on)},
    ]
    if row.note and not row.is_inferred:
        facts.append({"label": _("Anmärkning"), "value": row.note})
    return facts


def _named_steps(cell: Cell) -> list[tuple[str, Step]]:
    if cell.steps is None:
        return []
    return list(
        zip((_("Justering"), _("Anslag"), _("Överklagande")), cell.steps, strict=True)
    )


def step_shown(name: str, step: Step) -> Shown:
    """Return a step with its day in words, done or due."""
    is_late = bool(step.done_on and step.due_by and step.done_on > step.due_by)
    return {
        "name": name,
        "done_on": step.done_on,
        "due_by": step.due_by,
        "because": step.because,
        "paragraph": step.paragraph,
        "is_late": is_late,
    }
