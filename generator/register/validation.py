"""From raw values to a typed record, or to findings."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings.codes import CODES
from generator.findings.findings import Finding, Location
from generator.register.documents import Route
from generator.scale import Scale

_Model = TypeVar("_Model", bound=BaseModel)

# Pydantic's messages name Python's types, but the maintainer writes YAML.
_KINDS = {"tuple_type": "a list, each item on a line with `- `", "model_type": "keys with values, indented"}
_KINDS["dataclass_type"] = _KINDS["model_type"]
_KINDS |= dict.fromkeys(("int_parsing", "int_type", "int_from_float"), "a whole number")


def validated(
    model: type[_Model],
    values: Mapping[str, Any],
    place: Callable[[Route], Location],
    scale: Scale | None = None,
    **ours: object,
) -> tuple[_Model | None, list[Finding]]:
    """Make a ``model`` of ``values``; None instead of a record when there are findings.

    Args:
        model: the kind of record.
        values: the values as the file has them.
        place: where each value stands.
        scale: of the grades; needed by a ``model`` with grades.
        ours: fields that no file may set; in a file such a key is unknown.
    """
    findings = [_unknown_key(name, place((name,))) for name in ours if name in values]
    try:
        record = model.model_validate({**values, **ours}, context=scale)
    except ValidationError as error:
        findings += [_finding(detail, place) for detail in error.errors(include_url=False)]
        return None, list(dict.fromkeys(findings))
    return (None, findings) if findings else (record, [])


def _unknown_key(name: str, at: Location) -> Finding:
    return Finding(at, "Y04", f"the key {name!r}", "a key that docs/data.md describes")


def _finding(detail: ErrorDetails, place: Callable[[Route], Location]) -> Finding:
    route = detail["loc"]
    name = next((part for part in reversed(route) if isinstance(part, str)), "the file")
    if detail["type"] in CODES:
        context = detail.get("ctx", {})
        return Finding(place(route), detail["type"], f"{name} {context['came']}", context["expected"], name)
    if detail["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return _unknown_key(name, place(route))
    if detail["type"] in {"missing", "missing_argument"}:
        return Finding(place(route), "Y05", f"no key {name!r}", f"a line `{name}: …`")
    if detail["type"] in _KINDS:
        came = f" {detail['input']!r}" if isinstance(detail["input"], str) else ""
        return Finding(place(route), "Y06", f"{name}{came} is something else", _KINDS[detail["type"]])
    if detail["type"] == "enum":
        choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return Finding(
            place(route), "R03", f"{name} {detail['input']!r} is not one of the choices", f"one of {choices}"
        )
    return Finding(place(route), "Y06", f"{name}: {detail['msg']}", "a value of the kind that docs/data.md describes")
