"""What stands in a kept page where the viewer's own name and token belong.

Nobody can write these into a record: they are new in every process.
"""

import secrets
from dataclasses import replace

from django.http import HttpRequest

from radslag.services.access import Viewer

TOKEN_MARK = f"token-{secrets.token_hex(16)}"
NAME_MARK = f"name-{secrets.token_hex(16)}"


def marked(request: HttpRequest, viewer: Viewer) -> tuple[Viewer, dict[str, str]]:
    """Return the viewer, and further words, as the page at hand is to show them."""
    if not getattr(request, "is_kept", False):
        return viewer, {}
    return replace(viewer, name=NAME_MARK), {"csrf_token": TOKEN_MARK}
