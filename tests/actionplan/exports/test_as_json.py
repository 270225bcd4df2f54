import hashlib
import json

from actionplan.canonical import canonical, sha256
from actionplan.exports import as_json
from tests.actionplan.exports import documents


def test_the_file_is_the_document_and_its_fingerprint_that_of_the_version():
    document = documents.plan(actions=3)

    file = as_json.render(document)

    assert json.loads(file) == document
    assert hashlib.sha256(file).hexdigest() == sha256(canonical(document))


def test_names_stay_out_of_the_file():
    document = documents.plan(actions=3)

    assert as_json.render(document, documents.names("name")) == as_json.render(document)
