"""Files that people send: how large they may be, and where one waits to be confirmed.

A file waits between two pages: first it is tried and shown, then it is confirmed. It
lies in a folder of the program's own, which no address leads to, under a name that
only the sender's session knows; it is taken once, and an old one is thrown away.
"""

import secrets
import time
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    SkipFile,
    StopUpload,
    TemporaryFileUploadHandler,
)
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

MOST_MEGABYTES = 50
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
WAITS_SECONDS = 60 * 60
SESSION_KEY = "waiting_file"
MOST_BYTES_TOGETHER = 10 * MOST_BYTES
TOO_LARGE_MARK = "radslag.upload_too_large"


class LimitedUpload(TemporaryFileUploadHandler):
    """Keeps what is sent on disk, and stops keeping it when it is too much.

    A file that is too large is left out by itself; its name is noted under
    `TOO_LARGE_MARK`. When all the files together are too much, nothing more is taken.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.received = self.received_together = 0

    def new_file(self, *args: Any, **options: Any) -> None:
        """Begin with the next file."""
        self.received = 0
        super().new_file(*args, **options)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, or give up the whole file."""
        self.received += len(raw_data)
        self.received_together += len(raw_data)
        if self.received_together > MOST_BYTES_TOGETHER:
            self._leave_out()
            raise StopUpload(connection_reset=False)
        if self.received > MOST_BYTES:
            self._leave_out()
            raise SkipFile
        super().receive_data_chunk(raw_data, start)

    def _leave_out(self) -> None:
        self.upload_interrupted()
        if self.request is not None:
            names = self.request.META.setdefault(TOO_LARGE_MARK, [])
            names.append(self.file_name or "")


class FileForm(forms.Form):
    """The one field where a cooperation file is chosen."""

    file = forms.FileField(
        label=gettext_lazy("Samverkansfil"),
        help_text=gettext_lazy(
            "En textfil i YAML eller JSON, högst 50 MB. Inget sparas förrän du har "
            "sett vad som ändras och sagt ja."
        ),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json"}),
        error_messages={
            "required": gettext_lazy("Välj en fil att läsa in."),
            "empty": gettext_lazy("Filen är tom. Välj en annan."),
        },
    )

    def __init__(self, request: HttpRequest | None = None) -> None:
        """Take what was sent, when something was."""
        self.is_too_large = False
        if request is None or request.method != "POST":
            super().__init__()
            return
        super().__init__(request.POST, request.FILES)
        self.is_too_large = TOO_LARGE_MARK in request.META

    def clean(self) -> dict[str, Any]:
        """Say that a file was too large, where it would seem to be missing."""
        cleaned = super().clean() or {}
        if self.is_too_large:
            self.errors.pop("file", None)
            self.add_error("file", str(TOO_LARGE))
        return cleaned


TOO_LARGE = gettext_lazy("Filen är större än 50 MB, som är det mesta som tas emot.")


def keep(request: HttpRequest, sent: "UploadedFile[bytes]", purpose: str) -> str:
    """Let a file wait, and return the word that confirms it; one at a time waits."""
    forget(request)
    _throw_away_old()
    token = secrets.token_urlsafe(24)
    place = _folder() / token
    place.touch(mode=0o600)
    with place.open("wb") as kept:
        for chunk in sent.chunks():
            kept.write(chunk)
    name = Path(sent.name or "").name
    request.session[SESSION_KEY] = {"token": token, "name": name, "for": purpose}
    return token


def take(request: HttpRequest, token: str, purpose: str) -> tuple[str, bytes] | None:
    """Return a waiting file's name and bytes, once; nothing to whoever comes second.

    The word must be the one the sender's own session holds, for the same purpose.
    """
    waiting = request.session.get(SESSION_KEY, {})
    if (token, purpose) != (waiting.get("token"), waiting.get("for")):
        return None
    taken = _folder() / f"{token}.{secrets.token_hex(8)}"
    try:
        # Renaming is done by one only, however many press the button at once.
        (_folder() / token).rename(taken)
    except FileNotFoundError:
        return None
    content = taken.read_bytes()
    taken.unlink()
    return waiting["name"], content


def forget(request: HttpRequest) -> None:
    """Throw away the sender's waiting file, if there is one."""
    waiting = request.session.pop(SESSION_KEY, None)
    if waiting:
        (_folder() / waiting["token"]).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.WORKPLACE) / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _throw_away_old() -> None:
    oldest = time.time() - WAITS_SECONDS
    for place in _folder().iterdir():
        if place.stat().st_mtime < oldest:
            place.unlink(missing_ok=True)
