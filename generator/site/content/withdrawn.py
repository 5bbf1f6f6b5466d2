"""The files at the addresses of a provider that was published and has nothing public now.

A report can be withdrawn, but an address is for ever. Each file says that nothing is here. It does not say whose it
was, or why: the site does not name a provider that is no longer public.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.disclosure.public import PublicRegister
from generator.site.content.parts import File, Part
from generator.site.fingerprints import fingerprint
from generator.site.linking import badges, sharing
from generator.site.linking.files import picture
from generator.site.opendata import ratings
from generator.site.origin import Origin
from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.words.catalogue import Words


def withdrawn_providers(published_before: Iterable[str], register: PublicRegister) -> Mapping[str, Sequence[str]]:
    """The published ids that belong to no public provider now, each with its addresses below its own folder.

    Args:
        published_before: addresses that were published before, as paths from the root of the site.
        register: what the public may know now.
    """
    here = {identity for provider in register.providers for identity in (provider.id, *provider.former_ids)}
    withdrawn: dict[str, list[str]] = {}
    providers = register.charter.folders.providers
    for address in sorted(published_before):
        folder, _, rest = address.lstrip("/").partition("/")
        identity, _, name = rest.partition("/")
        if folder == providers and identity and identity not in here:
            withdrawn.setdefault(identity, []).append(name)
    return withdrawn


def withdrawn_part(withdrawn: Mapping[str, Sequence[str]], origin: Origin) -> Part:
    """A file for each address of those ids."""
    return Part("withdrawn", fingerprint(withdrawn), lambda: _notices(withdrawn, origin.settings, origin.words))


def _notices(withdrawn: Mapping[str, Sequence[str]], settings: Settings, words: Words) -> Iterator[File]:
    for identity, names in withdrawn.items():
        for name in names:
            file = name if name and not name.endswith("/") else f"{name}index.html"
            yield f"{words.folders.providers}/{identity}/{file}", _notice(identity, file, settings, words)


def _notice(identity: str, file: str, settings: Settings, words: Words) -> bytes:
    if file == picture(words):
        return sharing.general(settings.charter.name, settings.palette, words)
    if file == ratings.FILE:
        return ratings.withdrawn_file(identity, settings)
    if file.endswith(".json"):
        return (json.dumps(badges.withdrawn_endpoint(settings.palette, words), ensure_ascii=False) + "\n").encode()
    if file.endswith(".svg"):
        return badges.withdrawn_badge(settings.charter.name, settings.palette, words)
    return rendered("withdrawn.html", words, to_root="../" * (2 + file.count("/"))).encode()
