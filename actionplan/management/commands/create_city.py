from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from actionplan.services import plans
from ulg import email_addresses
from ulg.models import City, Membership
from ulg.roles import Role
from ulg.services import cities, members
from ulg.writing.transactions import atomic


class Command(BaseCommand):
    help = "Open a city with an empty plan, and mail its coordinator the invitation."

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = ", ".join(code for code, _name in settings.LANGUAGES)
        parser.add_argument("slug", help="the city's name in addresses: letters, digits and hyphens")
        parser.add_argument("--name", required=True, help="as people call the city")
        parser.add_argument("--language", required=True, help=f"the plan's language: {languages}")
        parser.add_argument("--coordinator", required=True, metavar="E-MAIL", help="who leads the work there")
        parser.add_argument("--coordinator-name", default="", help="asked for at the first visit if left out")
        parser.add_argument("--authority", default="", help="the contracting authority's full name")
        parser.add_argument("--kind", default=City.Kind.MUNICIPALITY, help=", ".join(City.Kind.values))
        parser.add_argument("--country", default="SE", help="two capital letters")
        parser.add_argument("--currency", default="EUR", help="three capital letters")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            coordinator = _open(options)
        except ValidationError as error:
            raise CommandError(_in_lines(error)) from error
        except members.PersonClosed as error:
            raise CommandError(f"{options['coordinator']} may not log in to this portal any more.") from error
        city = coordinator.city
        self.stdout.write(
            f"Opened {city.full_name} at {settings.SITE_URL}{city.get_absolute_url()} with an empty plan."
        )
        if coordinator.invitations.exclude(mailed_at=None).exists():
            self.stdout.write(f"Mailed {coordinator.user.email} the invitation as its coordinator.")
        else:
            self.stderr.write(
                f"The mail to {coordinator.user.email} could not be sent. Look at the mail settings; "
                f"the coordinator can log in at {settings.SITE_URL} with that address as soon as mail works."
            )


@atomic
def _open(options: dict[str, Any]) -> Membership:
    """All of it or nothing."""
    options["coordinator"] = email_addresses.canonical(options["coordinator"])
    try:
        validate_email(options["coordinator"])
    except ValidationError as error:
        raise ValidationError({"coordinator": error.messages}) from error
    details = {name: options[name] for name in ("name", "language", "authority", "kind", "country", "currency")}
    city = cities.open_city(options["slug"], **details)
    who = {"email": options["coordinator"], "name": options["coordinator_name"], "role": Role.COORDINATOR}
    coordinator = members.add_member(city, **who, by=None)
    plans.open_plan(city, by=coordinator)
    return coordinator


def _in_lines(error: ValidationError) -> str:
    """Each fault behind the option that it is about."""
    faults = [(name, text) for name, texts in error.message_dict.items() for text in texts]
    return "\n".join(f"{name if name == 'slug' else f'--{name}'}: {text}" for name, text in faults)
