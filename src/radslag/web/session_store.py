"""Sessions as Django keeps them in the database, asked for with a kept question.

Every request of somebody signed in begins with it.
"""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from radslag.records.questions import question


@question
def _alive(key: str, moment: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=moment)


class SessionStore(db.SessionStore):
    """Django's own, but for how a session is found."""

    def _get_session_from_db(self) -> Any:  # noqa: ANN401 - as Django has it
        # A session ends by the real clock, also where a demonstration pretends a day.
        now = timezone.now()
        found = _alive(self.session_key or "", now).first()
        if found is None:
            self._session_key = None
        return found
