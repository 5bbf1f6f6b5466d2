"""What can go wrong in the engine."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class EngineError(Exception):
    """The engine did not make a site; the message says why."""


@contextmanager
def as_engine_error(site: Path) -> Iterator[None]:
    """Turn an error of the system into an EngineError that names the file, or else ``site``.

    Raises:
        EngineError: a file could not be read, written, copied or moved in the block.
    """
    try:
        yield
    except shutil.Error as error:  # of the files that could not be copied, the first
        _, _, why = error.args[0][0]
        raise EngineError(f"{site}: {why}") from error
    except OSError as error:
        message = f"{error.filename or site}: {error.strerror or error}"
        raise EngineError(message) from error
