"""What every page and file is made from, computed once for a whole site."""

from dataclasses import dataclass

from generator.disclosure.public import PublicRegister
from generator.site.news import News, news_of
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import Benchmarks, benchmarks_of
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Origin:
    """The public model, the settings and the words of a site, and values that are computed from the whole model.

    Args:
        register: what the public may know.
        settings: the settings of the site.
        words: the phrases of its language.
        benchmarks: the averages and pools with which a rating is compared.
        news: what became public or was corrected, the newest first.
    """

    register: PublicRegister
    settings: Settings
    words: Words
    benchmarks: Benchmarks
    news: tuple[News, ...]


def origin_of(register: PublicRegister, settings: Settings, words: Words) -> Origin:
    """The origin of the site of ``register``."""
    return Origin(register, settings, words, benchmarks_of(register), news_of(register))
