"""All that a site consists of, in one value: a build writes it, and the proof that nothing leaks searches it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.disclosure.public import PublicRegister
from generator.site.content.files import files
from generator.site.content.pages import pages
from generator.site.content.withdrawn import withdrawn_providers
from generator.site.origin import origin_of
from generator.site.rendering import plotly
from generator.site.settings import Settings
from generator.site.words.catalogue import dutch


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made of, except its scripts and its theme.

    Pages and files may be made only when they are read: read each of them once.

    Args:
        pages: files for the engine: each path below the folder of pages, and its text; .md becomes a page.
        assets: files that are copied unchanged: each path below the folder of pages, and where the file is now.
        files: files that need no engine: each path below the site, and its content.
        published_before: addresses that were published before, and must answer in this site too.
        withdrawn: ids of published providers that have nothing public now, with their addresses.
    """

    pages: Iterable[tuple[str, str]]
    assets: Mapping[str, Path] = field(default_factory=dict)
    files: Iterable[tuple[str, bytes]] = ()
    published_before: frozenset[str] = frozenset()
    withdrawn: Mapping[str, Sequence[str]] = field(default_factory=dict)


def content(register: PublicRegister, settings: Settings, published_before: frozenset[str] = frozenset()) -> Content:
    """All that the site of ``register`` consists of; the same arguments give the same bytes in the same order.

    Args:
        register: what the public may know.
        settings: the settings of the site.
        published_before: addresses that were published before, as paths from the root; each must still answer.

    Raises:
        ModuleNotFoundError: the package with plotly's script is not installed as files.
    """
    origin = origin_of(register, settings, dutch())
    withdrawn = withdrawn_providers(published_before, register)
    return Content(
        pages=pages(origin),
        assets={plotly.SCRIPT: plotly.script_file()},
        files=files(origin, withdrawn),
        published_before=published_before,
        withdrawn=withdrawn,
    )
