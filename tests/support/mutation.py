"""Files that were changed at random: bytes that changed, parts that went, came twice, or came from elsewhere."""

from collections.abc import Callable, Mapping, Sequence

from hypothesis import strategies as st

#: What readers stumble over: numbers that are none, ends of lines, marks, what unfolds, what is not UTF-8.
TOKENS: Sequence[bytes] = tuple(
    token.encode() if isinstance(token, str) else token
    for token in (
        *(
            "0",
            "-0.0",
            "1e999",
            "1e-999",
            "9" * 400,
            "1_000",
            " 5 ",
            "NaN",
            "Infinity",
            "-",
            "--",
            "*",
            "0,0",
            "10,0",
            "8.4",
        ),
        *(
            "\uff19",
            "\u0664",
            "\u00b2",
            "\u00bd",
            "\u2011",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\u2028",
            "e\u0301",
            "\U0001f600",
        ),
        *("\n", "\r", "\r\n", "\t", "\x00", "\x0b", "\x0c", "\x1b[2J", "\x85", "\n" * 50),
        *(
            ",",
            ";",
            '"',
            '""',
            "'",
            "|",
            ":",
            ": ",
            "- ",
            "? ",
            "&a ",
            "*a",
            "!!python/object:os.system ",
            "<<: ",
            "---\n",
            "[",
            "{",
        ),
        *(
            "[" * 60,
            "- " * 60,
            "{a: " * 40,
            "<",
            "<b>",
            "&lt;",
            "&#xD800;",
            "%s",
            "${x}",
            "../",
            "\\",
            "\\uD800",
            "\\x00",
        ),
        *(
            "2021-02-30",
            "0000-00-00",
            "9999-12-31",
            "31-12-2021",
            "ja",
            "nee",
            "total",
            "client",
            "commissioner",
            "draft",
        ),
        *(b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\xe9", b"\xef\xbb\xbf"),
    )
)
PDF_TOKENS: Sequence[bytes] = (
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"endobj", b"stream\n", b"\nendstream", b"startxref", b"trailer", b"xref"),
    *(
        b"1 0 R",
        b"2 0 R",
        b"3 0 R",
        b"99 0 R",
        b"0 0 R",
        b"-1 0 R",
        b"/Kids [2 0 R]",
        b"/Parent 3 0 R",
        b"/Count 1000000",
    ),
    *(b"/Length 999999999999", b"/Length -1", b"/Length 1 0 R", b"/Filter [/FlateDecode /FlateDecode]", b"/Prev 0"),
    *(b"/Filter /LZWDecode", b"/Filter /ASCIIHexDecode", b"/Filter /ASCII85Decode", b"/Filter /RunLengthDecode"),
    *(b"/Encrypt 1 0 R", b"/ToUnicode 4 0 R", b"/Encoding 1 0 R", b"/Type /ObjStm", b"/Type /XRef", b"/Predictor 15"),
    *(
        b"1e308 0 0 1e308 0 0 Tm",
        b"0 0 0 0 0 0 Tm",
        b"-1e308 Tz",
        b"99999999 Tf",
        b"/F1 0 Tf",
        b"q " * 50,
        b"BT " * 50,
        b"ET",
    ),
    *(
        b"/X Do",
        b"BI ID EI",
        b"(" * 200,
        b"[" * 200,
        b"<< /A " * 100,
        b"true",
        b"null",
        b"0",
        b"-1",
        b"2147483648",
        b"1e999",
    ),
)
XML_TOKENS: Sequence[bytes] = (
    *(
        b"<row>",
        b'<row r="1048577">',
        b'<row r="-1">',
        b'<row r="x">',
        b"</row>",
        b"<c>",
        b'<c r="XFD1">',
        b'<c r="ZZZZ9">',
    ),
    *(
        b'<c t="s">',
        b'<c t="b">',
        b'<c t="e">',
        b'<c t="d">',
        b'<c s="999">',
        b"<v>1e999</v>",
        b"<v>-0</v>",
        b"<v>NaN</v>",
    ),
    *(b"<v>99999999</v>", b"<f>1/0</f>", b'<!DOCTYPE x [<!ENTITY a "b">]>', b"&a;", b"<![CDATA[", b"<!--", b"<?x?>"),
    *(
        b'<mergeCell ref="A1:XFD1048576"/>',
        b'<dimension ref="A1:XFD1048576"/>',
        b'<dimension ref="x"/>',
        b'r:id="rId99"',
    ),
)


@st.composite
def mutated(draw: st.DrawFn, raw: bytes, tokens: Sequence[bytes] = TOKENS) -> bytes:
    """``raw`` with a few changes."""
    for _ in range(draw(st.integers(1, 6))):
        change = draw(st.sampled_from(_CHANGES))
        raw = draw(change(raw, draw(st.sampled_from(tokens))))
    return raw


@st.composite
def _part(draw: st.DrawFn, raw: bytes, token: bytes) -> bytes:
    """A part of it is gone, comes again and again, stands elsewhere as well, or is something else."""
    at = draw(st.integers(0, len(raw)))
    end = at + draw(st.sampled_from([0, 1, 1, 2, 8, 50, 1000]))
    other = draw(st.integers(0, at))
    part = raw[at:end]
    return draw(
        st.sampled_from(
            [
                raw[:at] + token + raw[end:],
                raw[:at] + raw[end:],
                raw[:at] + part * 30 + raw[end:],
                raw[:other] + part + raw[other:],
                raw[:at] + bytes([draw(st.integers(0, 255))]) + raw[at + 1 :],
            ]
        )
    )


def _parts(separators: Sequence[bytes]) -> Callable[[bytes, bytes], st.SearchStrategy[bytes]]:
    """Of what a separator parts, one is something else, or two change places."""

    @st.composite
    def change(draw: st.DrawFn, raw: bytes, token: bytes) -> bytes:
        separator = draw(st.sampled_from(separators))
        parts = raw.split(separator)
        one, other = (draw(st.integers(0, len(parts) - 1)) for _ in range(2))
        if draw(st.booleans()):
            parts[one] = token
        else:
            parts[one], parts[other] = parts[other], parts[one]
        return separator.join(parts)

    return change


@st.composite
def _cut_off(draw: st.DrawFn, raw: bytes, token: bytes) -> bytes:
    return raw[: draw(st.integers(0, len(raw)))] + token


# What leaves most of a file as it was comes more often: the rest of it is read then too.
_CHANGES = (_part, _part, _part, _parts((b"\n",)), _parts((b",", b";", b":", b"\t", b" ")), _cut_off)


@st.composite
def one_mutated(draw: st.DrawFn, files: Mapping[str, bytes], tokens: Sequence[bytes] = TOKENS) -> dict[str, bytes]:
    """A few of ``files`` mutated, or put in the place of another."""
    changed = dict(files)
    for _ in range(draw(st.integers(1, 3))):
        name, other = (draw(st.sampled_from(sorted(changed))) for _ in range(2))
        if draw(st.integers(0, 9)) == 0:
            changed[name] = changed[other]
        changed[name] = draw(mutated(changed[name], tokens))
    return changed
