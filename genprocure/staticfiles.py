from collections.abc import Iterator
from typing import Any

from django.conf import settings
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Compressed, hashed names, inside JavaScript modules too: no import map, so no inline script."""

    support_js_module_import_aggregation = True
    manifest_strict = False
    keep_only_hashed_files = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """The file's address: worked out once in a process, for every page names a score of them."""
        if force or settings.DEBUG:
            return super().url(name, force)
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[tuple[str, str, bool]]:
        """Leave htmx's extensions alone: their comments look like imports of files that are not there."""
        ours = {name: place for name, place in paths.items() if not name.startswith("django_htmx/ext/")}
        yield from super().post_process(ours, *args, **options)

    def create_compressor(self, **options: Any) -> Compressor:
        """Spend no time on source maps: half of all bytes, and only for whoever debugs the packages."""
        return super().create_compressor(**options | {"extensions": (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")})
