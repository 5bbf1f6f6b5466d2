"""What is looked for: canaries, in every spelling in which a program or a person would write them."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from leaks.decoding import texts
from support.registers.planted import Planted

_ALIKE = Decimal("0.000001")  # as near as a float in memory comes
_WORDS = {
    word: str(value)
    for value, word in enumerate(
        ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
    )
}
_WORDS["één"] = "1"


def leaks(files: Mapping[str, bytes], planted: Planted) -> list[str]:
    """Every canary that stands in ``files``: which, where, and what stands around it."""
    numbers_of, words_of = _numbers_of(planted), {word.casefold(): name for name, word in planted.words.items()}
    return [
        f"{name} in {place}: …{text[max(0, at - 40) : at + 40]}…"
        for place, text in texts(files)
        for name, at in (*_found_numbers(text, numbers_of), *_found_words(text.casefold(), words_of))
    ]


def canaries(planted: Planted) -> set[str]:
    """The names of all that `leaks` looks for."""
    return {*_numbers_of(planted).values(), *planted.words}


def _numbers(text: str) -> Iterator[tuple[Decimal, int]]:
    """Every number in ``text`` that has decimals, or three digits, and where: however it is written."""
    for pattern, value in _SPELLINGS:
        for found in pattern.finditer(text):
            yield value(found), found.start()


def _numbers_of(planted: Planted) -> dict[Decimal, str]:
    """What each number is. A count of fewer than three digits stands everywhere, and is not looked for."""
    counts = {Decimal(each): f"count {each} of {name}" for name, given in planted.counts.items() for each in given}
    return (
        {grade: f"grade {name}" for name, grade in planted.grades.items()}
        | {abs(score): f"score {name}" for name, score in planted.scores.items()}
        | {count: name for count, name in counts.items() if count >= 100}
    )


def _found_numbers(text: str, known: Mapping[Decimal, str]) -> Iterator[tuple[str, int]]:
    for value, at in _numbers(text):
        near = value.quantize(Decimal("0.1")) if value < 100 else value
        if near in known and abs(value - near) < _ALIKE:
            yield known[near], at


def _found_words(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    return ((name, text.index(word)) for word, name in known.items() if word in text)


def _in_words(found: re.Match[str]) -> Decimal:
    whole, tenth = (_WORDS.get(word.casefold(), word) for word in found.groups())
    return Decimal(f"{whole}.{tenth}")


_WORD = "|".join((*_WORDS, r"\d"))
_SPELLINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Decimal]], ...] = (
    # 3.7 and 3,70 and 3·7, also in a list: 12,3.7,nee. But not 1.3.7, nor what 8.3,7.6 has in its middle.
    (
        re.compile(r"(?<!\d)(?<!\d\.)(?=(\d{1,2})[.,·](\d{1,20})(?!\d|\.\d))"),
        lambda found: Decimal(f"{found[1]}.{found[2]}"),
    ),
    (re.compile(r"(?<![\w.])\d{3,4}(?!\w)"), lambda found: Decimal(found[0])),
    (re.compile(r"(?<!\d)(\d{1,3})\s?/\s?10(?!\d)"), lambda found: Decimal(found[1]) / 10),
    (re.compile(r"(?<![\w.])\d{1,3}e-0?[12](?!\d)", re.IGNORECASE), lambda found: Decimal(found[0])),
    (re.compile(r"0x1\.[0-9a-f]+p\+?\d"), lambda found: Decimal(float.fromhex(found[0]))),
    (re.compile(rf"\b({_WORD})\s?(?:komma|punt|point)\s?({_WORD})\b", re.IGNORECASE), _in_words),
)
