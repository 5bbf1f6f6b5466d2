"""What versions of the register showed."""

from datetime import date

from generator.disclosure.opening import Judged
from generator.disclosure.public import PublicRegister
from generator.disclosure.rules import MissingGradeError
from generator.disclosure.suppression import UnsafeReportError
from generator.disclosure.withholding import by_row_rules, withhold


def public_model_of(version: Judged, as_of: date) -> PublicRegister:
    """What the public sees of a version on a day; also if rule 7 would refuse the version now."""
    return _public_model(version, version, as_of)


def public_model_by_rules_of(rules: Judged, version: Judged, as_of: date) -> PublicRegister | None:
    """What the public would see of a version by the rules of another one; None if those rules cannot judge it."""
    try:
        return _public_model(version, rules, as_of)
    except (LookupError, MissingGradeError):
        return None


def _public_model(version: Judged, rules: Judged, as_of: date) -> PublicRegister:
    try:
        return withhold(version.register, rules.policy, as_of)
    except UnsafeReportError:
        return by_row_rules(version.register, rules.policy, as_of)
