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
# One letter of Greek has two forms, and what stands for an apostrophe or a hyphen is none.
_WHOLE = str.maketrans(
    {letter: base for base, letters in _READ_AS.items() for letter in letters}
    | {"ς": "σ"}
    | dict.fromkeys(
        "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u2032\u2035\ua78b\ua78c`\u00b4",
        "'",
    )
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212", "-")
)
# Initials, as in "A.B. Werk" and "a. b. werk": letters with a dot between them, which no letter or digit touches. A
# word is found whole, so that none begin within it: "ir. A.B. Werk".
_WORD_OR_INITIALS = re.compile(r"[^\W_]{2,}|(?:[^\W\d_]\.\s?)+[^\W\d_](?![^\W_])")
_LEFT_OUT = {"Mn", "Mc", "Me", "Cf"}  # marks, and what is not seen: a soft hyphen
_LONGEST_ID = 80
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """``text`` in small letters without marks, initials as a word: `Bèta` is `beta`, `Øst` `ost`, `A.B.` `ab.`."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_WHOLE))
    bare = "".join(each for each in parts if unicodedata.category(each) not in _LEFT_OUT)
    # Once more: what was taken apart may hold a capital, or a letter that cannot be.
    return _WORD_OR_INITIALS.sub(lambda run: re.sub(r"[.\s]", "", run[0]), bare.lower().translate(_WHOLE))


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
