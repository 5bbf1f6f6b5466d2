"""Each place for a grade, on pages with every case: several periods, grades withheld, nobody asked."""

from pathlib import Path

from published.answers import promised, shown

from generator.disclosure.public import PublicRegister

EVERY = 7  # one in so many: enough for each case


def test_a_page_shows_exactly_the_grades_that_are_public(public: PublicRegister, site: Path) -> None:
    some = public.providers[::EVERY]
    assert any(len(provider.reports) > 1 for provider in some)
    wrong = {}
    for provider in some:
        places = shown((site / "aanbieders" / provider.id / "index.html").read_bytes())
        if places != promised(provider, public.charter):
            wrong[provider.id] = (places, promised(provider, public.charter))
    assert wrong == {}
