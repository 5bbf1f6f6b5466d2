"""A provider as its page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from urllib.parse import urlsplit

import idna

from generator.disclosure.public import OtherProvider
from generator.letters import is_latin
from generator.site.finder.listing import is_nationwide
from generator.site.pages.views.measurements import MeasurementView, measurement_view
from generator.site.profiles import Profile
from generator.site.words.catalogue import Words
from generator.site.words.correcting import corrected, period_of


@dataclass(frozen=True, slots=True)
class LinkView:
    """A name that leads to a page of the site, by its id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """When something about a period was changed after publication; ``said`` is what and why."""

    day: str
    period: str
    said: str


@dataclass(frozen=True, slots=True)
class ProviderView:
    """All that is on a provider's page.

    ``measurements`` has the newest first; ``is_old``: even that may say little about now. ``corrections`` are those of
    the newest period first, also of periods that were withdrawn.
    """

    id: str
    name: str
    former_names: tuple[str, ...]
    website: str | None
    regions: tuple[LinkView, ...]
    is_nationwide: bool
    services: tuple[LinkView, ...]
    ended_on: str | None
    merged_into: LinkView | None
    took_over: tuple[LinkView, ...]
    measurements: tuple[MeasurementView, ...]
    corrections: tuple[CorrectionView, ...]
    is_old: bool

    @property
    def host(self) -> str:
        """The website as people name it: a host with letters of its own in these, and not as it is linked."""
        host = (urlsplit(self.website or "").hostname or "").removeprefix("www.")
        try:
            written = idna.decode(host) if "xn--" in host else host
        except idna.IDNAError:
            return host
        # Letters that are not Latin may look like others: then it stays as it is linked.
        return written if all(is_latin(each) for each in written if each.isalpha()) else host

    @property
    def newest(self) -> MeasurementView:
        return self.measurements[0]

    @property
    def earlier(self) -> tuple[MeasurementView, ...]:
        return self.measurements[1:]


def provider_view(profile: Profile, words: Words) -> ProviderView:
    """The view of one provider."""
    provider = profile.provider
    return ProviderView(
        id=provider.id,
        name=provider.name,
        former_names=provider.former_names,
        website=provider.website,
        regions=tuple(LinkView(each, words(f"region.{each}")) for each in provider.provinces),
        is_nationwide=is_nationwide(provider, words),
        services=tuple(LinkView(each.id, each.shown_name) for each in provider.services),
        ended_on=words.figures.day(provider.ended_on) if provider.ended_on else None,
        merged_into=_link(provider.merged_into) if provider.merged_into else None,
        took_over=tuple(map(_link, provider.took_over)),
        measurements=tuple(measurement_view(report, profile, words) for report in provider.reports),
        corrections=tuple(_corrections(profile, words)),
        is_old=profile.is_old,
    )


def _corrections(profile: Profile, words: Words) -> Iterator[CorrectionView]:
    for report in sorted(profile.provider.all_reports, key=attrgetter("period_end"), reverse=True):
        for each in report.corrections:
            day, said = words.figures.day(each.corrected_on), corrected(each, report, words)
            yield CorrectionView(day, period_of(report, words), said)


def _link(other: OtherProvider) -> LinkView:
    return LinkView(other.id, other.name)
