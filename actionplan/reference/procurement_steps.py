"""The steps of a procurement where gender equality may enter, by stage."""

from django.utils.translation import pgettext_lazy

STEPS = [
    (
        pgettext_lazy("procurement stage", "Preparation"),
        [
            ("need", pgettext_lazy("procurement step", "Needs assessment")),
            ("relevance", pgettext_lazy("procurement step", "Gender relevance")),
            ("market", pgettext_lazy("procurement step", "Market dialogue")),
            ("subject", pgettext_lazy("procurement step", "Subject matter")),
            ("procedure", pgettext_lazy("procurement step", "Choice of procedure")),
            ("lots", pgettext_lazy("procurement step", "Division into lots")),
            ("light_regime", pgettext_lazy("procurement step", "Light regime and reserved contracts")),
        ],
    ),
    (
        pgettext_lazy("procurement stage", "Tender"),
        [
            ("documents", pgettext_lazy("procurement step", "Procurement documents")),
            ("exclusion", pgettext_lazy("procurement step", "Exclusion grounds")),
            ("selection", pgettext_lazy("procurement step", "Selection criteria")),
            ("specification", pgettext_lazy("procurement step", "Technical specification")),
            ("award", pgettext_lazy("procurement step", "Award criteria")),
            ("labels", pgettext_lazy("procurement step", "Labels and certificates")),
        ],
    ),
    (
        pgettext_lazy("procurement stage", "Contract"),
        [
            ("performance", pgettext_lazy("procurement step", "Contract performance clauses")),
            ("subcontracting", pgettext_lazy("procurement step", "Subcontracting")),
        ],
    ),
    (
        pgettext_lazy("procurement stage", "Follow-up"),
        [
            ("monitoring", pgettext_lazy("procurement step", "Monitoring")),
            ("reporting", pgettext_lazy("procurement step", "Reporting")),
            ("learning", pgettext_lazy("procurement step", "Learning for the next need")),
        ],
    ),
]

# The stages by the names that addresses use, each with its title and its steps
STAGES = {
    name: (title, [step for step, _words in steps])
    for name, (title, steps) in zip(("preparation", "tender", "contract", "followup"), STEPS, strict=True)
}
