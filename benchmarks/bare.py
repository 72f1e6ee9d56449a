"""The addresses of a Django project that has nothing but the empty page."""

from django.urls import path

from benchmarks.empty_page import ADDRESS, NAME, empty_page

urlpatterns = [path(ADDRESS, empty_page, name=NAME)]
