from actionplan.document import schema
from tests.actionplan.exports import documents


def without(value, keys):
    """The document without what only other readers of it use."""
    return {key: each for key, each in value.items() if key not in keys}


def test_a_whole_document_stays_as_it_is():
    document = documents.plan(actions=3)

    whole = schema.whole(document)

    assert whole["actions"] == document["actions"]
    assert whole["comments"] == document["comments"]
    assert whole["sections"] == document["sections"]
    assert whole["indicators"] == [without(each, ["actions"]) for each in document["indicators"]]


def test_whatever_is_missing_is_filled_in():
    whole = schema.whole({"actions": [{"code": "A-01"}], "sections": {"vision": {}}, "version": {"number": 1}})

    assert whole["version"] == {
        "number": 1,
        "date": "",
        "previous": {"number": None, "date": "", "sha256": ""},
        "decision": {"body": "", "on": None, "paragraph": ""},
    }
    assert whole["sections"] == {"vision": {"status": "", "nodes": []}}
    assert whole["actions"][0]["cost"] == {"kind": "", "amount": None, "hours": None}
    assert (whole["title"], whole["barriers"], whole["actions"][0]["barriers"]) == ("", [], [])


def test_whatever_has_the_wrong_type_is_left_out_or_written_as_text():
    whole = schema.whole({"title": 7, "findings": "none", "barriers": [None, {"code": 1, "findings": ["F-01", 2]}]})

    assert (whole["title"], whole["findings"]) == ("7", [])
    assert [(each["code"], each["findings"]) for each in whole["barriers"]] == [("1", ["F-01"])]
