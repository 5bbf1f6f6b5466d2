"""Letters: how a name is compared, found, put in order, and made into an id. Any room may use it; it uses none.

`site_src/pages/scripts/finder/letters.js` has the same rules for what a visitor types.
"""
# ruff: noqa: RUF001 - letters that look like others are what this is about

import re
import unicodedata

# Latin letters that Unicode does not take apart into a letter and a mark, by what they are read as.
_READ_AS = {
    "a": "ⱥẚ", "ae": "æ", "b": "ƀƃɓ", "c": "ƈȼ", "d": "đðƌȡɖɗ", "db": "ȸ", "e": "ǝɇəɛ", "f": "ƒ", "g": "ǥɠɣ",
    "h": "ħ", "hv": "ƕ", "i": "ıɨɩ", "j": "ȷɉ", "k": "ĸƙ", "l": "łŀƚȴ", "ll": "ỻ", "m": "ɯ", "n": "ŋŉƞȵɲ",
    "o": "øɔɵ", "oe": "œ", "oi": "ƣ", "ou": "ȣ", "p": "ƥ", "q": "ɋ", "qp": "ȹ", "r": "ɍʀ", "s": "ȿẜẝʃ", "ss":
    "ß", "t": "ŧƫƭȶʈⱦ", "th": "þ", "u": "ʉʊ", "v": "ỽʋʌ", "w": "ƿ", "y": "ƴɏȝỿ", "z": "ƶƹƺȥɀʒ",
}  # fmt: skip
# One letter of Greek has two forms, and what stands for an apostrophe is none.
_WHOLE = str.maketrans(
    {letter: base for base, letters in _READ_AS.items() for letter in letters}
    | {"ς": "σ"}
    | dict.fromkeys("\u2018\u2019\u02bb\u02bc\u02be\u02bf\u2032`\u00b4", "'")
)
# Initials, as in "A.B. Werk" and "a. b. werk": letters with a dot between them, which no letter or digit touches.
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_](?![^\W_])")
_LONGEST_ID = 80
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """``text`` in small letters without marks, initials as a word: `Bèta` is `beta`, `Øst` `ost`, `A.B.` `ab.`."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_WHOLE))
    bare = "".join(each for each in parts if unicodedata.category(each)[0] != "M")
    # Once more: what was taken apart may hold a capital, or a letter that cannot be.
    return _INITIALS.sub(_as_one_word, bare.lower().translate(_WHOLE))


def _as_one_word(run: re.Match[str]) -> str:
    is_end_of_a_word = bool(_WORD.fullmatch(run.string[: run.start()][-1:]))
    return run.group() if is_end_of_a_word else re.sub(r"[.\s]", "", run.group())


def is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin script; the Latin-looking letters of mathematics are not."""
    return letter in "\u00aa\u00ba" or unicodedata.name(letter, "").startswith("LATIN ")


def words_of(text: str) -> list[str]:
    """The words of ``text`` in plain letters and digits; anything else parts them."""
    return _WORD.findall(plain(text))


def slug(name: str) -> str:
    """The id that a provider by this name would get: small letters, digits and single hyphens."""
    letters = plain(name).replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST_ID].rstrip("-")
