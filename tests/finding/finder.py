"""The finder as a visitor meets it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Response, expect


def transferred(page: Page, act: Callable[[], object]) -> int:
    """How many bytes of answers are on their way to the browser while ``act`` goes on, as they are sent."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - it takes no method
    act()
    page.wait_for_load_state("networkidle")
    return sum(int(response.headers.get("content-length", 0)) for response in responses)


@dataclass(frozen=True)
class Finder:
    """The finder on a page that is open."""

    page: Page

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("searchbox", name="Naam, plaats of dienst")

    @property
    def status(self) -> Locator:
        return self.page.locator(".kc-finder__status")

    @property
    def more(self) -> Locator:
        return self.page.get_by_role("button", name="Toon meer aanbieders")

    @property
    def asked(self) -> dict[str, str]:
        """The parameters of the address."""
        return _asked(self.page.url)

    def type(self, text: str) -> None:
        """Put text into the field, in the place of what is there, and wait until it is in the address."""
        self.field.fill(text)
        self.wait_until_asked(zoek=text.strip())

    def choose(self, label: str, choice: str) -> None:
        with self._asking():
            self.page.get_by_label(label, exact=True).select_option(label=choice)

    def check(self, label: str) -> None:
        with self._asking():
            self.page.get_by_label(label).check()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Something else is asked; afterwards it is in the address, and the finder is no longer done."""
        before = self.page.url
        yield
        expect(self.page).not_to_have_url(before)

    def wait_until_asked(self, **parameters: str) -> None:
        self.page.wait_for_url(
            lambda url: all(_asked(url).get(name, "") == value for name, value in parameters.items())
        )

    def names(self) -> list[str]:
        """The names of all that is found, in their order, once the finder has said how many there are."""
        total = self.count()
        for shown in range(20, total, 20):
            self.more.click()
            expect(self.results).to_have_count(min(shown + 20, total))
        return self.results.get_by_role("heading").all_inner_texts()

    def count(self) -> int:
        """How many the finder says there are, once it has found them."""
        expect(self.page.locator(".kc-results")).to_have_attribute("aria-busy", "false")
        said = self.status.inner_text()
        assert said.endswith("gevonden"), said
        return 0 if said.startswith("Geen") else int(said.split()[0].replace(".", ""))

    @property
    def results(self) -> Locator:
        return self.page.locator(".kc-results > li")


def _asked(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def opened(address: str, new_context: Callable[..., BrowserContext], **options: object) -> Finder:
    """The finder of a page in a window of its own."""
    page = new_context(**options).new_page()
    page.goto(address)
    return Finder(page)
