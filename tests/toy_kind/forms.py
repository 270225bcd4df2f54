from actionplan.forms.records import RecordForm
from tests.toy_kind.models import Risk


class RiskForm(RecordForm):
    class Meta:
        model = Risk
        fields = ["title", "description"]
