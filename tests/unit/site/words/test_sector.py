"""The words of a sector in phrases."""

from dataclasses import replace

import pytest
from support.registers.empty import CHARTER

from generator.charter import Noun
from generator.site.words.sector import names_of


@pytest.mark.parametrize(
    ("noun", "name", "said"),
    [
        (Noun("school", "scholen", "de"), "provider", "school"),
        (Noun("school", "scholen", "de"), "Providers", "Scholen"),
        (Noun("school", "scholen", "de"), "the_provider", "de school"),
        (Noun("school", "scholen", "de"), "This_provider", "Deze school"),
        (Noun("school", "scholen", "de"), "that_provider", "die school"),
        (Noun("school", "scholen", "de"), "each_provider", "elke school"),
        (Noun("bureau", "bureaus", "het"), "The_provider", "Het bureau"),
        (Noun("bureau", "bureaus", "het"), "a_provider", "een bureau"),
        (Noun("bureau", "bureaus", "het"), "this_provider", "dit bureau"),
        (Noun("bureau", "bureaus", "het"), "that_provider", "dat bureau"),
        (Noun("bureau", "bureaus", "het"), "Each_provider", "Elk bureau"),
        (Noun("bureau", "bureaus", "het"), "which_provider", "welk bureau"),
        (Noun("ijsbaan", "ijsbanen", "de"), "Provider", "IJsbaan"),
        (Noun("academy", "academies", "an"), "A_provider", "An academy"),
        (Noun("nursery", "nurseries", "a"), "a_provider", "a nursery"),
        (Noun("nursery", "nurseries", "a"), "each_provider", "each nursery"),
    ],
)
def test_a_noun_has_the_words_that_go_before_it(noun: Noun, name: str, said: str) -> None:
    names = names_of(replace(CHARTER, nouns=replace(CHARTER.nouns, provider=noun)))
    assert names[name] == said


def test_what_a_register_does_not_have_is_none() -> None:
    names = names_of(
        replace(CHARTER, nouns=replace(CHARTER.nouns, commissioner=None), quality_mark=None),
    )
    missing = {name for name, said in names.items() if said is None}
    assert {"commissioner", "Commissioners", "each_commissioner", "quality_mark"} <= missing
    assert not [name for name in missing if "client" in name]
