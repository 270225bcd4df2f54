"""One more kind of record, as an app of its own: what it takes to add one, and a proof that nothing else lists them.

`settings` install it, `test_kinds.py` runs `checks.py` with them in a process of its own.
"""
