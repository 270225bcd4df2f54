from ulg.models.city import City
from ulg.models.draft import Draft
from ulg.models.invitation import Invitation
from ulg.models.membership import Membership
from ulg.models.organisation import Organisation
from ulg.models.revised import Revised
from ulg.models.stamp import Stamp
from ulg.models.user import User
from ulg.models.visit import Visit

__all__ = ["City", "Draft", "Invitation", "Membership", "Organisation", "Revised", "Stamp", "User", "Visit"]
