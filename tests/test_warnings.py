import warnings

import pytest
from django.utils.deprecation import RemovedInNextVersionWarning


@pytest.mark.parametrize("kind", [DeprecationWarning, RemovedInNextVersionWarning, ResourceWarning, UserWarning])
def test_a_warning_is_an_error(kind):
    with pytest.raises(kind, match="of the test"):
        warnings.warn("of the test", kind, stacklevel=1)
