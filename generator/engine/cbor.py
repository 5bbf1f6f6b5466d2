"""Just enough of CBOR (RFC 8949) to split an array and to join it again: its elements stay encoded."""

from collections.abc import Sequence

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY = range(5)


def elements(encoded: bytes) -> list[bytes]:
    """The elements of an encoded array.

    Raises:
        ValueError: it is no array, or holds something that is not a number, text, bytes or an array.
    """
    major, count, start = _head(encoded, 0)
    if major != _ARRAY:
        raise ValueError("not an array")
    found = []
    for _ in range(count):
        end = _end(encoded, start)
        found.append(encoded[start:end])
        start = end
    return found


def array(encoded: Sequence[bytes]) -> bytes:
    """The encoded array of elements that are already encoded."""
    count = len(encoded)
    size = next(size for size in (0, 1, 2, 4, 8) if count < (24 if size == 0 else 1 << 8 * size))
    if size == 0:
        return bytes([_ARRAY << 5 | count]) + b"".join(encoded)
    return bytes([_ARRAY << 5 | 23 + size.bit_length()]) + count.to_bytes(size) + b"".join(encoded)


def _end(encoded: bytes, start: int) -> int:
    """Where the item that begins at ``start`` ends."""
    major, value, end = _head(encoded, start)
    if major in {_UNSIGNED, _NEGATIVE}:
        return end
    if major in {_BYTES, _TEXT}:
        return end + value
    if major == _ARRAY:
        for _ in range(value):
            end = _end(encoded, end)
        return end
    raise ValueError(f"an item of type {major}")


def _head(encoded: bytes, start: int) -> tuple[int, int, int]:
    """The type of an item, its value or length, and the position after those."""
    major, value = encoded[start] >> 5, encoded[start] & 0b11111
    if value < 24:  # noqa: PLR2004 - the value itself; 24 to 27 say in how many bytes it follows
        return major, value, start + 1
    size = 1 << value - 24
    return major, int.from_bytes(encoded[start + 1 : start + 1 + size]), start + 1 + size
