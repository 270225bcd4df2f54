from tests.browser.conftest import browse

__all__ = ["browse"]
