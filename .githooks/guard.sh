#!/bin/sh
# Runs `generator guard` for the hooks beside it, with the packages of this worktree or else of the first one.
set -eu

first=$(git rev-parse --path-format=absolute --git-common-dir)/..
# What git tells a hook, such as an index for one commit, is not about the questions that the guard asks.
# shellcheck disable=SC2046 - names without spaces
unset $(git rev-parse --local-env-vars)

for venv in .venv "$first/.venv"; do
	if [ -e "$venv/.site" ]; then
		exec "$venv/bin/python" -m generator guard "$@" </dev/null
	fi
done

echo "What this would make public cannot be looked at: there is no .venv here. Set it up with 'make site'." >&2
exit 2
