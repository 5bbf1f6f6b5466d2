"""How much longer a reply of twice the length takes: 2 times as long, or 4, its square. Run it with `make bench`."""

import time

from support.registers.hostile import REPEATED

from generator.site.rendering.replies import reply_html

LENGTH = 5_000  # half of the longest that the register takes


def _seconds(text: str, length: int) -> float:
    start = time.process_time()
    reply_html((text * length)[:length])
    return time.process_time() - start


def main() -> None:
    """Print the slowest, and the one that grows fastest among those that take a while."""
    took = {text: (_seconds(text, LENGTH), _seconds(text, 2 * LENGTH)) for text in REPEATED}
    slowest = max(took, key=lambda text: took[text][1])
    growing = max(took, key=lambda text: took[text][1] / max(took[text][0], 0.01))
    print(f"slowest reply, {2 * LENGTH} characters of {slowest!r}: {took[slowest][1]:.2f} s")
    print(f"growing fastest, {growing!r}: {took[growing][1] / took[growing][0]:.1f} times as long at twice the length")


if __name__ == "__main__":
    main()
