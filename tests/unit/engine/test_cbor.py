"""Arrays in CBOR, taken apart and put together."""

import pytest

from generator.engine import cbor

# The examples of RFC 8949, appendix A: an array, and how many elements it has.
EXAMPLES = {
    "80": 0,
    "83010203": 3,
    "8301820203820405": 3,
    "98190102030405060708090a0b0c0d0e0f101112131415161718181819": 25,
    "826161814162": 2,
}


@pytest.mark.parametrize(("encoded", "count"), EXAMPLES.items())
def test_an_array_is_the_sum_of_its_elements(encoded: str, count: int) -> None:
    parts = cbor.elements(bytes.fromhex(encoded))
    assert len(parts) == count
    assert cbor.array(parts).hex() == encoded


def test_elements_stay_as_they_are_encoded() -> None:
    numbers = ["00", "17", "1818", "1903e8", "1a000f4240", "1b000000e8d4a51000", "20", "3863", "3903e7"]
    others = ["6449455446", "62c3bc", "4401020304", "826161820203"]
    encoded = cbor.array([bytes.fromhex(each) for each in numbers + others])
    assert [each.hex() for each in cbor.elements(encoded)] == numbers + others


@pytest.mark.parametrize("count", [23, 24, 255, 256, 65_535, 65_536])
def test_an_array_of_any_length_has_its_length_in_front(count: int) -> None:
    encoded = cbor.array([b"\x00"] * count)
    assert len(cbor.elements(encoded)) == count
    assert encoded.endswith(b"\x00" * count)


@pytest.mark.parametrize("encoded", ["a10102", "01", "6161"])
def test_what_is_no_array_is_refused(encoded: str) -> None:
    with pytest.raises(ValueError, match="not an array"):
        cbor.elements(bytes.fromhex(encoded))


@pytest.mark.parametrize("encoded", ["81a10102", "81f5", "81c001"])
def test_an_element_of_another_kind_is_refused(encoded: str) -> None:
    with pytest.raises(ValueError, match="an item of type"):
        cbor.elements(bytes.fromhex(encoded))
