"""The pages of the site in Markdown: a pure function of the public model."""

from collections.abc import Iterator

from generator.disclosure.public import PublicRegister
from generator.site import explaining_rules
from generator.site.finding import finder_view
from generator.site.ordering import by_name
from generator.site.templating import templates
from generator.site.views import ProviderView, provider_view
from generator.site.words import dutch


def pages(register: PublicRegister) -> Iterator[tuple[str, str]]:
    """Every generated page, as its path below the folder of pages and its text, in a fixed order."""
    words = dutch()
    providers = sorted((provider_view(each, words) for each in register.providers), key=_by_name)
    count = words("register.providers", count=len(providers))
    rules = [explaining_rules.rules_view(each, words) for each in register.rules]
    finder = finder_view(register, words)
    yield "index.md", templates().get_template("home.md.jinja").render(count=count, finder=finder)
    listed = templates().get_template("providers.md.jinja")
    yield "aanbieders/index.md", listed.render(providers=providers, count=count, finder=finder)
    yield "uitleg.md", templates().get_template("explanation.md.jinja").render(rules=rules)
    page = templates().get_template("provider.md.jinja")
    for provider in providers:
        yield f"aanbieders/{provider.id}.md", page.render(provider=provider)


def _by_name(provider: ProviderView) -> tuple[str, str]:
    return by_name(provider.name), provider.id
