"""From raw values to a typed record, or to findings."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.register.codes import CODES
from generator.register.documents import Route
from generator.register.findings import Finding, Location

_Model = TypeVar("_Model", bound=BaseModel)


def validated(
    model: type[_Model],
    values: Mapping[str, Any],
    place: Callable[[Route], Location],
) -> tuple[_Model | None, list[Finding]]:
    """Make a ``model`` of ``values``; ``place`` says where each value stands. No record when there are findings."""
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, list(dict.fromkeys(_finding(detail, place) for detail in details))


def _finding(detail: ErrorDetails, place: Callable[[Route], Location]) -> Finding:
    route = detail["loc"]
    name = next((part for part in reversed(route) if isinstance(part, str)), "the file")
    if detail["type"] in CODES:
        context = detail.get("ctx", {})
        return Finding(place(route), detail["type"], f"{name} {context['came']}", context["expected"])
    if detail["type"] == "extra_forbidden":
        return Finding(place(route), "Y04", f"the key {name!r}", "a key that docs/data.md describes")
    if detail["type"] == "missing":
        return Finding(place(route), "Y05", f"no key {name!r}", f"a line `{name}: …`")
    return Finding(place(route), "Y06", f"{name}: {detail['msg']}", "a value of the kind that docs/data.md describes")
