"""`python -m generator.guard`, for the hooks of git: without the time that all the commands take to load."""

from generator.guard.command import guard

guard(prog_name="generator guard")
