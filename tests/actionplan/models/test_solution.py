from __future__ import annotations

import pytest
from django.db import IntegrityError

from tests.factories import SolutionFactory


@pytest.mark.django_db
def test_a_solution_is_never_rejected_without_a_reason():
    with pytest.raises(IntegrityError, match="rejected_solution_has_reason"):
        SolutionFactory(status="rejected")
