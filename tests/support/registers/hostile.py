"""Text that tries to be more than text, and a register of which every field of text holds it."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from support.registers.editing import all_written
from support.registers.invented import CHARTER, POLICY

from generator.register.records import Correction, Report, Result, Service

#: Where a planted link or picture would lead. No page may ask it for anything.
HOST = "kwaad.example"
# What a planted script would do.
_RUN = "window.pwned=1"

#: What the reader takes: each stands in every field of text of a provider and a service of its own.
TEXTS: dict[str, str] = {
    # HTML
    "script": f"<script>{_RUN}</script>",
    "picture that fails": f"<img src=x onerror={_RUN}>",
    "drawing": f"<svg/onload={_RUN}><textPath href=//{HOST}>a</textPath></svg>",
    "end of an attribute": f'" onmouseover="{_RUN}" \' autofocus onfocus=\'{_RUN}',
    "end of the title": f"</title><script>{_RUN}</script>",
    "end of the script": f"</script><script>{_RUN}</script>",
    "end of a textarea": f"</textarea><img src=//{HOST}/a onerror={_RUN}>",
    "end of everything": "</p></li></td></div></section></main></body></html>",
    "comment": "<!-- --><!--><!---> --!> <![CDATA[x]]> <?php x ?>",
    "style": f"</style><style>*{{background:url(//{HOST}/a)}}</style>",
    "style of one": "x;}body{display:none}/* url(javascript:1) expression(1) */",
    "frame": f"<iframe srcdoc='&lt;script&gt;top.{_RUN}&lt;/script&gt;' src=//{HOST}></iframe>",
    "form": f"<form action=//{HOST}><button formaction=javascript:{_RUN}>x</button></form>",
    "base": f"<base href=//{HOST}/><meta http-equiv=refresh content=0;url=//{HOST}>",
    "template": "<template><slot name=x></template><noscript><p title='</noscript><img src=x>'>",
    "table out of place": f"<table><tr><td><math><mtext><mglyph><style><img src=x onerror={_RUN}>",
    "entities": "&lt;b&gt; &amp;amp; &#60;i&#62; &#x202e; &nbsp; &copy &notit; &#0; &#38;#38;",
    "unfinished": "a < b > c <3 <a <!x </ <",
    # Markdown
    "link": f'[tekst](https://{HOST}/a "t") [x](javascript:{_RUN}) [y](data:text/html;base64,x)',
    "picture": f"![tekst](https://{HOST}/a.png) ![a][b] [![c](d)](e)",
    "address": f"<https://{HOST}> https://{HOST}/b www.{HOST} naam@{HOST} mailto:a@{HOST}",
    "definition": f"[x]: https://{HOST} 'titel'",
    "footnote": "[^1]: noot [^1] *[HTML]: afkorting",
    "emphasis": "*een* **twee** _drie_ __vier__ ~~vijf~~ ==zes== ^^zeven^^ H~2~O ^hoog^",
    "attribute list": "x {: onclick=window.pwned=1 .klas #naam } {#naam} { .x }",
    "attribute list in front": "{: #naam }",
    "admonition": '!!! danger "Titel" ??? note === "Tab" /// tip',
    "snippet": "--8<-- \"mkdocs.yml\" {!mkdocs.yml!} {% include 'x' %} $include",
    "fence": "``` { .python onclick=x } ~~~ `code` ``x`y``",
    "table": "| a | b | --- | :-: | c \\| d |",
    "heading": "# Kop ## { #kop } === ---",
    "underline": "=====",
    "rule": "---",
    "end of the front matter": "... --- title: anders",
    "list": "1. een 2) twee - drie + vier * vijf [ ] zes",
    "quote": "> citaat >> dieper",
    "number": "1. Werk",
    "backslashes": "\\*a\\* \\[b\\] \\<c> C:\\Users\\x \\\\ \\",
    "definition list": ": uitleg",
    "emoji code": ":smile: :material-account: :fontawesome-brands-x:",
    "keys": "++ctrl+alt+del++ {++a++} {--b--} {~~c~>d~~} {==e==} {>>f<<}",
    "mathematics": "$x$ $$y$$ \\(z\\) \\[w\\] $a<b$",
    "placeholder": "wzxhzdk:0 klzzwxh:0000 \\x02wzxhzdk:0\\x03 amp",
    # Templates and words
    "jinja": "{{ 7*7 }} {% raw %} {# weg #} {{ config.__class__ }} ${7*7} #{7*7} <%= 7*7 %>",
    "format": "{name} {0} {count!r} {0.__class__} %s %(name)s %n $& $1 $` {",
    # YAML and front matter
    "yaml": "title: x # y: [a, {b: c}] & *d !!python/object:os.system |",
    "yaml that is no text": "null",
    "yaml that is a number": "0x1F",
    # JSON and scripts
    "end of a string": '"}]}); window.pwned=1; // \\u0022 \\" \';`${window.pwned=1}`',
    "prototype": "__proto__ constructor toString",
    # XML
    "end of cdata": ']]> <?xml version="1.0"?> <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]> &b;',
    # Spreadsheets
    "formula": f'=HYPERLINK("https://{HOST}";"klik")',
    "formula with a plus": "+1+cmd|' /C calc'!A0",
    "formula with a minus": "-2+3",
    "formula with an at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula in a second cell": 'a;=1+1;"=1+1";\'=1+1',
    "formula after a quote": '"=1+1"',
    "wide formula": "\uff1d1+1",
    "escape of a spreadsheet": "_x0041_ _x000D_ _x005F_",
    # GitHub and the terminal
    "mention": "@octocat #1 GH-1 octocat/hello-world#1 0123456789abcdef0123456789abcdef01234567",
    "workflow command": "::error file=x,line=1::kwaad ##[error]kwaad ::stop-commands::x %0A::error::kwaad",
    "rich": "[red]rood[/red] [link=https://kwaad.example]x[/link] [/] [bold",
    "escape in words": "\\x1b[31m \\e]8;;x\\a ^[[31m",
    # Letters
    "look-alikes": "\u0420\u0430y\u0440\u0430l Gr\u03bfep",  # Cyrillic and Greek
    "full width": "\uff37\uff45\uff52\uff4b \uff1cb\uff1e \uff06lt;",
    "mathematical letters": "\U0001d416\U0001d41e\U0001d42b\U0001d424 \u2460 \ufb01",
    "composed": "Cafe\u0301 Be\u0301ta",
    "many marks": "Z\u0351\u036b\u0343\u036aalgo\u0323\u0323\u0323",
    "right to left": "\u05e9\u05dc\u05d5\u05dd (8,3) \u0645\u0631\u062d\u0628\u0627 1-2",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f1 \U0001f44d\U0001f3fd \u2764\ufe0f",
    "joiners": "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937",
    "apostrophes": "'t Gooi en \u2019s-Hertogenbosch \u201ewerk\u201d \u00abx\u00bb",
    "small letters": "verzonnen straat",
    "capitals": "VERZONNEN LAAN",
    "dotted": "\u0130stanbul \u0131\u00df\u1e9e \u01c6",
    "spaces": "a\u00a0b\u2003c  d\te",
    "long": "Werk en " * 14 + "werk",
    "long word": "W" * 120,
    "long address": f"https://{HOST}/" + "pad/" * 20,
    "mark without a letter": "***",
}

#: What the reader refuses in a field of text, and with which finding.
REFUSED: dict[str, tuple[str, str]] = {
    "NUL": ("a\x00b", "F10"),
    "escape": ("\x1b[31mrood\x1b]8;;https://kwaad.example\x07x", "F10"),
    "C1 control": ("a\x9b31mb", "F10"),
    "next line": ("a\x85b", "F10"),
    "carriage return": ("a\rb", "F10"),
    "vertical tab": ("a\x0bb", "F10"),
    "override": ("a\u202eb", "F10"),
    "isolate": ("a\u2066b\u2069", "F10"),
    "right-to-left mark": ("a\u200fb", "F10"),
    "zero width": ("a\u200bb", "F10"),
    "soft hyphen": ("a\u00adb", "F10"),
    "word joiner": ("a\u2060b", "F10"),
    "byte order mark": ("a\ufeffb", "F10"),
    "tags": ("a\U000e0041\U000e0042", "F10"),
    "line separator": ("a\u2028b", "F10"),
    "paragraph separator": ("a\u2029b", "F10"),
    "placeholder of Markdown": ("\x02wzxhzdk:0\x03", "F10"),
    "noncharacter": ("a\uffffb", "F10"),
    "another noncharacter": ("a\ufdd0b", "F10"),
    "noncharacter far away": ("a\U0001fffeb", "F10"),
    "filler": ("a\u3164b", "F10"),
    "half-width filler": ("a\uffa0b", "F10"),
    "jamo filler": ("\u115f\u1160", "F10"),
    "grapheme joiner": ("a\u034fb", "F10"),
    "hidden message": ("a\U000e0100\U000e0101", "F10"),
    "blank that is no space": ("\u2800", "F10"),
    "nothing to see": ("\u200d \u200c", "R02"),
    "flood of marks": ("Z" + "\u0351\u036b\u0343\u036a\u0323" * 20, "M09"),
    "ten thousand letters": ("W" * 10_000, "M08"),
    "ten thousand letters in words": ("Werk " * 2_000, "M08"),
}

#: Web addresses that are taken, as they are.
WEBSITES = (
    "https://www.example.nl",
    "http://example.nl/",
    "HTTPS://Example.NL/Pad",
    "https://example.nl:8443/",
    "https://example.nl/?a=1&b=2&amp;c=%3Cb%3E#x",
    "https://example.nl/javascript:alert(1)",
    "https://example.nl/](https://kwaad.example)",
    "https://example.nl/*a*_b_~c~!--8",
    "https://example.nl/{{7*7}}".replace("{", "(").replace("}", ")"),
    "https://example.nl/=HYPERLINK(1)",
    "https://example.nl/::error::x",
    "https://example.nl/" + "a" * 280,
    "https://xn--e1afmkfd.example/",
)

#: What is no web address that a page should lead to.
NO_WEBSITES = (
    f"javascript:{_RUN}",
    f" javascript:{_RUN}",
    f"java\tscript:{_RUN}",
    f"JaVaScRiPt://example.nl/%0a{_RUN}",
    "data:text/html,<script>x</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.nl/x",
    "ftp://example.nl",
    "mailto:a@example.nl",
    "www.example.nl",
    "//example.nl",
    "/pad",
    "https:example.nl",
    "https:/example.nl",
    "https:///example.nl",
    "https://",
    "https://naam:geheim@example.nl",
    "https://www.example.nl@kwaad.example",
    "https://example.nl\\@kwaad.example",
    "https://example.nl\\.kwaad.example",
    'https://example.nl/"onmouseover=x',
    "https://example.nl/'x",
    "https://example.nl/<b>",
    "https://example.nl/a b",
    "https://example.nl/\nx",
    "https://example.nl/\u202e",
    "https://ex\u0430mple.nl",
    "https://example\u3002nl",
    "https://\uff45xample.nl",
    "https://ex%61mple.nl",
    "https://localhost",
    "https://localhost.",
    "https://localhost:8000/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data",
    "https://example..nl",
    "https://.example.nl",
    "https://example.nl.",
    "https://-example.nl",
    "https://example-.nl",
    "https://example.nl:0",
    "https://example.nl:99999",
    "https://example.nl:x",
    "https://example.nl:\u0661",
    "https://example.123",
    "https://" + "a" * 64 + ".nl",
    "https://example.nl/" + "a" * 10_000,
)

#: Ids that would lead elsewhere, or that some file system cannot hold.
NO_IDS = (
    "",
    ".",
    "..",
    "../../etc",
    "a/b",
    "a\\b",
    "..%2f",
    "%2e%2e",
    "a%00",
    "a\x00b",
    "a.",
    "a ",
    " a",
    "a.b",
    "A",
    "\u00e9",
    "\u0430",
    "\u0661",
    "a_b",
    "a--b",
    "-a",
    "--help",
    "a\n",
    "~",
    "$HOME",
    "a" * 81,
    "con",
    "nul",
    "aux",
    "prn",
    "com1",
    "lpt9",
)

#: What takes Markdown back to what it has read already, each time that it comes again.
REPEATED: tuple[str, ...] = (
    "[",
    "![",
    "[a](",
    "[](",
    "[a][",
    "](",
    "(",
    "*",
    "**a",
    "*a **b",
    "_a ",
    "`",
    "`a",
    "&",
    "\\[",
    "<",
    "<a ",
    "> ",
    "> a\n",
    "- a\n",
    "a\n===\n",
    "# a\n",
    '[x]: y "z"\n',
    "a\n\n",
    "1. a\n",
    "***a",
    "~~a",
    "&#1;",
    "!",
)

#: The text of the provider that is as ordinary as can be, what else its service is called, and what it replies.
ORDINARY, ORDINARY_CALLED, ORDINARY_REPLIED = "Gewoon7x", "Gewoner8y", "Gewoonst9z"
#: What all providers have been measured for, so that one page compares them.
COMMON = "gewone-hulp"


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it is; ``number`` is that of its provider and of its service."""

    number: int
    name: str
    text: str

    @property
    def provider(self) -> str:
        return f"vreemd-{self.number:03}"

    @property
    def former(self) -> str:
        return f"eerder-{self.number:03}"

    @property
    def service(self) -> str:
        return f"dienst-{self.number:03}"

    @property
    def formerly(self) -> str:
        """What its service is called in older reports: no other service is."""
        return " ".join(f"{self.number} {self.text}".replace(";", ",").split())

    @property
    def read(self) -> str:
        """As the reader passes it on: white space of any kind becomes one space."""
        return " ".join(self.text.split())

    @property
    def called(self) -> str:
        """What else its service is called: a list that semicolons part."""
        return ORDINARY_CALLED if self.text == ORDINARY else self.text

    @property
    def replied(self) -> str:
        """A reply may hold no HTML at all."""
        return ORDINARY_REPLIED if self.text == ORDINARY else self.text.replace("<", "(")

    @property
    def reply(self) -> str:
        return f"{self.replied}\n\n> {self.replied}"

    def instead(self, text: str, between: str = ", ") -> str:
        """What stands for this example where ``text`` stands for the ordinary one; ``between`` parts a list."""
        called = between.join(" ".join(part.split()) for part in self.called.split(";") if part.strip())
        for ordinary, own in (
            (ORDINARY_EXAMPLE.provider, self.provider),
            (ORDINARY_EXAMPLE.former, self.former),
            (ORDINARY_EXAMPLE.service, self.service),
            (ORDINARY_CALLED, called),
            (ORDINARY_EXAMPLE.formerly, self.formerly),
            (ORDINARY_REPLIED, self.replied),
            (ORDINARY, self.read),
        ):
            text = text.replace(ordinary, own)
        return text


