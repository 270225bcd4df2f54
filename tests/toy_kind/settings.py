from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.toy_kind"]
MIGRATION_MODULES = dict.fromkeys(["actionplan", "ulg", "toy_kind"])  # tables are made from the models as they stand
