from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Compressed, hashed names, inside JavaScript modules too: no import map, so no inline script."""

    support_js_module_import_aggregation = True
    manifest_strict = False
