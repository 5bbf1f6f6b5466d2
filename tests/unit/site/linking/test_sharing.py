"""The picture that goes along when a page is shared, and the letters in it."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageFont
from support.made import files_of_demo
from support.project import ROOT
from support.registers.demos import public_demo
from support.registers.public import NOBODY, WITHHELD, grade, profile, provider, report, rounded
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicProvider, Rating
from generator.site.content.looks import looks
from generator.site.linking import lettering, sharing
from generator.site.linking.summaries import summary_of
from generator.site.ratings import GradeView
from generator.site.styling import mark
from generator.site.styling.palette import rgb

ACCENT, WHITE = (11, 92, 122), (255, 255, 255)
INK = lettering.Pen(60, lettering.Ramp(0, 1, 2))


def picture(of: PublicProvider) -> bytes:
    return sharing.picture(summary_of(profile(of), SETTINGS, WORDS), SETTINGS.palette, WORDS)


def invented(total: Rating, commissioners: Rating | None = None) -> PublicProvider:
    return provider(report(total=total, commissioners=commissioners))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("total", [grade("8.3"), grade("10.0"), rounded("8"), WITHHELD, NOBODY])
def test_it_has_the_size_that_a_large_picture_beside_a_link_needs(total: Rating) -> None:
    width, height = opened(picture(invented(total, grade("7.0")))).size
    assert width >= 600
    assert height >= 315
    assert width / height == pytest.approx(1.91, abs=0.01)
    head = (ROOT / "site_src/theme/main.html").read_text(encoding="utf-8")
    assert f'og:image:width" content="{width}"' in head
    assert f'og:image:height" content="{height}"' in head


def test_its_colours_are_of_the_palette_and_say_whether_there_is_a_grade() -> None:
    of_grades, of_none = (opened(picture(invented(each))).convert("RGB") for each in (grade("8.3"), NOBODY))
    assert of_grades.getpixel((5, 5)) == of_none.getpixel((5, 5)) == WHITE
    assert of_grades.getpixel((5, 310)) == ACCENT
    assert of_none.getpixel((5, 310)) == rgb(SETTINGS.palette.surface)


def test_the_mark_of_the_site_is_in_it() -> None:
    """In each bar and beside it, as the icon of the site has them."""
    image = opened(picture(invented(grade("8.3")))).convert("RGB").crop((33, 17, 73, 57))
    icon = dict(looks(SETTINGS, WORDS))["images/favicon.svg"]
    assert f'viewBox="0 0 {mark.SIZE} {mark.SIZE}"' in icon
    for left, top, right, bottom in mark.BARS:
        assert f"M{left} {top}H{right}V{bottom}" in icon
        middle, centre = (round(40 * (one + other) / 2 / mark.SIZE) for one, other in ((left, right), (top, bottom)))
        assert image.getpixel((middle, centre)) == WHITE
        assert image.getpixel((middle, round(40 * (top - 2) / mark.SIZE))) == ACCENT


@pytest.mark.parametrize(("level", "completed"), [(1, 5), (2, 20), (3, 80)])
def test_as_many_dots_are_filled_as_the_grade_is_sure(level: int, completed: int) -> None:
    of = invented(grade("8.3"))
    totals = of.newest.clients
    row = replace(totals.total, completed=completed, net_sample=2 * completed)
    sure = replace(of, reports=(replace(of.newest, clients=replace(totals, total=row)),))
    summary = summary_of(profile(sure), SETTINGS, WORDS)
    assert isinstance(summary.clients.rating, GradeView)
    assert summary.clients.rating.level == level
    image = opened(sharing.picture(summary, SETTINGS.palette, WORDS)).convert("RGB")
    dots = [image.getpixel((33 + 5 + 14 * number, 290 - 6)) for number in range(3)]
    assert [dot == WHITE for dot in dots] == [number < level for number in range(3)]


def test_the_same_grades_give_the_same_bytes_and_no_name_or_time_is_in_it() -> None:
    one = invented(grade("8.3"), grade("7.0"))
    assert picture(one) == picture(one)
    assert picture(one) == picture(
        replace(one, id="anders", name="Een heel andere <naam>", website="https://x.example")
    )
    assert picture(one) != picture(invented(grade("8.4"), grade("7.0")))
    assert opened(picture(one)).info.keys() <= {"transparency"}


def test_a_rounded_grade_is_told_from_a_whole_one() -> None:
    one, other = (opened(picture(invented(each))).convert("L") for each in (rounded("10"), grade("10.0")))
    # Beside the figure, short of where the commissioners' part begins.
    beside = (267, 200, 354, 229)
    ground = one.getpixel((5, 310))
    assert one.crop(beside).getextrema() == (ground, 255)
    assert one.crop((354, 125, 357, 233)).getextrema() == (ground, ground)
    assert one.tobytes() != other.tobytes()


def test_every_picture_is_light() -> None:
    sizes = [len(picture(each)) for each in public_demo(60).providers]
    assert max(sizes) < 6_500
    assert sum(sizes) / len(sizes) < 5_500


def test_pages_without_a_picture_of_their_own_share_one() -> None:
    picture = files_of_demo()["images/deel.png"]
    assert opened(picture).size == (sharing.WIDTH, sharing.HEIGHT)
    assert len(picture) < 6_500


def drawable(text: str) -> bool:
    """Whether each letter is in the font or made of one that is."""
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    missing = bytes(font.getmask("\U0010ffff"))
    letters, accents = lettering.parted(text)
    return (
        len(letters) == len(text)
        and all(bytes(font.getmask(each)) != missing or each == " " for each in letters)
        and accents.keys() == {place for place, each in enumerate(text) if each in "ëéïöüáóí"}
    )


def test_every_letter_of_the_words_in_it_is_drawn() -> None:
    for of in public_demo(60).providers:
        summary = summary_of(profile(of), SETTINGS, WORDS)
        period = WORDS("linking.picture.period", period=summary.short_period)
        ratings = [each.rating for each in summary.audiences]
        grades = [text for each in ratings if isinstance(each, GradeView) for text in (each.grade, each.word)]
        titles = (summary.clients.title, WORDS("listing.commissioner"))
        for text in (period, *titles, *grades, *(line for each in summary.audiences for line in each.lines)):
            assert drawable(text), text
    for key in ("no_grade", "picture.about", "picture.of", *(f"short.{why}" for why in WORDS.group("linking.short"))):
        assert drawable(WORDS(f"linking.{key}")), key


def test_an_accent_summary_above_its_letter() -> None:
    image = Image.new("L", (200, 100), 0)
    lettering.write(image, (20, 80), "e", INK)
    plain = image.getbbox()
    lettering.write(image, (20, 80), "ë", INK)
    marked = image.getbbox()
    assert plain
    assert marked
    assert (plain[0], plain[2:]) == (marked[0], marked[2:])
    assert marked[1] < plain[1] - 5


def test_a_line_that_is_too_long_gets_smaller_letters() -> None:
    text = "1.234.567 van de 1.234.568 antwoordden (100%)"
    size = lettering.fitting(text, 40, 300)
    assert size < 40
    assert lettering.width(text, size) <= 300
    assert lettering.fitting("8,3", 40, 300) == 40


def test_what_the_font_cannot_show_is_left_out() -> None:
    assert lettering.parted("a\u4e2db\u0301\x07") == ("ab", {1: "\u0301"})
