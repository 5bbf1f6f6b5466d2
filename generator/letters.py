"""Letters: how a name is compared, found, put in order, and made into an id. Any room may use it; it uses none.

`site_src/pages/scripts/finder/letters.js` has the same rules for what a visitor types.
"""

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_WHOLE = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "\u0131": "i",  # without its dot
        "ŋ": "n",
    }
)
_LONGEST_ID = 80
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """``text`` in small letters without marks: `Bèta` is `beta`, `Øst` is `ost`."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE))
    return "".join(each for each in letters if unicodedata.category(each)[0] != "M")


def words_of(text: str) -> list[str]:
    """The words of ``text`` in plain letters and digits; anything else parts them."""
    return _WORD.findall(plain(text))


def slug(name: str) -> str:
    """The id that a provider by this name would get: small letters, digits and single hyphens."""
    letters = plain(name).replace("'", "").replace("\u2019", "")
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST_ID].rstrip("-")
