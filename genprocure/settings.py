"""One file; the environment decides. `README.md` lists the variables."""

import os
from pathlib import Path
from typing import Literal

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from genprocure import environment

BASE_DIR = Path(__file__).resolve().parent.parent

IS_DEMO = environment.is_on("GENPROCURE_DEMO")
IS_HTTPS = environment.is_on("GENPROCURE_HTTPS")
SECRET_KEY = environment.secret_key(is_demo=IS_DEMO, folder=BASE_DIR)
ALLOWED_HOSTS = environment.allowed_hosts(is_demo=IS_DEMO)
CSRF_TRUSTED_ORIGINS = environment.comma_separated("CSRF_TRUSTED_ORIGINS")
DEBUG = environment.is_on("DEBUG")
SITE_URL = environment.site_url(is_demo=IS_DEMO, hosts=ALLOWED_HOSTS)

INSTALLED_APPS = [
    "genprocure",
    "actionplan",
    "ulg",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "bootstrap",
    "django_htmx",
    "django_prose_editor",
    "simple_history",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "genprocure.middleware.RequestSizeMiddleware",
    "genprocure.middleware.ReadableRequestMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "genprocure.middleware.DatabaseOutageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ulg.middleware.PersonLanguageMiddleware",
    "ulg.middleware.FormOwnerMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "genprocure.urls"
WSGI_APPLICATION = "genprocure.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "genprocure.context.portal",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Database: connections stay open; SQLite waits for a lock instead of failing
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{BASE_DIR / 'genprocure.sqlite3'}", conn_max_age=600, conn_health_checks=True
    )
}
# PostgreSQL: a server that does not answer is noticed in seconds. How long a statement may take, or wait for another
# one's lock, is bounded in web processes only (genprocure/wsgi.py): a migration may take its time.
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"].setdefault("OPTIONS", {}).update(environment.postgresql_timeouts())
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
# Whoever changes rows of several tables locks them in this order: ulg/writing/locks.py says why
RECORD_MODEL = "actionplan.Record"  # what events are about
LOCK_ORDER = [
    "ulg.City",
    "ulg.User",
    "ulg.Organisation",
    "ulg.Membership",
    "ulg.Invitation",
    "actionplan.Plan",
    "actionplan.Assessment",
    "actionplan.EnteredFigure",
    "actionplan.Supplier",
    "actionplan.SupplierUpload",
    "actionplan.Record",
    "actionplan.Attachment",
    "actionplan.OwnScore",
    "actionplan.Comment",
    "ulg.UnsentText",
    "actionplan.NumberSeries",
    "actionplan.PlanVersion",
    "actionplan.VersionFile",
    "actionplan.PublishedName",
    "actionplan.VersionGaps",
    "actionplan.Publication",
    "actionplan.NoticeLot",
    "actionplan.Notice",
    "actionplan.ProcedureLot",
    "actionplan.ProcedureAmount",
    "actionplan.Procedure",
    "actionplan.NoticeImport",
    "ulg.Visit",
    "ulg.CityRevision",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Web processes keep no state: sessions and rate limits stand in the database. What each caches of the pages that it has
# rendered is valid only while the database says so (ulg/caching/fragments.py); no longer than five minutes, should a
# process die between a change and the city's new revision.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 14 * 24 * 3600
IN_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 300}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "fragments": {**IN_MEMORY, "LOCATION": "fragments", "OPTIONS": {"MAX_ENTRIES": 1000}},  # of a few kB each
    "documents": {**IN_MEMORY, "LOCATION": "documents", "OPTIONS": {"MAX_ENTRIES": 20}},  # of some 200 kB
}

# People
AUTH_USER_MODEL = "ulg.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
CITY_URL_NAME = "actionplan:overview"  # where a city's own address leads
ACCOUNT_ADAPTER = "ulg.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key",  # a key is an address
    "guess_login_code": "60/m/ip,10/10m/key",  # a key is a session: not to be cheated by guessing all at once
}

# Whom a reader may write to about the portal itself: accessibility, personal data
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "portal@example.org" if IS_DEMO else "")

# Mail: the demo writes files, which a page of the demo shows
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "Genprocure <no-reply@example.org>")
EMAIL_TIMEOUT = 10
if IS_DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = BASE_DIR / ".demo-mail"
else:
    EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
    EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = environment.is_on("EMAIL_USE_TLS")

# Languages
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("sv", _("Swedish"))]
LOCALE_PATHS = [BASE_DIR / "genprocure" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("TIME_ZONE", "Europe/Stockholm")

# Static files: compressed and hashed by WhiteNoise
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "genprocure.staticfiles.HashedStorage"},
}

# Files of records: at no address, sent by a page that asks who may read them
MEDIA_ROOT = os.environ.get("MEDIA_ROOT") or environment.media_folder(DATABASES["default"], BASE_DIR)
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
ATTACHMENT_MAX_BYTES = int(os.environ.get("ATTACHMENT_MAX_MB", "25")) * 1_000_000
CLAMD = os.environ.get("CLAMD", "")  # host:port or the path of a Unix socket; without it nothing is scanned

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # a load balancer asks over plain HTTP
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", "0"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.is_on("BEHIND_PROXY") else None
ALLAUTH_TRUSTED_PROXY_COUNT = (
    1 if environment.is_on("BEHIND_PROXY") else 0
)  # rate limits count the visitor, not the proxy
CSRF_FAILURE_VIEW = "genprocure.views.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not IS_DEMO
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SAMESITE: Literal["Lax"] = "Lax"
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # HSTS for its other hosts is the city's own decision
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# What goes wrong is said on the standard error, where the server's own log takes it up
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # that a page was not found is no fault of ours
}
