#!/usr/bin/env python3
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "genprocure.settings")
    if sys.argv[1:2] == ["makemigrations"]:  # writes code and serves nobody, so it needs no secret
        os.environ.setdefault("GENPROCURE_DEMO", "1")
    execute_from_command_line(sys.argv)
