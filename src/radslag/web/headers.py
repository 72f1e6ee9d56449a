"""What every answer tells the browser to refuse, beyond what Django itself says.

Django sets transport, framing, type and referrer; this adds what it has no setting for.
The content policy is a constant (`config/policy.py`), so nothing is built per answer.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

ALWAYS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    # Nothing here asks for a device; so no script that slipped in may either.
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), "
        "encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), "
        "publickey-credentials-get=(), screen-wake-lock=(), usb=(), "
        "xr-spatial-tracking=()"
    ),
    "X-Permitted-Cross-Domain-Policies": "none",
}
# What one person saw must not be shown to the next at the same screen.
NEVER_KEPT = "private, no-store"
# What all may see may be kept, but asked about anew each time.
ASKED_ANEW = "no-cache"


class HeadersMiddleware:
    """Set the headers, and keep signed-in people's pages out of every store."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the headers on."""
        response = self.get_response(request)
        policy = settings.CONTENT_SECURITY_POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        _say_who_may_keep(request, response)
        return response


def _say_who_may_keep(request: HttpRequest, response: HttpResponse) -> None:
    user = getattr(request, "user", None)
    if user is None:
        return  # A static file: it was answered before anybody was asked for.
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    if user.is_authenticated or "Set-Cookie" in response or response.cookies:
        response.headers["Cache-Control"] = NEVER_KEPT
    else:
        response.headers.setdefault("Cache-Control", ASKED_ANEW)
