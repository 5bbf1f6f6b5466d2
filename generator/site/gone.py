"""What stands at the addresses of a provider that was published, and of which nothing is public now.

A report can be withdrawn, and an address is for ever. The page says that nothing is here; not whose it was, nor why:
what is not public any more has no name here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.disclosure.public import PublicRegister
from generator.site.templating import rendered

_FOLDER = "aanbieders"


def gone_providers(promised: Iterable[str], register: PublicRegister) -> Mapping[str, Sequence[str]]:
    """The ids that were published and stand for nobody now, each with its addresses below its own folder."""
    here = {identity for provider in register.providers for identity in (provider.id, *provider.former_ids)}
    gone: dict[str, list[str]] = {}
    for address in sorted(promised):
        folder, _, rest = address.lstrip("/").partition("/")
        identity, _, name = rest.partition("/")
        if folder == _FOLDER and identity and identity not in here:
            gone.setdefault(identity, []).append(name)
    return gone


def notices(gone: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    """A file for each address of those ids, as its path below the site and what it holds."""
    for identity, names in gone.items():
        for name in names:
            to_root = "../" * (2 + name.count("/"))
            yield f"{_FOLDER}/{identity}/{name}index.html", rendered("gone.html", to_root=to_root).encode()
