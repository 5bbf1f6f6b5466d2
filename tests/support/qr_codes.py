"""Reads a QR code from how it is drawn, as a telephone does: by ISO/IEC 18004, text in bytes, no faults repaired."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from segno import consts

_QUIET = 4
_MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda y, x: (y + x) % 2,
    lambda y, _: y % 2,
    lambda _, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)
_FORMAT = 0b101010000010010  # what the bits of the format are mixed with


def read_code(svg: str) -> str:
    """The text in a code that is drawn as lines of a module high, with four modules of white around it."""
    size = int(re.findall(r'viewBox="0 0 (\d+) \d+"', svg)[0])
    dark = drawn(re.findall(r'stroke="#000" d="([^"]+)"', svg)[0])
    quiet = range(_QUIET, size - _QUIET)
    assert all(y in quiet and x in quiet for y, x in dark), "the white around it is not white"
    side = size - 2 * _QUIET
    modules = [[(y + _QUIET, x + _QUIET) in dark for x in range(side)] for y in range(side)]
    version = (side - 17) // 4
    around = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    form = number(modules[y][x] for y, x in around) ^ _FORMAT
    mask = _MASKS[form >> 10 & 0b111]
    bits = [modules[y][x] ^ (mask(y, x) == 0) for y, x in path(side, fixed(version, side))]
    stream = [number(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]
    return text_of(in_order(stream, version, form >> 13), version)


def drawn(line: str) -> set[tuple[int, int]]:
    """The modules that a path of horizontal strokes covers."""
    found: set[tuple[int, int]] = set()
    x, y = 0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]+)", line):
        by = [float(each) for each in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            found |= {(int(y), each) for each in range(x, x + int(by[0]))}
            x += int(by[0])
        else:
            x, y = (int(by[0]), by[1]) if command == "M" else (x + int(by[0]), y + by[1])
    return found


def fixed(version: int, side: int) -> set[tuple[int, int]]:
    """The modules that hold no text."""
    taken = {(y, x) for y in range(9) for x in (*range(9), *range(side - 8, side))}
    taken |= {(y, x) for y in range(side - 8, side) for x in range(9)}
    taken |= {(6, each) for each in range(side)} | {(each, 6) for each in range(side)}
    places = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    for y in places:
        for x in places:
            if (y, x) not in {(6, 6), (6, side - 7), (side - 7, 6)}:
                taken |= {(y + down, x + right) for down in range(-2, 3) for right in range(-2, 3)}
    if version >= 7:
        taken |= {(y, x) for y in range(6) for x in range(side - 11, side - 8)}
        taken |= {(x, y) for y in range(6) for x in range(side - 11, side - 8)}
    return taken


def path(side: int, taken: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The modules with text, in their order: two columns at a time, up and down."""
    up = True
    for right in (*range(side - 1, 6, -2), *range(5, 0, -2)):
        for y in range(side - 1, -1, -1) if up else range(side):
            yield from ((y, x) for x in (right, right - 1) if (y, x) not in taken)
        up = not up


def in_order(stream: list[int], version: int, level: int) -> list[int]:
    """The bytes of text, which lie spread over blocks."""
    assert level in {consts.ERROR_LEVEL_M, consts.ERROR_LEVEL_Q, consts.ERROR_LEVEL_H}, "too little repair for paper"
    kinds: Any = consts.ECC
    blocks = [kind.num_data for kind in kinds[version][level] for _ in range(kind.num_blocks)]
    apart: list[list[int]] = [[] for _ in blocks]
    taken = iter(stream)
    for at in range(max(blocks)):
        for block, length in zip(apart, blocks, strict=True):
            if at < length:
                block.append(next(taken))
    return [each for block in apart for each in block]


def text_of(content: list[int], version: int) -> str:
    """The text in the first segment, which must be one of bytes."""
    bits = "".join(f"{each:08b}" for each in content)
    wide = 8 if version < 10 else 16
    assert bits[:4] == "0100", "not in bytes"
    start, length = 4 + wide, int(bits[4 : 4 + wide], 2)
    return bytes(int(bits[at : at + 8], 2) for at in range(start, start + 8 * length, 8)).decode()


def number(bits: Iterator[bool] | list[bool]) -> int:
    """Bits as a number, the highest first."""
    return int("".join(str(int(each)) for each in bits), 2)
