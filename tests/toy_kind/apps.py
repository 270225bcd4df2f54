from django.apps import AppConfig

from actionplan.kinds import KINDS, NumberedKind, Pages


class ToyKindConfig(AppConfig):
    name = "tests.toy_kind"
    label = "toy_kind"


RISK = NumberedKind(
    name="risk",
    plural="risks",
    title="Risk",
    titles="Risks",
    in_export="risk %(code)s",
    letter="R",
    app_label=ToyKindConfig.label,
    pages=Pages(
        path="risks/",
        list_view="actions",
        list_title="Actions",
        add="Add a risk",
        about="What may go wrong.",
        form="tests.toy_kind.forms.RiskForm",
        member_form="tests.toy_kind.forms.RiskForm",
    ),
)
KINDS.append(RISK)
