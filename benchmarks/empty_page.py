"""An empty page: three questions, as many bytes as docs/speed.md says, nothing else."""

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template

NAME, ADDRESS = "floor", "golv-for-matning/"
BYTES = 32_700
_TEMPLATE = Template("<!doctype html><title>{{ name }}</title><main>{{ text }}</main>")


def empty_page(request: HttpRequest) -> HttpResponse:
    """Answer with a page that says nothing: session, user and one count."""
    number = User.objects.count()
    context = Context({"name": request.user.get_username(), "text": "x" * BYTES})
    return HttpResponse(_TEMPLATE.render(context), headers={"X-Users": str(number)})
