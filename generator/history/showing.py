"""What versions of the register showed."""

from datetime import date

from generator.disclosure.opening import Judged
from generator.disclosure.public import PublicRegister
from generator.disclosure.suppression import UnsafeReportError
from generator.disclosure.withholding import by_row_rules, withhold


def public_model_of(version: Judged, as_of: date) -> PublicRegister:
    """What the public sees of a version on a day; also if rule 7 would refuse the version now."""
    try:
        return withhold(version.register, version.policy, as_of)
    except UnsafeReportError:
        return by_row_rules(version.register, version.policy, as_of)
