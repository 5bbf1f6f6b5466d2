"""A register of services and rules in which nobody is: those of the real one as they once were.

They stand in frozen/, so that no test hangs on what maintainers make of data/. What must hold of data/ itself is for
tests/published.
"""

from functools import cache
from pathlib import Path

from support.registers.editing import all_written

from generator.disclosure.policy import Policy, read_policy
from generator.register.reading import read_register

FROZEN = Path(__file__).with_name("frozen")
EMPTY = read_register(FROZEN)[0]
CHARTER, SERVICES = EMPTY.charter, EMPTY.services
CURRENT_SERVICES = sorted(each.id for each in SERVICES.values() if each.retired is None)


@cache
def policy() -> Policy:
    """The frozen rules."""
    found, findings = read_policy(FROZEN)
    assert found, findings
    return found


def empty_english_register(folder: Path) -> Path:
    """Write the one in English without its providers, as in a public repository, into ``folder``/data; return that."""
    names = ("register.yaml", "services.csv", "policy.yaml")
    files = {name: FROZEN.with_name("english").joinpath(name).read_text(encoding="utf-8") for name in names}
    files["policy.yaml"] = files["policy.yaml"].replace("repository: private", "repository: public")
    return all_written(files, folder / "data")


def empty_register(folder: Path, repository: str = "private") -> Path:
    """Write the register into ``folder``/data, and return that."""
    files = {path.name: path.read_text(encoding="utf-8") for path in FROZEN.iterdir()}
    files["policy.yaml"] = files["policy.yaml"].replace("repository: public", f"repository: {repository}")
    return all_written(files, folder / "data")
