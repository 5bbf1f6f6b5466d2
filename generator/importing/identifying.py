"""Whose report it is: a provider that is known, a new one, or a question to the person who imports it."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.findings.findings import Finding, Location
from generator.importing.choices import FIGURE, PLACEHOLDER, Choice, are_spellings, known, new, offered
from generator.importing.names import known_names, resembles
from generator.letters import slug
from generator.register.fields import RESERVED_IDS
from generator.register.records import Provider, Register
from generator.register.validation import validated
from generator.reports.lines import masked
from generator.reports.survey import Survey

_LONGEST_NAME = 200
_MOST_LISTED = 5
_CHOOSE_NEW = "--new-provider ID"
_CHOOSE = f"one spelling; say whose it is with --provider ID or {_CHOOSE_NEW}"


@dataclass(frozen=True, slots=True)
class Naming:
    """What the maintainer decided about the provider of a report.

    Args:
        provider: the id of a known provider.
        new_provider: the id for a new provider.
        name: the name for a new provider, if the report spells it in more than one way.
    """

    provider: str | None = None
    new_provider: str | None = None
    name: str | None = None

    @property
    def is_given(self) -> bool:
        """Whether the maintainer decided anything. A decision is about one report, so there may be no other report."""
        return bool(self.provider or self.new_provider)


class Identifying:
    """Finds the provider of each survey of one run; the surveys share the providers that are new in this run.

    ``findings`` says why a provider cannot be found, ``choices`` has the possible answers of a person, and ``new`` the
    new providers by id.
    """

    def __init__(self, register: Register, naming: Naming) -> None:
        self.register = register
        self.naming = naming
        self.known = known_names(register.providers.values())
        self.taken = {*register.providers, *(each for p in register.providers.values() for each in p.former_ids)}
        self.findings: list[Finding] = []
        self.choices: list[Choice] = []
        self.new: dict[str, Provider] = {}

    def provider(self, survey: Survey) -> Provider | None:
        """The provider of a survey; None, with a finding, if a person must say whose it is."""
        if not self.can_be_named(survey):
            return None
        name = survey.names[0].value if survey.names else ""
        if self.naming.provider:
            return self.as_said(survey, self.register.providers[self.naming.provider], "--provider")
        if self.naming.new_provider:
            return self.new_by_hand(survey, self.naming.new_provider)
        if survey.provider:
            return self.by_id(survey, survey.provider)
        if len(survey.names) > 1:
            holder = self.holder(survey)
            if holder is None:
                self.ask_in_spellings(survey)
            return holder
        return self.by_name(survey, name) if name else None

    def offers(self, identity: str, services: Iterable[str]) -> None:
        """Note that a new provider gives these services, in the order of their numbers."""
        provider = self.new[identity]
        together = sorted({*provider.services, *services}, key=lambda each: self.register.services[each].number)
        self.new[identity] = provider.model_copy(update={"services": tuple(together)})

    def fault(self, survey: Survey, code: str, came: str, expected: str) -> None:
        at = survey.names[-1].line.at if survey.names else survey.at
        self.findings.append(Finding(at, code, came, expected))

    def known_ones(self, survey: Survey, code: str, ids: Iterable[str]) -> None:
        """Offer these providers as the answer; providers that are new in this run cannot be named yet."""
        there = [self.register.providers[each] for each in sorted(ids) if each in self.register.providers]
        self.choices += [known(survey.at.file, code, each.id, each.name) for each in there[:_MOST_LISTED]]

    def new_ones(self, survey: Survey, code: str, names: Sequence[str], identity: str | None = None) -> None:
        """Offer each of these names for a new provider, with its id if that is free."""
        is_said = len(survey.names) > 1 or self.naming.name is not None
        can_be = {*offered([said.value for said in survey.names]), self.naming.name}
        for name in [each for each in names if each in can_be][:_MOST_LISTED]:
            own = identity or (slug(name) if self.why_not(slug(name)) is None else PLACEHOLDER)
            self.choices.append(new(survey.at.file, code, own, name, is_said=is_said))

    def can_be_named(self, survey: Survey) -> bool:
        """Whether the text at the place of the name can be a name."""
        name = survey.names[0].value if survey.names else ""
        if FIGURE.search(name):
            self.fault(survey, "I06", "there is a figure where the name should be", "the name, and just that")
            return False
        if len(name) > _LONGEST_NAME:
            self.fault(survey, "M08", f"the name has {len(name)} characters", f"at most {_LONGEST_NAME}")
            return False
        return True

    def holder(self, survey: Survey) -> Provider | None:
        """The provider with this very report in the register, by one of its spellings: a person answered earlier."""
        ids = {identity for said in survey.names for identity in self.known.ids(said.value)}
        if len(ids) != 1 or not (survey.period and survey.report_date):
            return None
        start, end = survey.period.value
        (identity,) = ids
        report = self.register.reports.get((identity, end))
        is_held = report and (report.period_start, report.report_date) == (start, survey.report_date.value)
        return self.register.providers[identity] if is_held else None

    def ask_in_spellings(self, survey: Survey) -> None:
        """Ask whose report it is, because it spells the name in several ways."""
        self.fault(survey, "I17", f"the name is spelled {_spellings(survey)}", _CHOOSE)
        names = offered([said.value for said in survey.names])
        ids = {each for name in names for each in self.known.ids(name)}
        self.known_ones(survey, "I17", ids or {each for name in names for each in self.known.like(name)})
        if not ids:
            self.new_ones(survey, "I17", names)

    def by_id(self, survey: Survey, identity: str) -> Provider | None:
        if identity in self.register.providers:
            return self.as_said(survey, self.register.providers[identity], "the column of ids")
        self.fault(survey, "P06", f"there is no provider {identity!r}", f"a file providers/{identity}.yaml")
        return None

    def as_said(self, survey: Survey, provider: Provider, where: str) -> Provider:
        """The provider that a person named; if the report has another name, that is a warning."""
        names = (provider.name, *provider.former_names)
        strange = next((said for said in survey.names if not any(resembles(said.value, name) for name in names)), None)
        if strange:
            came = f"on {_place(strange.line.at)} the report has another name"
            self.fault(survey, "I23", came, f"a report of {provider.name!r}, by {where}")
        return provider

    def by_name(self, survey: Survey, name: str) -> Provider | None:
        ids = self.known.ids(name)
        if len(ids) > 1:
            self.fault(survey, "I32", f"{name!r} is a name of {_listed(ids)}", "--provider with one of these")
            self.known_ones(survey, "I32", ids)
            return None
        if ids:
            return self.by_any_id(next(iter(ids)))
        like = self.known.like(name)
        if like:
            came = f"{name!r} resembles the name of {_listed(like)}, and is not the same"
            self.fault(survey, "I22", came, f"--provider {min(like)} if it is theirs; {_CHOOSE_NEW} if it is not")
            self.known_ones(survey, "I22", like)
            self.new_ones(survey, "I22", [name])
            return None
        identity = slug(name)
        if not self.is_free(survey, name, identity):
            return None
        came = f"{name!r} is new: its id is {identity!r}, for ever"
        self.fault(survey, "I26", came, f"{_CHOOSE_NEW} for another id; --provider ID if it is a known one")
        self.new_ones(survey, "I26", [name], PLACEHOLDER)
        return self.new_provider(survey, name, identity)

    def by_any_id(self, identity: str) -> Provider:
        return self.new.get(identity) or self.register.providers[identity]

    def new_by_hand(self, survey: Survey, identity: str) -> Provider | None:
        """A new provider with an id, and perhaps a name, that a person chose."""
        names = [said.value for said in survey.names]
        holder = self.holder(survey)
        if holder and holder.id == identity and not self.naming.name:
            return holder
        likely = offered(names)
        name = self.naming.name or next(iter(likely or names), "")
        if not name:
            self.fault(survey, "I06", "no name for the new provider", "--name NAME")
            return None
        ids = self.known.ids(name)
        if ids == {identity}:
            return self.by_any_id(identity)
        if ids:
            self.fault(survey, "I22", f"{name!r} is the name of {_listed(ids)}", f"--provider {min(ids)}")
            self.known_ones(survey, "I22", ids)
            return None
        if not self.is_free(survey, name, identity):
            return None
        if self.naming.name:
            self.compare(survey, name)
        elif len(names) > 1:
            came = f"the name is spelled {_spellings(survey)}; '{masked(name)}' is taken"
            self.fault(survey, "I31", came, "the right name: say it with --name if it is another")
            self.new_ones(survey, "I31", [each for each in likely if each != name], identity)
        return self.new_provider(survey, name, identity)

    def compare(self, survey: Survey, name: str) -> None:
        """Warn about a name that a person gave and that is nowhere in the report."""
        if survey.names and all(said.value != name for said in survey.names):
            came = f"the name {name!r}, by --name, stands nowhere in the report"
            self.fault(survey, "I23", came, f"one of {_spellings(survey)}")

    def is_free(self, survey: Survey, name: str, identity: str) -> bool:
        """Whether a new provider can get this id; if not, that is a finding."""
        why = self.why_not(identity)
        if why:
            self.fault(survey, "I25", f"{name!r} cannot get the id {identity!r}: {why}", f"{_CHOOSE_NEW} with another")
            theirs = {each for said in survey.names for each in self.known.like(said.value)}
            self.known_ones(survey, "I25", theirs & {identity})
            self.new_ones(survey, "I25", [name], PLACEHOLDER)
        return not why

    def why_not(self, identity: str) -> str | None:
        """Why no new provider can get this id."""
        if not identity:
            return "no letter of it can stand in an address"
        if identity in self.taken or identity in self.new:
            return "it is taken"
        return "the site itself uses it" if identity in RESERVED_IDS else None

    def new_provider(self, survey: Survey, name: str, identity: str) -> Provider | None:
        values = {"id": identity, "name": name, "status": "active"}
        at = survey.names[0].line.at if survey.names else survey.at
        provider, findings = validated(Provider, values, lambda _: at, at=at, places={})
        self.findings += findings
        if provider:
            self.new[identity] = provider
            self.known.add(name, identity)
        return provider


def _spellings(survey: Survey) -> str:
    """The name and its other spellings. Text that is less like the name may be something else, and is not quoted."""
    are = are_spellings([said.value for said in survey.names])
    quoted = (
        masked(said.value) if is_one else "something else" for said, is_one in zip(survey.names, are, strict=True)
    )
    return ", ".join(f"'{name}' ({_place(said.line.at)})" for name, said in zip(quoted, survey.names, strict=True))


def _place(at: Location) -> str:
    return f"page {at.line}, line {at.column}" if at.column else f"line {at.line}"


def _listed(ids: AbstractSet[str]) -> str:
    first = sorted(ids)[:_MOST_LISTED]
    return ", ".join([*first, "…"] if len(ids) > _MOST_LISTED else first)
