"""The environment that the suite runs in, and then the one settings file."""

import atexit
import os
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-the-test-suite")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")
os.environ["GENPROCURE_DEMO"] = "0"

from genprocure.settings import *  # noqa: F403
from genprocure.settings import DATABASES, STORAGES

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in earnest: a database in memory would be one connection for all threads
    folder = tempfile.TemporaryDirectory(prefix="genprocure-")
    atexit.register(folder.cleanup)
    DATABASES["default"]["TEST"] = {"NAME": f"{folder.name}/suite.sqlite3"}
    # Nobody waits for the disk: a power cut would lose nothing but rows of tests
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"

files = tempfile.TemporaryDirectory(prefix="genprocure-files-", ignore_cleanup_errors=True)
atexit.register(files.cleanup)
MEDIA_ROOT = files.name
ATTACHMENT_MAX_BYTES, CLAMD = 25_000_000, ""

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = False
