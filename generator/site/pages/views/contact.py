"""Whom to write to if something is wrong, with a link that already names the page; or that there is nobody yet."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.charter import Contact
from generator.site.settings import Settings
from generator.site.words.catalogue import Words

# In a page written by hand: the text about one kind of problem, a paragraph of its own.
_SLOT = re.compile(r"^<!-- contact: (?P<problem>\w+) -->$", re.MULTILINE)


def written_to(problem: str, title: str, path: str, settings: Settings, words: Words) -> Markup:
    """What to do about a ``problem`` (a key of the words below ``contact``) on the page ``title`` at ``path``."""
    contact = settings.charter.contact
    if contact is None:
        return escape(words(f"contact.{problem}.nobody"))
    subject = words("contact.subject", title=title)
    address = _address(contact, subject, settings.at(path), words)
    told = words("contact.email" if contact.email else "contact.form", name=contact.name)
    link = Markup('<a href="{}">{}</a>').format(address, told)
    return words.rich(f"contact.{problem}.somebody", days=contact.days, link=link)


def _address(contact: Contact, subject: str, page: str, words: Words) -> str:
    """The contact's address with what it is about filled in; ``page`` is the whole address of a page."""
    page = quote(page, safe="")
    if contact.email:
        return f"{contact.address}?subject={quote(subject, safe='')}&body={page}"
    return f"{contact.address}{'&' if '?' in contact.address else '?'}{words('address.asked.page')}={page}"


def hand_written(settings: Settings, words: Words) -> Mapping[str, str]:
    """The pages that are written by hand, by name, with whom to write to filled in."""

    def filled(name: str, text: str) -> str:
        title = text.partition("title: ")[2].partition("\n")[0]
        path = f"{name.removesuffix('.md')}/"
        return _SLOT.sub(lambda slot: f"<p>{written_to(slot['problem'], title, path, settings, words)}</p>", text)

    return {name: filled(name, text) for name, text in settings.hand_written.items()}
