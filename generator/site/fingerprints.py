"""A fingerprint of values: it tells whether anything among them changed since the last build."""

from hashlib import blake2b

_BYTES = 16  # by chance, two of a billion are the same once in 10^20 times


def fingerprint(*values: object) -> str:
    """The fingerprint of what `repr` says of the values: of dataclasses, texts, numbers and days that is all they are.

    There may be no set in them: the order in which `repr` names its members differs from run to run.
    """
    return blake2b(repr(values).encode(), digest_size=_BYTES).hexdigest()
