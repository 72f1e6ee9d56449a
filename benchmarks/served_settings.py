"""The settings of a real installation, for a program that is measured.

`RADSLAG_BENCH_SERVES` says which it is: `kept` is the program as it is installed, and
so is `changed`, whose pages are changed before each asking; `anew` is the same with
nowhere to keep pages, and `bare` is a new Django project with nothing of ours in it but
the database.
"""

import os
from datetime import date

from benchmarks.large_sizes import DAY
from radslag.config.settings import *  # noqa: F403 - every setting but those below
from radslag.config.settings import AUTHENTICATION_BACKENDS, CACHES

PRETENDED_TODAY = date.fromisoformat(DAY)
ROOT_URLCONF = "benchmarks.floor"
DJANGOS_OWN = "django.contrib.auth.backends.ModelBackend"
OURS = AUTHENTICATION_BACKENDS[0]
# Those who visit the new project are signed in by Django's own, the others by ours.
AUTHENTICATION_BACKENDS = [OURS, DJANGOS_OWN]
SERVES = os.environ.get("RADSLAG_BENCH_SERVES", "kept")
if SERVES == "anew":
    CACHES = {
        **CACHES,
        "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    }
if SERVES == "bare":
    ROOT_URLCONF = "benchmarks.bare"
    AUTHENTICATION_BACKENDS = [DJANGOS_OWN]
    SESSION_ENGINE = "django.contrib.sessions.backends.db"
    INSTALLED_APPS = [
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
    ]
    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ]
