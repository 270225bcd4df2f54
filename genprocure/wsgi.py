import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "genprocure.settings")
# Nobody waits longer than this for one answer of the database; 0 sets no limit, as PgBouncer wants it
os.environ.setdefault("STATEMENT_TIMEOUT", "15")
application = get_wsgi_application()
