"""Text of others in a line of ours: whatever its direction is, the text beside it keeps its own.

In HTML the element `bdi` does that (`isolated` in the templates). Here is what does it in plain text: titles, words for
a picture, drawings, feeds. The script ``phrases.js`` has the same rules.
"""

import re
from unicodedata import category

_APART, _UNTIL = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
# Hebrew, Arabic and their like.
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_KEPT_APART = re.compile(f"{_APART}[^{_UNTIL}]*{_UNTIL}")


def apart(text: str) -> str:
    """``text``, set apart if something in it is written from right to left and is not set apart yet.

    Also if it begins with a mark, which would be drawn on the character before it.
    """
    if text.isascii():
        return text
    reaches_out = category(text[0]).startswith("M") or _FROM_THE_RIGHT.search(_KEPT_APART.sub("", text))
    return f"{_APART}{text}{_UNTIL}" if reaches_out else text
