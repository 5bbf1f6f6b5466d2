"""`python -m generator`: the commands."""

from generator.commands.main import main

main(prog_name="generator")
