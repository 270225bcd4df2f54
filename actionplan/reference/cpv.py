"""The divisions of the Common Procurement Vocabulary: the first two digits of a code, in short words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

DIVISIONS: dict[str, Promise] = {
    "03": pgettext_lazy("CPV division", "Products of farming, forestry and fishing"),
    "09": pgettext_lazy("CPV division", "Fuel and electricity"),
    "14": pgettext_lazy("CPV division", "Mining products and metals"),
    "15": pgettext_lazy("CPV division", "Food and drink"),
    "16": pgettext_lazy("CPV division", "Farming machinery"),
    "18": pgettext_lazy("CPV division", "Clothing and footwear"),
    "19": pgettext_lazy("CPV division", "Leather, textiles, plastic and rubber"),
    "22": pgettext_lazy("CPV division", "Printed matter"),
    "24": pgettext_lazy("CPV division", "Chemicals"),
    "30": pgettext_lazy("CPV division", "Office machines and computers"),
    "31": pgettext_lazy("CPV division", "Electrical equipment and lighting"),
    "32": pgettext_lazy("CPV division", "Radio, television and telecom equipment"),
    "33": pgettext_lazy("CPV division", "Medical equipment, medicines and hygiene"),
    "34": pgettext_lazy("CPV division", "Vehicles"),
    "35": pgettext_lazy("CPV division", "Security, rescue and police equipment"),
    "37": pgettext_lazy("CPV division", "Musical instruments, sports goods and toys"),
    "38": pgettext_lazy("CPV division", "Laboratory and precision instruments"),
    "39": pgettext_lazy("CPV division", "Furniture, furnishings and cleaning products"),
    "41": pgettext_lazy("CPV division", "Water"),
    "42": pgettext_lazy("CPV division", "Industrial machinery"),
    "43": pgettext_lazy("CPV division", "Mining and construction machinery"),
    "44": pgettext_lazy("CPV division", "Construction materials"),
    "45": pgettext_lazy("CPV division", "Construction work"),
    "48": pgettext_lazy("CPV division", "Software"),
    "50": pgettext_lazy("CPV division", "Repair and maintenance"),
    "51": pgettext_lazy("CPV division", "Installation"),
    "55": pgettext_lazy("CPV division", "Hotel, restaurant and retail services"),
    "60": pgettext_lazy("CPV division", "Transport"),
    "63": pgettext_lazy("CPV division", "Services around transport and travel"),
    "64": pgettext_lazy("CPV division", "Post and telecommunications"),
    "65": pgettext_lazy("CPV division", "Electricity, water and gas supply"),
    "66": pgettext_lazy("CPV division", "Finance and insurance"),
    "70": pgettext_lazy("CPV division", "Real estate services"),
    "71": pgettext_lazy("CPV division", "Architecture and engineering"),
    "72": pgettext_lazy("CPV division", "IT services"),
    "73": pgettext_lazy("CPV division", "Research and development"),
    "75": pgettext_lazy("CPV division", "Administration, defence and social security"),
    "76": pgettext_lazy("CPV division", "Services for oil and gas"),
    "77": pgettext_lazy("CPV division", "Farming, forestry and gardening services"),
    "79": pgettext_lazy("CPV division", "Business services"),
    "80": pgettext_lazy("CPV division", "Education and training"),
    "85": pgettext_lazy("CPV division", "Health and social services"),
    "90": pgettext_lazy("CPV division", "Cleaning, waste and environment"),
    "92": pgettext_lazy("CPV division", "Recreation, culture and sport"),
    "98": pgettext_lazy("CPV division", "Other services"),
}
NONE = pgettext_lazy("CPV division", "No CPV code")


def title_of(division: str) -> Promise | str:
    """Its words; the bare digits of one that the vocabulary does not have."""
    return DIVISIONS.get(division, division) if division else NONE