#: The ordinary one first.
EXAMPLES = tuple(Example(number, *each) for number, each in enumerate((("ordinary", ORDINARY), *TEXTS.items())))
ORDINARY_EXAMPLE, *HOSTILE = EXAMPLES

_END, _BEFORE = "2021-12-31", "2020-12-31"


def write_hostile(folder: Path) -> Path:
    """A register of a provider and a service for each example, all with the same figures, in ``folder``/data."""
    common = ["1", COMMON, "Gewone hulp", "", "", "", "Hulp.", ""]
    services = [
        [
            str(2 + each.number),
            each.service,
            each.text,
            each.called,
            "",
            "",
            each.text,
            each.formerly,
        ]
        for each in EXAMPLES
    ]
    corrections = [["2022-03-01", each.provider, _END, each.text, each.text, "", "", "", "", ""] for each in EXAMPLES]
    files = {
        "policy.yaml": POLICY,
        "register.yaml": CHARTER,
        "services.csv": _table(Service.columns(), [common, *services]),
        "corrections.csv": _table(Correction.columns(), corrections),
    }
    for each in EXAMPLES:
        files[f"providers/{each.provider}.yaml"] = _provider(each)
        files[f"replies/{each.provider}/{_END}.md"] = each.reply
    for end in (_BEFORE, _END):
        year = end[:4]
        files[f"reports/{year}.csv"] = _table(Report.columns(), [_report(each, year, end) for each in EXAMPLES])
        files[f"results/{year}.csv"] = _table(Result.columns(), [row for each in EXAMPLES for row in _rows(each, end)])
    return all_written(files, folder / "data")


def _provider(example: Example) -> str:
    """A file of a provider. What JSON spells, YAML reads as the same text."""
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in {
            "id": example.provider,
            "name": example.text,
            "former_names": [example.text],
            "former_ids": [example.former],
            "website": "https://www.example.nl/",
            "services": [COMMON, example.service],
            "provinces": ["utrecht"],
        }.items()
    )


def _report(example: Example, year: str, end: str) -> list[str]:
    dates = [f"{year}-01-01", end, f"{int(year) + 1}-02-01"]
    shares = ["50.0", "60", "30", "5", "3", "2"]
    return [example.provider, *dates, "final", example.text, *shares, *[example.text] * 5, "no", "", "", ""]


def _rows(example: Example, end: str) -> list[list[str]]:
    return [
        [example.provider, end, "client", example.service, "20", "10", "8.0", "ja"],
        [example.provider, end, "client", COMMON, "20", "10", "8.4", "ja"],
        [example.provider, end, "client", "total", "40", "20", "8.2", "ja"],
        [example.provider, end, "commissioner", "total", "20", "4", "7.5", "ja"],
    ]


def _table(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *lines])
    return text.getvalue()
