"""Where a page of each kind stands on the site of a register, whatever providers it has."""

from collections import Counter
from collections.abc import Callable, Sequence

from support.kinds import KINDS

from generator.disclosure.public import AudienceResults, PublicProvider, PublicRegister, Published
from generator.letters import slug
from generator.site.words.ordering import letter_of

PUBLISHED = tuple(name for name, kind in KINDS.items() if kind.published)
_COMPARED = 4  # as many as a comparison can have


def places(register: PublicRegister) -> dict[str, str]:
    """The path of a page of each kind that is looked at: of more pages of a kind, one with much on it.

    Where no provider has a page yet, the list of them is looked at instead.
    """
    providers = register.providers
    services = [row.service.id for one in providers for row in one.newest.clients.services if row.service]
    provinces = [slug(province) for one in providers for province in one.provinces]
    chosen = {
        "provider with grades": _most(providers, _grades),
        "provider with absences": _most(providers, _absences),
        "service": f"diensten/{_most_common(services) or register.services[0].id}/",
        "province": f"provincies/{_most_common(provinces) or 'drenthe'}/",
        "letter": f"a-z/{letter_of(providers[0].name if providers else 'a')}/",
        "comparison": f"vergelijken/?aanbieders={','.join(one.id for one in providers[:_COMPARED])}",
    }
    return {kind: chosen.get(kind, KINDS[kind].path) for kind in PUBLISHED}


def _most(providers: Sequence[PublicProvider], count: Callable[[PublicProvider], int]) -> str:
    """The path of the page of the provider that has the most of something."""
    return f"aanbieders/{max(providers, key=count).id}/" if providers else "aanbieders/"


def _most_common(names: list[str]) -> str | None:
    return Counter(names).most_common(1)[0][0] if names else None


def _grades(provider: PublicProvider) -> int:
    return sum(isinstance(row.rating, Published) for results in _results(provider) for row in results.rows)


def _absences(provider: PublicProvider) -> int:
    return sum(not isinstance(row.rating, Published) for results in _results(provider) for row in results.rows)


def _results(provider: PublicProvider) -> list[AudienceResults]:
    return [each for each in (provider.newest.clients, provider.newest.commissioners) if each]
