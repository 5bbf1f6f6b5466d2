"""`generator`, and `python -m generator`. Ctrl-C gives no traceback, also not while the commands are loaded."""

import os
import signal
from types import FrameType


def _stop(number: int, frame: FrameType | None) -> None:
    """End at once: nothing has begun."""
    del number, frame
    os.write(2, b"\nStopped; nothing was written.\n")
    os._exit(128 + signal.SIGINT)


def run() -> None:
    """Run the command that was typed."""
    if callable(signal.getsignal(signal.SIGINT)):  # else Ctrl-C is ignored, as for a program in the background
        signal.signal(signal.SIGINT, _stop)
    from generator.commands.main import main  # noqa: PLC0415 - it loads for a while

    try:
        main()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is done, and said so


if __name__ == "__main__":
    run()
