"""Whether JSON keeps to its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def validator(schema: Any) -> Draft202012Validator:  # noqa: ANN401 - JSON
    """What finds where JSON does not keep to ``schema``, the formats of its texts too; the schema itself is sound."""
    # Loading it takes a second, and every process that collects the tests would.
    from jsonschema import Draft202012Validator as Validator  # noqa: PLC0415

    Validator.check_schema(schema)
    return Validator(schema, format_checker=Validator.FORMAT_CHECKER)
