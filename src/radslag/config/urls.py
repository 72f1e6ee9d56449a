"""Every address of the house."""

from allauth.account.views import login
from django.urls import URLPattern, URLResolver, include, path

from radslag.web.kept import kept_for_strangers

urlpatterns: list[URLPattern | URLResolver] = [
    # Before the library's own, which is the same page drawn at each request.
    path("konto/login/", kept_for_strangers(login), name="account_login"),
    path("konto/", include("allauth.account.urls")),
    path("", include("radslag.web.urls")),
]
