"""The program with an empty page beside its own, for them to be measured against.

It passes the same middleware as every page, for somebody signed in.
"""

from django.urls import include, path

from benchmarks.empty_page import ADDRESS, NAME, empty_page
from radslag.web.access import TABLE, Entry

TABLE[NAME] = Entry("Tom sida", is_public=True, needs_cooperation=False)
urlpatterns = [
    path(ADDRESS, empty_page, name=NAME),
    path("", include("radslag.config.urls")),
]
