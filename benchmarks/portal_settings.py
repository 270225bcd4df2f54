"""The portal as on a server; its collected files stand in the benchmark's own folder."""

import os

from genprocure.settings import *  # noqa: F403

STATIC_ROOT = os.environ["BENCHMARK_STATIC"]
ROOT_URLCONF = "benchmarks.portal_urls"
