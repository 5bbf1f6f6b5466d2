"""What must hold of what is described: names and words of services, regions, and which provider went on in which."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.findings.findings import Finding, Location
from generator.letters import plain
from generator.register.charters import CHARTER_FILE
from generator.register.gaps import Gaps
from generator.register.records import Audience, Provider, ProviderStatus, Register, Service

SERVICES_FILE = "services.csv"
_WORDS = ("plain_name", "about")


def check_charter(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Services that the charter names and do not exist, and regions and people that it does not name."""
    charter = register.charter
    for service in charter.outside_total:
        if service not in register.services and service not in gaps.services and not gaps.files & {SERVICES_FILE}:
            at = Location(CHARTER_FILE)
            yield Finding(at, "P07", f"outside_total names {service!r}", "ids of services.csv")
    if not charter.asks_commissioners:
        row = next((each for each in register.results.values() if each.audience is Audience.COMMISSIONER), None)
        if row:
            came, expected = "the audience 'commissioner'", "client: register.yaml has no noun for commissioners"
            yield Finding(row.place("audience"), "R19", came, expected)
    known = ", ".join(sorted(charter.regions))
    expected = f"one of {known}" if known else "none: register.yaml has no regions"
    for provider in register.providers.values():
        for number, region in enumerate(provider.provinces):
            if region not in charter.regions:
                yield Finding(provider.place("provinces", number), "P08", f"{region!r} is no region", expected)


def check_services(services: Iterable[Service]) -> Iterator[Finding]:
    """Every finding about the names and the words of the services."""
    services = list(services)
    yield from _plain_names(services)
    yield from _names(services)
    yield from _missing_words(services)


def _plain_names(services: Sequence[Service]) -> Iterator[Finding]:
    """Plain names by which a visitor cannot tell two services apart."""
    first: dict[str, Service] = {}
    for service in services:
        other = first.setdefault(plain(service.shown_name), service)
        if other is not service and (service.plain_name or other.plain_name):
            at = (service if service.plain_name else other).place("plain_name")
            yield Finding(at, "P12", f"{service.shown_name!r} is a name of {other.id} and {service.id}", "another name")


def _names(services: Sequence[Service]) -> Iterator[Finding]:
    """Names, of now and of before, that a report could mean another service by."""
    first: dict[str, str] = {}
    now = [(service, "name", service.name) for service in services]
    before = [(service, "former_names", former) for service in services for former in service.former_names]
    for service, column, name in (*now, *before):
        other = first.setdefault(plain(name), service.id)
        if other != service.id:
            yield Finding(
                service.place(column), "P13", f"{name!r} is a name of {other} too", "a name that only this service had"
            )


def _missing_words(services: Sequence[Service]) -> Iterator[Finding]:
    """Words for visitors that a service does not have, and most do: a register may do without."""
    usual = [name for name in _WORDS if 2 * sum(bool(getattr(each, name)) for each in services) > len(services)]
    for service in services:
        missing = [name for name in usual if not getattr(service, name)]
        if missing:
            came = f"{service.id} has no {' and no '.join(missing)}, and most services have"
            yield Finding(service.place(missing[0]), "P14", came, "words that a visitor understands")


def check_mergers(providers: Mapping[str, Provider], files: Collection[str]) -> Iterator[Finding]:
    """Every finding about who went on in whom; ``files`` are the ids of all providers, also of those not readable."""
    formers = {former: each.id for each in providers.values() for former in each.former_ids}
    for provider in providers.values():
        into = provider.merged_into
        if into is None:
            continue
        at = provider.place("merged_into")
        if into not in files:
            expected = f"{formers[into]!r}, its id of today" if into in formers else "the id of a provider"
            yield Finding(at, "P15", f"there is no provider {into!r}", expected)
        elif _leads_back(provider, providers):
            yield Finding(at, "P15", f"{into!r} leads back to {provider.id!r}", "the provider that goes on")
        if provider.status is not ProviderStatus.ENDED:
            expected = "`status: ended`, with `since` the day of the merger"
            yield Finding(at, "P15", "merged into another, and still active", expected)


def _leads_back(provider: Provider, providers: Mapping[str, Provider]) -> bool:
    seen: set[str] = set()
    into = provider.merged_into
    while into and into in providers and into not in seen:
        if into == provider.id:
            return True
        seen.add(into)
        into = providers[into].merged_into
    return False
