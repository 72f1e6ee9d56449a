"""The demonstration: its stages, its port, its sign-ins, and where it is refused."""

import os
import socket
import subprocess
import sys
import time
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from radslag.agreement.vocabulary import AccessRole, MeetingStatus, PlanStatus
from radslag.records.models import AccessGrant, AnnualPlan, Cooperation, Meeting, choose
from radslag.services.access import Viewer
from radslag.services.overview import overview
from radslag.web.management.commands.demo import (
    ADDRESS,
    STAGES,
    free_port,
    load_example,
    stage_env,
)

pytestmark = pytest.mark.django_db
TOP = Path(__file__).resolve().parent.parent.parent
STRATEGIST = Viewer(roles=frozenset({AccessRole.SECRETARIAT}))


@pytest.fixture(autouse=True)
def _workplace(settings, tmp_path):
    settings.WORKPLACE = tmp_path
    settings.DEBUG = True


def told(**options) -> str:
    """Return what the command says when it only prepares."""
    out = StringIO()
    call_command("demo", no_serve=True, stdout=out, **options)
    return out.getvalue()


def test_demo_gives_every_role_a_sign_in_that_works(settings):
    said = told()

    password = said.split("Lösenord för alla: ")[1].split()[0]
    assert set(AccessGrant.objects.values_list("role", flat=True)) == {
        str(role) for role in AccessRole
    }
    for user in User.objects.all():
        assert user.email in said
        assert Client().login(request=None, email=user.email, password=password)


def test_demo_prepared_twice_changes_nothing():
    first = told()
    with choose(Cooperation.objects.get()):
        before = Meeting.objects.count()

    assert told() == first
    with choose(Cooperation.objects.get()):
        assert Meeting.objects.count() == before


def test_demo_takes_the_next_port_and_says_so():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        wanted = taken.getsockname()[1]

        assert free_port(wanted) > wanted
        assert f"Port {wanted} är upptagen" in told(port=wanted)


def test_demo_is_refused_on_a_server(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="skarp installation"):
        told()

    assert not Cooperation.objects.exists()


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_a_day_and_a_database_of_its_own(stage, settings):
    env = stage_env(stage)

    assert date.fromisoformat(env["RADSLAG_TODAY"])
    assert env["RADSLAG_FOLDER"] == str(settings.WORKPLACE / f"exempel-{stage}")


def test_planning_is_a_plan_presented_to_some_but_not_adopted():
    with choose(load_example("planning")):
        plan = AnnualPlan.objects.get(year=2026)

        assert (plan.status, plan.adopted_on) == (PlanStatus.PRESENTED, None)
        assert plan.presentations.filter(subject="annual_plan").count() == 5
        tasks = [
            task.what
            for week in overview(date(2025, 12, 8), STRATEGIST).weeks
            for task in week.tasks
        ]
        assert "Fastställ verksamhetsplan och budget för 2026" in tasks


def test_notice_sent_is_a_meeting_called_with_an_agenda():
    with choose(load_example("notice-sent")):
        meeting = Meeting.objects.get(key="ssk-2026-04-23")

        assert meeting.status == MeetingStatus.CALLED
        assert meeting.items.count() == 6
        assert meeting.meeting_notices.get().sent_on == date(2026, 4, 7)


def test_meeting_held_waits_for_its_minutes_to_be_verified():
    with choose(load_example("meeting-held")):
        late = overview(date(2026, 4, 28), STRATEGIST).late

        assert any("justerade" in task.what for task in late)


def test_year_closed_has_outcomes_and_an_annual_report_in_draft():
    with choose(load_example("year-closed")):
        plan = AnnualPlan.objects.get(year=2026)

        assert all(line.outcomes.exists() for line in plan.budget_lines.all())
        assert plan.report.status == "draft"


def test_demo_says_what_is_needed_and_nothing_else(tmp_path):
    """Started as `make demo` starts it: the first thing a new user reads."""
    port = free_port(18_000)
    said = tmp_path / "said.txt"
    with (
        said.open("wb") as out,
        subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=TOP,
            env={
                **os.environ,
                "RADSLAG_DEBUG": "1",
                "RADSLAG_FOLDER": str(tmp_path),
                "DATABASE_URL": f"sqlite:///{tmp_path / 'demo.sqlite3'}",
            },
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            assert answers(port)
        finally:
            server.terminate()

    text = said.read_text("utf-8")
    assert "Rådslag är igång" in text
    assert "warning" not in text.lower()
    assert "development server" not in text


def answers(port: int) -> bool:
    """Say whether the program answers on a port within a minute."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex((ADDRESS, port)) == 0:
                return True
        time.sleep(0.2)
    return False
