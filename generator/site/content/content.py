"""All that a site consists of, in one value: a build writes it, and the proof that nothing leaks searches it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.charter import Folders
from generator.disclosure.public import PublicRegister
from generator.progress import tracked
from generator.site.content import lists, providers, whole
from generator.site.content.frame import frame
from generator.site.content.parts import File, Part
from generator.site.content.withdrawn import withdrawn_part, withdrawn_providers
from generator.site.fingerprints import fingerprint
from generator.site.origin import Origin, origin_of
from generator.site.settings import Settings


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made of, except its scripts and its theme.

    Args:
        parts: all its files, each in one part.
        folders: the first part of each address.
        frame: what stands around each page, as settings of the engine.
        common: a fingerprint of what all parts have in common, except the code.
        providers: how many have something public.
        published_before: addresses that were published before, and must answer in this site too.
        withdrawn: ids of published providers that have nothing public now, with their addresses.
    """

    parts: Sequence[Part]
    folders: Folders
    frame: Mapping[str, Any] = field(default_factory=dict)
    common: str = ""
    providers: int = 0
    published_before: frozenset[str] = frozenset()
    withdrawn: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def files(self) -> Iterator[File]:
        """Every file, made anew."""
        for part in self.parts:
            yield from part.make()


def content(register: PublicRegister, settings: Settings, published_before: frozenset[str] = frozenset()) -> Content:
    """All that the site of ``register`` consists of; the same arguments give the same bytes in the same order.

    Args:
        register: what the public may know.
        settings: the settings of the site.
        published_before: addresses that were published before, as paths from the root; each must still answer.
    """
    origin = origin_of(register, settings)
    withdrawn = withdrawn_providers(published_before, register)
    return Content(
        parts=tuple(parts_of(origin, withdrawn)),
        folders=register.charter.folders,
        frame=frame(settings, origin.words),
        common=fingerprint(replace(settings, styles={}, hand_written={}), register.charter),
        providers=len(register.providers),
        published_before=published_before,
        withdrawn=withdrawn,
    )


def parts_of(origin: Origin, withdrawn: Mapping[str, Sequence[str]]) -> Iterator[Part]:
    """Each part of a site; ``withdrawn`` ids still have their addresses."""
    yield from whole.parts(origin)
    yield from lists.parts(origin)
    yield from providers.parts(origin)
    yield withdrawn_part(withdrawn, origin)


def changed_files(before: Content, after: Content) -> tuple[Iterator[File], Iterator[File]]:
    """What to compare of the parts that are not made of the same, before and after.

    Each file has its content, or something that differs whenever that does.
    """
    same = {(part.name, part.made_of) for part in before.parts} & {(part.name, part.made_of) for part in after.parts}
    if before.common != after.common:
        same = set()

    def of(made: Content) -> Iterator[File]:
        changed = [part for part in made.parts if (part.name, part.made_of) not in same]
        return (
            file
            for part in tracked(changed, "Comparing pages and files", of=changed)
            for file in (part.compare or part.make)()
        )

    return of(before), of(after)
