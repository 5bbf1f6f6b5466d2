"""What every page and file is made from, computed once for a whole site."""

from dataclasses import dataclass

from generator.disclosure.public import PublicRegister
from generator.site.news import News, news_of
from generator.site.profiles import Profile, profile_of
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import Benchmarks, benchmarks_of
from generator.site.words.catalogue import Words, words_of
from generator.site.words.ordering import by_name


@dataclass(frozen=True, slots=True)
class Origin:
    """The public model, the settings and the words of a site, and values that are computed from the whole model.

    Args:
        register: what the public may know.
        settings: the settings of the site.
        words: the phrases of its language.
        benchmarks: the averages and pools with which a rating is compared.
        profiles: of each provider, by name as people look for it.
        news: what became public or was corrected, the newest first.
    """

    register: PublicRegister
    settings: Settings
    words: Words
    benchmarks: Benchmarks
    profiles: tuple[Profile, ...]
    news: tuple[News, ...]


def origin_of(register: PublicRegister, settings: Settings) -> Origin:
    """The origin of the site of ``register``."""
    benchmarks = benchmarks_of(register)
    named = sorted(register.providers, key=lambda each: (by_name(each.name), each.id))
    profiles = tuple(profile_of(each, benchmarks, register) for each in named)
    return Origin(register, settings, words_of(register.charter), benchmarks, profiles, news_of(register))
