"""The frame around each page: what it says and where it leads, as settings of the engine."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.site.linking.files import general_picture
from generator.site.settings import Settings
from generator.site.words.catalogue import Words


def frame(settings: Settings, words: Words) -> Mapping[str, Any]:
    """The settings of MkDocs that are of this register; those of every register are in mkdocs.yml."""
    folders, menu = words.folders, dict(_menu(words))
    others = [name for name in settings.hand_written if name not in menu]
    top = (folders.providers, folders.services, folders.compare, folders.explanation)
    foot = (
        folders.explanation,
        folders.corrections,
        folders.open_data,
        folders.about,
        folders.accessibility,
        folders.privacy,
    )
    return {
        "site_name": settings.charter.name,
        "site_description": settings.charter.description,
        "site_url": settings.address,
        "copyright": words("frame.rights"),
        "theme": {
            # The theme has a file for each; pages say it in more detail.
            "language": words.language.value,
            "palette": [
                {"scheme": "default", "toggle": {"name": words("frame.scheme.default")}},
                {"scheme": "slate", "toggle": {"name": words("frame.scheme.slate")}},
            ],
        },
        "extra": {
            # Which pages of the menu stand at the top of each page, and which at its foot.
            "top": [f"{folder}/" for folder in top],
            "foot": [f"{folder}/" for folder in foot],
            "search": f"{folders.providers}/",
            "picture": general_picture(words),
            "language": words.language.tag,
            "locale": words.figures.locale,
            "words": words.group("frame"),
        },
        "nav": [{title: page} for page, title in menu.items()],
        "not_in_nav": "".join(f"/{each}\n" for each in (*_lists(words), *others)),
    }


def _menu(words: Words) -> Iterator[tuple[str, str]]:
    """Each page of the menu, by its file, with its title."""
    folders = words.folders
    yield "index.md", words("frame.page.home")
    yield f"{folders.providers}/index.md", words("frame.page.providers")
    yield f"{folders.services}/index.md", words("frame.page.services")
    yield f"{folders.compare}.md", words("frame.page.compare")
    yield f"{folders.explanation}.md", words("frame.page.explanation")
    yield f"{folders.corrections}.md", words("frame.page.corrections")
    yield f"{folders.open_data}/index.md", words("frame.page.open_data")
    yield f"{folders.about}.md", words("frame.page.about")
    yield f"{folders.accessibility}.md", words("frame.page.accessibility")
    yield f"{folders.privacy}.md", words("frame.page.privacy")


def _lists(words: Words) -> Iterator[str]:
    """Patterns of the pages that stay out of the menu: each page would carry a link to every other."""
    folders = words.folders
    yield f"{folders.providers}/*.md"
    yield from (f"{folder}/**/*.md" for folder in (folders.services, folders.regions, "a-z") if folder)
    yield f"{folders.corrections}/*.md"
