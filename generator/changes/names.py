"""Names and ids that would lead the public from one to another: what was read about the one is then read about it."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from generator.changes.pairing import heirs
from generator.disclosure.public import PublicProvider, PublicRegister, PublicService
from generator.findings.findings import Finding, Location
from generator.letters import words_of

_Names = AbstractSet[tuple[str, ...]]


def taken_over(before: PublicRegister, after: PublicRegister) -> list[Finding]:
    """A finding for each service and provider that gets a name, or an id, that was another's.

    A provider may take the name of one that goes on in it. Names are the same if their words are.
    """
    return [*_names_of_services(before, after), *_names_of_providers(before, after), *_ids(before, after)]


def _names_of_services(before: PublicRegister, after: PublicRegister) -> Iterator[Finding]:
    old = {each.id: _of_service(each) for each in before.services}
    for new in after.services:
        for other, said in _others(old, new.id, _of_service(new)):
            yield Finding(Location("services.csv"), "V03", f"{new.id} gets a name of {other}: {said}", "another name")


def _names_of_providers(before: PublicRegister, after: PublicRegister) -> Iterator[Finding]:
    heir = heirs(before, after)
    old: dict[str, _Names] = {}
    for each in before.providers:
        old[heir[each.id]] = old.get(heir[each.id], frozenset()) | _words(each.name)
    for new in after.providers:
        went_on = {each.id for each in new.took_over}
        for other, said in _others(old, new.id, _words(new.name, *new.former_names)):
            if other not in went_on:
                came = f"{new.id} gets the name of {other}: {said}"
                yield Finding(_file(new), "V03", came, "a name that no other provider had")


def _others(old: Mapping[str, _Names], identity: str, names: _Names) -> Iterator[tuple[str, str]]:
    """Those that had one of the names, if something was called otherwise before; with the words of the name."""
    if identity in old:
        for other, had in old.items():
            if other != identity and (taken := (names - old[identity]) & had):
                yield other, " ".join(min(taken))


def _ids(before: PublicRegister, after: PublicRegister) -> Iterator[Finding]:
    owners = {identity: each for each in after.providers for identity in (each.id, *each.former_ids)}
    there = {each.id for each in after.all_providers}
    heir = heirs(before, after)
    for old in before.all_providers:
        for identity in (old.id, *old.former_ids):
            owner = owners.get(identity)
            if owner and heir[old.id] in there - {owner.id}:
                came = f"{identity} was an id of {heir[old.id]}"
                yield Finding(_file(owner), "V04", came, "an id that no other provider had")


def _of_service(service: PublicService) -> _Names:
    return _words(service.name, service.plain_name)


def _words(*names: str) -> _Names:
    return frozenset(words for name in names if (words := tuple(words_of(name))))


def _file(provider: PublicProvider) -> Location:
    return Location(f"providers/{provider.id}.yaml")
