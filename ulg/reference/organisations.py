"""The four sectors of a stakeholder map, and the kinds of organisation below them."""

from django.utils.translation import pgettext_lazy

SECTORS = [
    ("public", pgettext_lazy("sector", "Public")),
    ("private", pgettext_lazy("sector", "Private")),
    ("civic", pgettext_lazy("sector", "Civil society")),
    ("knowledge", pgettext_lazy("sector", "Knowledge")),
]

KINDS = [
    ("city_department", pgettext_lazy("kind of organisation", "City department")),
    ("municipal_company", pgettext_lazy("kind of organisation", "Municipal company")),
    ("authority", pgettext_lazy("kind of organisation", "Other contracting authority")),
    ("region", pgettext_lazy("kind of organisation", "Region or state")),
    ("supplier", pgettext_lazy("kind of organisation", "Supplier")),
    ("business_organisation", pgettext_lazy("kind of organisation", "Business organisation")),
    ("ngo", pgettext_lazy("kind of organisation", "Association or NGO")),
    ("union", pgettext_lazy("kind of organisation", "Union")),
    ("residents", pgettext_lazy("kind of organisation", "Residents")),
    ("university", pgettext_lazy("kind of organisation", "University")),
    ("research", pgettext_lazy("kind of organisation", "Research")),
    ("consultant", pgettext_lazy("kind of organisation", "Consultant")),
]
