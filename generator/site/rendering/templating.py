"""The templates of the site, and the functions that they may call."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.site.rendering import markdown, plotly
from generator.site.words import directions
from generator.site.words.catalogue import Words


@cache
def templates() -> Environment:
    """The environment of all templates: it escapes every value."""
    environment = Environment(
        loader=PackageLoader("generator.site.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # no template changes while a build runs
    )
    environment.filters["markdown"] = markdown.text
    environment.globals["front_matter"] = markdown.front_matter
    environment.globals["isolated"] = _isolated
    environment.globals["apart"] = directions.apart
    environment.globals["link"] = _link
    environment.globals["plotly_script"] = plotly.SCRIPT
    return environment


def _link(address: str, text: str) -> Markup:
    """A link that can stand in a phrase."""
    return Markup('<a href="{}">{}</a>').format(address, text)


def _isolated(text: str) -> Markup:
    """What others wrote, so that its direction does not change that of the phrase in which it stands."""
    return Markup("<bdi>{}</bdi>").format(text)


def rendered(template: str, words: Words, **values: object) -> str:
    """A template by its file's name without ``.jinja``, filled in with ``words``, their ``folders`` and ``values``."""
    return templates().get_template(f"{template}.jinja").render(words=words, folders=words.folders, **values)
