"""CPython's own asyncio on a clock that jumps from timer to timer."""
import asyncio
import contextlib
import decimal
import functools
import itertools
import selectors

from beside_loop import NEVER, NothingLeft, ThreadsBesideLoop


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


class TimedFuture(asyncio.Future):
    """Knows when it was made, and when somebody gave it its result."""

    done_at = None

    def __init__(self, *, loop):
        super().__init__(loop=loop)
        self.made_at = loop.time()

    def set_result(self, result):
        self.done_at = self.get_loop().time()
        super().set_result(result)


class JumpingSelector(selectors.SelectSelector):
    """Waits for no time: the clock moves instead."""

    now = decimal.Decimal(0)
    threads = None  # beside the loop

    def select(self, timeout=None):
        if timeout != 0:
            self.threads.pass_time(NEVER if timeout is None else self.now + timeout, until_woken=True)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self, cores=1):
        self.selector = JumpingSelector()
        self.requests = itertools.count()
        self.futures = {}  # by task, in order of time
        super().__init__(self.selector)
        self._clock_resolution = decimal.Decimal("1e-9")
        self.threads = self.selector.threads = ThreadsBesideLoop(self, cores)
        self.set_default_executor(self.threads)

    def time(self):
        return self.selector.now

    def block(self, seconds):
        """What time.sleep does: to the loop and to everybody on it, or to the thread beside it that calls it."""
        if self.threads.is_here():
            self.threads.sleep(seconds)
        elif seconds > 0:
            self.threads.pass_time(self.selector.now + seconds)

    def create_future(self):
        future = TimedFuture(loop=self)
        self.futures.setdefault(asyncio.current_task(self), []).append(future)
        return future

    def abandon(self):
        """Lets go of tasks that will never go on, and of failures that nobody will hear of."""
        self.set_exception_handler(lambda *_: None)
        for task in asyncio.all_tasks(self):
            task._log_destroy_pending = False
            with contextlib.suppress(Exception, asyncio.CancelledError):
                task.get_coro().close()

    def call_at(self, when, callback, *arguments, context=None):
        return super().call_at(Deadline(when, next(self.requests)), callback, *arguments, context=context)
