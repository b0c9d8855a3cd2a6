"""CPython's own asyncio without a clock: no wait ends by itself. When nobody is ready, somebody says which one does."""
import asyncio
import concurrent.futures
import sys

STEP_TIMEOUT, OWN_TIMEOUT, OTHER = "!", "!!", ""  # what ends, as schedules have it


class NothingLeft(Exception):
    """Everybody waits, and nothing will ever happen."""


class Timer:
    """`task` waits for it, or gives up something by it."""

    def __init__(self, task, kind, handle):
        self.task, self.kind, self.handle = task, kind, handle

    def is_over(self):
        return self.handle.cancelled()

    def end(self, loop):
        """As the loop does it with a timer that is due."""
        loop._ready.append(self.handle)


class Thread:
    """Beside the loop, for `task`: what it does is seen by nobody before it has ended."""

    kind = OTHER

    def __init__(self, task, function, loop):
        self.task, self.function = task, function
        self.job = concurrent.futures.Future()
        self.job.set_running_or_notify_cancel()
        self.future = asyncio.wrap_future(self.job, loop=loop)

    def is_over(self):
        return self.future.done()

    def end(self, _loop):
        try:
            result = self.function()
        except Exception as error:
            self.job.set_exception(error)
        else:
            self.job.set_result(result)


class HeldLoop(asyncio.BaseEventLoop):
    """`choose` is given the waits of which one is to end, and gives that."""

    def __init__(self, choose):
        super().__init__()
        self.choose = choose
        self.waits = []
        self._selector = self
        self.set_exception_handler(lambda *_: None)  # of failures that nobody hears of

    def time(self):
        """Nothing but the end of a wait lets time pass; nor does anybody see how much of it."""
        return 0.0

    def call_at(self, when, callback, *arguments, context=None):
        handle = asyncio.TimerHandle(when, callback, arguments, self, context)
        kind = OTHER
        if getattr(callback, "__name__", "") == "_on_timeout":
            entered = sys._getframe(3)  # behind asyncio's own reschedule and __aenter__
            kind = OWN_TIMEOUT if entered.f_code.co_name == "within" else STEP_TIMEOUT
        self.waits.append(Timer(asyncio.current_task(self), kind, handle))
        return handle

    def run_in_executor(self, _executor, function, *arguments):
        thread = Thread(asyncio.current_task(self), lambda: function(*arguments), self)
        self.waits.append(thread)
        return thread.future

    def select(self, timeout):
        """What the loop calls before each round: without a timeout where nobody is ready."""
        if timeout is None:
            self.waits = [wait for wait in self.waits if not wait.is_over()]
            if not self.waits:
                raise NothingLeft
            wait = self.choose(self.waits)
            self.waits.remove(wait)
            wait.end(self)
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass
