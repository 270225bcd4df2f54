import hashlib
import json

from actionplan.document.canonical import canonical, sha256
from tests.actionplan.exports import documents, files


def test_the_file_is_the_document_and_its_fingerprint_that_of_the_version():
    document = documents.plan(actions=3)

    file = files.json(document)

    assert json.loads(file) == document
    assert hashlib.sha256(file).hexdigest() == sha256(canonical(document))


def test_names_stay_out_of_the_file():
    document = documents.plan(actions=3)

    assert files.json(document, documents.names("name")) == files.json(document)
