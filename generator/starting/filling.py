"""What of a new register is filled in with what makes it this one: its templates, and its pages written by hand."""

import csv
import io
import re
from dataclasses import asdict
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

import yaml
from jinja2 import Environment, StrictUndefined

from generator.charter import Charter, Noun
from generator.scale import Scale
from generator.site.words.sector import names_of

_TENTH = Decimal("0.1")
# Of Markdown, its extensions and HTML, where text goes on.
_MARKS = re.compile(r"[&<>*_`\[\]\\~^=|#]")
# Of the scale for which the policy's widths are known to make sense, from 1 to 10.
_USUAL_WIDTH = 9


def filled(template: str, charter: Charter) -> str:
    """A ``template``, of YAML, CSV or Markdown, with the words and the scale of the ``charter``."""
    return (
        _environment()
        .from_string(template)
        .render(
            charter=charter,
            names=names_of(charter),
            folders=asdict(charter.folders).items(),
            grade=partial(_grade, charter.scale),
            points=partial(_points, charter.scale),
        )
    )


def named(page: str, charter: Charter) -> str:
    """A ``page`` written by hand, with the words of the sector for their names in braces, as in a catalogue.

    What Markdown or HTML could read as a mark becomes a reference; a full stop, which somebody edits later, does not.

    Raises:
        KeyError: it has a name that stands for nothing in this register.
    """
    names = names_of(charter)
    return re.sub(r"\{(\w+)\}", lambda found: _MARKS.sub(_reference, str(names[found[1]])), page)


def _reference(mark: re.Match[str]) -> str:
    return f"&#{ord(mark.group())};"


def _environment() -> Environment:
    """Autoescape would write HTML: what is filled in here becomes YAML or CSV, by a filter for each."""
    environment = Environment(  # noqa: S701 - no HTML
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {"scalar": _scalar, "noun": _noun, "cell": _cell}
    return environment


def _scalar(text: str) -> str:
    """A text as YAML, in quotes where it needs them."""
    return yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=len(text) + 9)[1:-2]


def _noun(noun: Noun) -> str:
    return f"{{one: {_scalar(noun.one)}, other: {_scalar(noun.other)}, article: {_scalar(noun.article)}}}"


def _cell(text: str) -> str:
    """A text as a cell of CSV."""
    sink = io.StringIO()
    csv.writer(sink, lineterminator="").writerow([text])
    return sink.getvalue()


def _grade(scale: Scale, height: str) -> Decimal:
    """The grade at a ``height`` from 0 to 1 above the lowest one of the scale."""
    return (scale.lowest + Decimal(height) * (scale.highest - scale.lowest)).quantize(_TENTH, ROUND_HALF_UP)


def _points(scale: Scale, usual: str) -> Decimal:
    """A width in points that is as much of this scale as ``usual`` is of the one from 1 to 10, and at least 0.1."""
    width = Decimal(usual) * (scale.highest - scale.lowest) / _USUAL_WIDTH
    return max(_TENTH, width.quantize(_TENTH, ROUND_HALF_UP))
