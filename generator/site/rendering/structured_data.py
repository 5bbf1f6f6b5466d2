"""What a page tells search engines, as JSON-LD in the vocabulary of schema.org."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.disclosure.public import PublicProvider, Published
from generator.site.settings import Settings
from generator.site.words import grades
from generator.site.words.catalogue import Words

# Inside a script element no text may look like markup.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def organization(provider: PublicProvider, settings: Settings, words: Words, *, says_little: bool) -> Mapping[str, Any]:
    """A provider, with the newest grade of all its clients together; without it if that is not public, or says little.

    Search engines show a rating without how sure it is. So one that ``says_little`` is not for them. A rounded grade is
    a whole number, and says in words that it is rounded.
    """
    page = settings.page_of(provider.id)
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{page}#{words('address.anchor.provider')}",
        "name": provider.name,
        "mainEntityOfPage": page,
    }
    if provider.website:
        said["url"] = provider.website
    total = provider.newest.clients.total
    if isinstance(total.rating, Published) and not says_little:
        said["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": _number(total.rating),
            "bestRating": settings.charter.scale.highest,
            "worstRating": settings.charter.scale.lowest,
            "ratingCount": total.completed,
            **({"ratingExplanation": grades.text(total.rating, words)} if total.rating.is_rounded else {}),
        }
    return said


def _number(rating: Published) -> int | float:
    value = grades.exact(rating)
    return int(value) if rating.is_rounded else float(value)


def element(said: Mapping[str, Any]) -> Markup:
    """The element that holds it; a block on one line, which Markdown leaves alone."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped for where it stands
