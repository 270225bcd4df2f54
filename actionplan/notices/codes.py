"""Codes of eForms that the figures depend on, as the SDK lists them from 1.3 to 1.15."""

from __future__ import annotations

GENDER = "gen-eq"
NONE = "none"
SOCIAL_AIM = "soc-obj"

STRATEGIC = frozenset({"env-imp", "inn-pur", SOCIAL_AIM, NONE})
SOCIAL = frozenset({"acc-all", "et-eq", GENDER, "hum-right", "opp", "work-cond", "other"})
ENVIRONMENTAL = frozenset({"biodiv-eco", "circ-econ", "clim-adapt", "clim-mitig", "pollu-prev", "water-mar", "other"})
# Those at the end were retired after 1.3 and stand in old notices
INNOVATIVE = frozenset({"mar-nov", "proc-innov", "prod-innov", "rd-act", "other", "buy-eff", "fp-requ", "org-nov"})

# Subtypes whose notices cannot carry BT-06, BT-774, BT-775 and BT-805
WITHOUT_AIMS = frozenset({"1", "2", "3", "4", "5", "6", "CEI", "E1", "E2", "T01", "T02", "X01", "X02"})

PLANNING = frozenset({"planning", "consultation"})  # forms of notices that announce no procedure yet
COMPETITION = frozenset({"competition", "dir-awa-pre"})
RESULT = frozenset({"result"})
RESTATING = frozenset({"cont-modif", "completion"})  # forms that state the value of a contract again

OLDEST_SDK, NEWEST_SDK = (1, 3), (1, 15)
