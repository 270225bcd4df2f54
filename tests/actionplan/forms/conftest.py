import pytest
from django.utils import timezone


@pytest.fixture
def removed():
    """Takes a record out of the plan."""

    def take_out(record):
        record.removed_at = timezone.now()
        record.save()
        return record

    return take_out
