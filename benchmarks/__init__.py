"""What the portal costs, measured on this machine:

    .venv/bin/python -m benchmarks.pages     pages under gunicorn on PostgreSQL, beside a bare Django view
    .venv/bin/python -m benchmarks.pdf       the plan's PDF, beside WeasyPrint on the same plan

Both need what the tests need (`python3 dev.py test` installs it), use loopback only, and stop by themselves.
"""
