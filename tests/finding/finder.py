"""The finder as a visitor meets it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Response, expect


def quoted(text: str) -> str:
    """A text in the quotation marks of the site."""
    return f"\u2018{text}\u2019"


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
        return self.page.get_by_role("searchbox", name="Naam, dienst of provincie")

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
            self.unfold()
            self.page.get_by_label(label, exact=True).select_option(label=choice)

    def check(self, label: str) -> None:
        with self._asking():
            self.unfold()
            self.page.get_by_label(label).check()

    def unfold(self) -> None:
        """Open the filters, whether they are open or not."""
        self.page.locator(".kc-finder__filters").evaluate("filters => { filters.open = true; }")

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
        """The names of all that is found, in their order, once the finder has said how many there are: unfolds all."""
        total = self.count()
        names: list[str] = self.page.locator(".kc-list").evaluate(_NAMES)
        assert len(names) == total
        return names

    def count(self) -> int:
        """How many the finder says there are, once it has found them."""
        self.wait()
        said = self.status.inner_text()
        assert said.endswith("gevonden"), said
        return 0 if said.startswith("Geen") else int(said.split()[0].replace(".", ""))

    def wait(self) -> None:
        """Wait until what was asked is answered, or cannot be."""
        expect(self.page.locator(".kc-list")).to_have_attribute("aria-busy", "false")

    @property
    def results(self) -> Locator:
        """The results of all parts, also of those that are folded."""
        return self.page.locator(".kc-results > li")

    def part(self, title: str) -> Locator:
        """A part of the list that can be folded, by the begin of its title."""
        return self.page.locator("details.kc-list__part").filter(has=self.page.locator("summary", has_text=title))

    @property
    def notes(self) -> list[str]:
        """What the finder says that it made of the words."""
        return self.page.locator(".kc-finder__note").all_inner_texts()


_NAMES = """list => {
  for (let more; (more = list.querySelector('.kc-finder__more')); ) more.click();
  return [...list.querySelectorAll('.kc-results :is(h2, h3)')].map(each => each.textContent);
}"""


def _asked(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def opened(address: str, new_context: Callable[..., BrowserContext], **options: object) -> Finder:
    """The finder of a page in a window of its own."""
    page = new_context(**options).new_page()
    page.goto(address)
    return Finder(page)
