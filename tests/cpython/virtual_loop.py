"""CPython's own asyncio on a clock that jumps from timer to timer."""
import asyncio
import decimal
import functools
import itertools
import selectors


@functools.total_ordering
class Deadline(decimal.Decimal):
    """Among equal ones the one asked for earlier comes first.

    On a real clock two requests are never made at the same moment, so that asyncio leaves the order of equal deadlines
    to its heap, where it is neither the one nor the other.
    """

    def __new__(cls, moment, request):
        self = super().__new__(cls, moment)
        self.request = request
        return self

    def __lt__(self, other):
        if isinstance(other, Deadline) and decimal.Decimal.__eq__(self, other):
            return self.request < other.request
        return decimal.Decimal.__lt__(self, other)

    def __ge__(self, other):
        return not self < other

    __eq__ = decimal.Decimal.__eq__
    __hash__ = decimal.Decimal.__hash__


class JumpingSelector(selectors.SelectSelector):
    """Waits for no time: the clock moves instead."""

    now = decimal.Decimal(0)

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("the program waits for something that will never happen")
        self.now += timeout
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.selector = JumpingSelector()
        self.requests = itertools.count()
        super().__init__(self.selector)
        self._clock_resolution = decimal.Decimal("1e-9")

    def time(self):
        return self.selector.now

    def block(self, seconds):
        """What time.sleep does to the loop and to everybody on it."""
        self.selector.now += seconds

    def call_at(self, when, callback, *arguments, context=None):
        return super().call_at(Deadline(when, next(self.requests)), callback, *arguments, context=context)
