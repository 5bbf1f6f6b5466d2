"""The registers of `generator demo`, with the services and the rules of the frozen one."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from support.registers.empty import EMPTY, FROZEN, policy

from generator.demo.making import demo_register, planned
from generator.demo.plans import REFERENCE_DAY
from generator.demo.writing import demo_files, write_demo
from generator.disclosure.policy import Policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.records import Register
from generator.scale import Scale


@cache
def demo(providers: int, seed: int = 1) -> tuple[Register, Policy]:
    """The invented register, in memory, and the policy that it is judged by."""
    return demo_register(seed, planned(seed, providers, EMPTY), EMPTY, policy()), policy()


@cache
def demo_on(scale: Scale, providers: int) -> tuple[Register, Policy]:
    """The same with grades of another scale."""
    real = replace(EMPTY, charter=replace(EMPTY.charter, scale=scale))
    return demo_register(1, planned(1, providers, real), real, policy()), policy()


@cache
def public_demo(providers: int, seed: int = 1) -> PublicRegister:
    """What the public may know of it on its reference day."""
    return withhold(*demo(providers, seed), REFERENCE_DAY)


def files_of(providers: int, seed: int = 1) -> dict[str, bytes]:
    """Its files, as they would be written."""
    return demo_files(demo(providers, seed)[0], FROZEN)


def write_demo_register(folder: Path, providers: int, seed: int = 1) -> Path:
    """Write it into ``folder``, and return that."""
    write_demo(folder, files_of(providers, seed))
    return folder
