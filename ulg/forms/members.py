from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ulg import languages
from ulg.forms.fields import choices_of, field_of
from ulg.forms.organisations import CHOOSE
from ulg.forms.revised import RevisedForm
from ulg.forms.texts import EmailField, LineField
from ulg.models import City, Membership, Organisation, User
from ulg.reference.organisations import KINDS, SECTORS
from ulg.roles import Role

ROLE_MEANINGS = {
    Role.COORDINATOR: _("Coordinator: everything, also members and publishing"),
    Role.EDITOR: _("Editor: writes in the plan and answers comments"),
    Role.MEMBER: _("Member: adds barriers, proposes solutions, comments"),
    Role.OBSERVER: _("Observer: reads and comments"),
}
ONLY_COORDINATOR = _("This is the only coordinator. Make somebody else a coordinator first.")
NO_NAME = {"required": _("Write your name.")}
MY_NAME = forms.TextInput(attrs={"autocomplete": "name"})
NOT_MINE = {"autocomplete": "off"}  # the browser knows its own user, not the person that the form is about
FUNCTION_HELP = _("What the person does there, such as “procurement officer”.")


class AddMemberForm(forms.Form):
    """A new member: the person, their role, and an organisation from the list or a new one."""

    email = EmailField(
        label=_("E-mail"),
        help_text=_("The invitation is sent there. The person also uses it to log in."),
        widget=forms.EmailInput(attrs=NOT_MINE),
    )
    name = LineField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("Write the name.")},
        widget=forms.TextInput(attrs=NOT_MINE),
    )
    function = LineField(
        label=_("Function"),
        max_length=120,
        required=False,
        help_text=FUNCTION_HELP,
        widget=forms.TextInput(attrs=NOT_MINE),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=list(ROLE_MEANINGS.items()), initial=Role.MEMBER, widget=forms.RadioSelect
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisation"), required=False, empty_label=_("None of these")
    )
    new_organisation = LineField(
        label=_("Or a new organisation"),
        max_length=160,
        required=False,
        help_text=_("If it is not in the list."),
        widget=forms.TextInput(attrs=NOT_MINE),
    )
    sector = forms.ChoiceField(
        label=_("Sector of the new organisation"), choices=[("", CHOOSE), *SECTORS], required=False
    )
    kind = forms.ChoiceField(label=_("Kind of the new organisation"), choices=[("", CHOOSE), *KINDS], required=False)

    def __init__(self, *args: Any, city: City, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.city = city
        field_of(self, "organisation", forms.ModelChoiceField).queryset = Organisation.objects.in_city(city)
        if languages.differs(city.language):
            self.fields["function"].widget.attrs["lang"] = city.language

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if Membership.objects.in_city(self.city).current().filter(user__email=email).exists():
            raise forms.ValidationError(_("This person is already in the group."), code="member")
        return email

    def clean_new_organisation(self) -> str:
        name = self.cleaned_data["new_organisation"]
        if name and Organisation.objects.in_city(self.city).filter(name__iexact=name).exists():
            raise forms.ValidationError(_("This organisation is in the list. Choose it there."), code="listed")
        return name

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("new_organisation"):
            if data.get("organisation"):
                self.add_error("new_organisation", _("Choose one from the list or add a new one, not both."))
            for name, fault in [("sector", _("Choose a sector.")), ("kind", _("Choose a kind."))]:
                if name in data and not data[name]:
                    self.add_error(name, fault)
        return data

    @property
    def organisation_to_add(self) -> dict[str, str] | None:
        data = self.cleaned_data
        if not data["new_organisation"]:
            return None
        return {"name": data["new_organisation"], "sector": data["sector"], "kind": data["kind"]}

    @property
    def seat(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("email", "name", "role", "function")}


class MemberForm(RevisedForm):
    """Another person's membership, as the coordinator sees it."""

    role = forms.ChoiceField(label=_("Role"), choices=list(ROLE_MEANINGS.items()), widget=forms.RadioSelect)
    function = LineField(label=_("Function"), max_length=120, required=False, help_text=FUNCTION_HELP)

    class Meta:
        model = Membership
        fields = ["role", "organisation", "function"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = field_of(self, "organisation", forms.ModelChoiceField)
        organisation.queryset = Organisation.objects.in_city(self.instance.city)
        organisation.empty_label = pgettext_lazy("organisation", "None")
        self.was_last_coordinator = self.instance.is_last_coordinator

    def clean_role(self) -> str:
        role = self.cleaned_data["role"]
        if role != Role.COORDINATOR and self.was_last_coordinator:
            raise forms.ValidationError(ONLY_COORDINATOR, code="last")
        return role


class MeForm(RevisedForm):
    """A member's own membership: their function, and how their name appears in published plans."""

    function = LineField(
        label=_("Your function"),
        max_length=120,
        required=False,
        help_text=_("Such as “procurement officer”."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )

    class Meta:
        model = Membership
        fields = ["function", "published_as"]
        widgets = {"published_as": forms.RadioSelect}
        labels = {"published_as": _("How your name appears in published plans")}
        help_texts = {
            "published_as": _(
                "This applies to versions published from now on. If you choose not to be shown, your comments "
                "and proposals appear without your name."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "published_as", forms.ChoiceField).choices = [
            (value, format_html('{} <span class="under">{}</span>', label, self._example(value)))
            for value, label in Membership.PublishedAs.choices
        ]

    def _example(self, form: str) -> str:
        shown = {part: words for part, words in self.instance.standing_as(form).items() if words}
        if not shown:
            return gettext("You are not in the list of the group.")
        if "function" in shown:
            shown["function"] = languages.marked(shown["function"], self.language)
        line = format_html_join(", ", "{}", ([words] for words in shown.values()))
        return languages.sentence(gettext("In the list: %(line)s"), "", line=line)


class PersonForm(forms.ModelForm):
    """A person's own account, the same in every city."""

    name = LineField(label=_("Your name"), max_length=120, error_messages=NO_NAME, widget=MY_NAME)

    class Meta:
        model = User
        fields = ["name", "language"]
        labels = {"language": _("Language of pages and e-mails")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = field_of(self, "language", forms.ChoiceField)
        languages = [choice for choice in choices_of(language) if choice[0]]
        language.choices = [("", _("Browser language")), *languages]


class JoinForm(forms.ModelForm):
    """The name of somebody who was invited by address alone."""

    name = LineField(
        label=_("Your name"),
        max_length=120,
        error_messages=NO_NAME,
        help_text=_("So that the others in the group know who wrote what."),
        widget=MY_NAME,
    )

    class Meta:
        model = User
        fields = ["name"]
