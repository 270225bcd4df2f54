"""Umeå's sections by key, in the order of the outline, as they stand in version 2."""

from genprocure.demo.umea import sections_closing as closing
from genprocure.demo.umea import sections_context as context
from genprocure.demo.umea import sections_delivery as delivery
from genprocure.demo.umea import sections_logic as logic

SECTIONS = {
    "foreword": context.FOREWORD,
    "summary": context.SUMMARY,
    "profile": context.PROFILE,
    "policies": context.POLICIES,
    "baseline": context.BASELINE,
    "needs": context.NEEDS,
    "vision": context.VISION,
    "challenges": context.CHALLENGES,
    "objectives": logic.OBJECTIVES,
    "areas": logic.AREAS,
    "integration": logic.INTEGRATION,
    "learning": logic.LEARNING,
    "overview": logic.OVERVIEW,
    "governance": delivery.GOVERNANCE,
    "engagement": delivery.ENGAGEMENT,
    "funding": delivery.FUNDING,
    "timeline": delivery.TIMELINE,
    "risks": closing.RISKS,
    "monitoring": closing.MONITORING,
    "communication": closing.COMMUNICATION,
    "policy": closing.POLICY,
    "glossary": closing.GLOSSARY,
}
