from ulg.models.city import City
from ulg.models.city_revision import CityRevision
from ulg.models.event import Deed, Event
from ulg.models.invitation import Invitation
from ulg.models.membership import Membership
from ulg.models.organisation import Organisation
from ulg.models.revised import Revised
from ulg.models.searched import Searched, SearchedQuerySet
from ulg.models.submission import Submission
from ulg.models.unsent_text import UnsentText
from ulg.models.user import User
from ulg.models.visit import Visit

__all__ = [
    "City",
    "CityRevision",
    "Deed",
    "Event",
    "Invitation",
    "Membership",
    "Organisation",
    "Revised",
    "Searched",
    "SearchedQuerySet",
    "Submission",
    "UnsentText",
    "User",
    "Visit",
]
