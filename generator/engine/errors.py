"""What can go wrong in the engine."""


class EngineError(Exception):
    """The engine did not make a site; the message says what it said."""
