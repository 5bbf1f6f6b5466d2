"""The pages of the site in Markdown: a pure function of the public model."""

import json
import unicodedata
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.disclosure.public import PublicRegister
from generator.site import comparing, explaining_rules, markdown
from generator.site.views import ProviderView, provider_view
from generator.site.words import dutch


def pages(register: PublicRegister) -> Iterator[tuple[str, str]]:
    """Every generated page, as its path below the folder of pages and its text, in a fixed order."""
    words = dutch()
    templates = _templates()
    providers = sorted((provider_view(each, words) for each in register.providers), key=_by_name)
    count = words("register.providers", count=len(providers))
    rules = [explaining_rules.rules_view(each, words) for each in register.rules]
    yield "index.md", templates.get_template("home.md.jinja").render(count=count)
    yield "aanbieders/index.md", templates.get_template("providers.md.jinja").render(providers=providers, count=count)
    yield "uitleg.md", templates.get_template("explanation.md.jinja").render(rules=rules)
    script = comparing.for_script(register, words)
    yield "vergelijken.md", templates.get_template("compare.md.jinja").render(script=script)
    yield "scripts/words.json", json.dumps({"choice": words.group("choice")}, ensure_ascii=False) + "\n"
    page = templates.get_template("provider.md.jinja")
    for provider in providers:
        yield f"aanbieders/{provider.id}.md", page.render(provider=provider)
    yield from comparing.files(register, words)


def _by_name(provider: ProviderView) -> tuple[str, str]:
    """Names in the order of a Dutch index: capitals, accents and a mark in front ('t Werk) make no difference."""
    plain = unicodedata.normalize("NFKD", provider.name)
    return "".join(each for each in plain if each.isalnum() or each.isspace()).strip().casefold(), provider.id


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markdown"] = markdown.text
    environment.globals["front_matter"] = markdown.front_matter
    environment.globals["words"] = dutch()
    return environment
