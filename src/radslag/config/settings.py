"""Every setting, with what the environment may say otherwise."""

from pathlib import Path
from typing import Any

import dj_database_url

from radslag.config import policy
from radslag.config.environment import (
    BadSetting,
    day,
    listed,
    switch,
    text,
    whole_number,
)

PACKAGE = Path(__file__).resolve().parent.parent
# An installed program is in production unless told otherwise; a checkout is not.
IS_CHECKOUT = (PACKAGE.parent.parent / "manage.py").is_file()
DEBUG = switch("RADSLAG_DEBUG", default=IS_CHECKOUT)
SECRET_KEY = text("RADSLAG_SECRET_KEY", "only-for-demonstration" if DEBUG else "")
if not SECRET_KEY:
    raise BadSetting(
        "RADSLAG_SECRET_KEY måste anges: en lång slumpmässig text som hålls hemlig. "
        "Inget är ändrat. docs/running.md visar hur en sådan görs. För att bara prova "
        "på den egna datorn: sätt RADSLAG_DEBUG till 1."
    )
ALLOWED_HOSTS = listed("RADSLAG_HOSTS", "localhost,127.0.0.1,[::1]" if DEBUG else "")
CSRF_TRUSTED_ORIGINS = listed("RADSLAG_ORIGINS", "")
WORKPLACE = Path(text("RADSLAG_FOLDER", str(Path.cwd() / "var")))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "radslag.records",
    # Before allauth, so that its pages take our templates.
    "radslag.web",
    "allauth",
    "allauth.account",
]

MIDDLEWARE = [
    "radslag.web.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "radslag.web.sessions.SessionEndMiddleware",
    "radslag.web.gate.GateMiddleware",
]

ROOT_URLCONF = "radslag.config.urls"
WSGI_APPLICATION = "radslag.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "radslag.web.frame.page_facts",
            ],
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        text("DATABASE_URL", f"sqlite:///{WORKPLACE / 'radslag.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
        ),
    }

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(WORKPLACE / "cache"),
        # Many guesses at many names must not push out the counters of the first.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # Pages as they came out; each process keeps its own (see web/kept.py).
    "pages": {
        "BACKEND": "radslag.web.page_store.PageStore",
        "LOCATION": "10000000",
    },
}

AUTHENTICATION_BACKENDS = ["radslag.web.accounts.OwnUsers"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator"
    },
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "radslag.web.accounts.ClosedSignup"
ACCOUNT_FORMS = {"login": "radslag.web.sign_in_form.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {
    "login_failed": "20/10m/ip,5/30m/key",
    "reset_password": "20/10m/ip,2/h/key",
}
# The visitor's own address, not the proxy's, is what failed sign-ins are counted by.
ALLAUTH_TRUSTED_PROXY_COUNT = whole_number("RADSLAG_PROXIES", default=int(not DEBUG))
# Nobody who has no account gets a letter about it.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Rådslag: "
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
TIME_ZONE = "Europe/Stockholm"
PRETENDED_TODAY = day("RADSLAG_TODAY")
if PRETENDED_TODAY and not DEBUG:
    # Roles that have ended would otherwise come back to life.
    raise BadSetting("RADSLAG_TODAY får bara anges när RADSLAG_DEBUG är 1.")

STATIC_URL = "static/"
STATIC_ROOT = WORKPLACE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

CONTENT_SECURITY_POLICY = policy.CONTENT_SECURITY_POLICY
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
RADSLAG_IDLE_MINUTES = whole_number("RADSLAG_IDLE_MINUTES", default=60)
RADSLAG_SIGNED_IN_HOURS = whole_number("RADSLAG_SIGNED_IN_HOURS", default=12)
SESSION_ENGINE = "radslag.web.session_store"
# An hour longer than anybody stays, so that who returns late is told why.
SESSION_COOKIE_AGE = (RADSLAG_SIGNED_IN_HOURS + 1) * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
if not DEBUG:
    SECURE_SSL_REDIRECT = switch("RADSLAG_HTTPS_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrftoken"

DATA_UPLOAD_MAX_NUMBER_FILES = 200
FILE_UPLOAD_HANDLERS = ["radslag.web.uploads.LimitedUpload"]

EMAIL_BACKEND = text(
    "RADSLAG_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"
)
DEFAULT_FROM_EMAIL = text("RADSLAG_EMAIL_FROM", "radslag@localhost")
