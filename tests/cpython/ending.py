"""How tasks of a program deal with each other, and what is known of their ends: beside how they wait, which is runs.py."""
import asyncio
import collections.abc
import itertools

from sharing import Deadlock


class Ends:
    """What all tasks of a run have in common for that."""

    def __init__(self):
        self.tasks = {}  # those that were submitted, by name, in that order
        self.known = {}  # all
        self.numbers = itertools.count()  # in the order in which they end
        self.left_open = False  # CPython promises nothing of what has happened

    def submitted(self, name):
        """A task that somebody awaits, which must be there."""
        if name not in self.tasks:
            self.left_open = True
            raise Deadlock
        return self.tasks[name]


class Ending:
    """What a task knows of its own failures and of others'. Its class gives `record`, `name`, `finished`, `error`."""

    value = None
    is_cancelled = False
    is_taken = False  # its failure: somebody handled it
    failed_from = None  # the task whose failure it was
    end_number = None

    def note_end(self, error=None, value=None):
        self.finished = self.record.clock()
        self.end_number = next(self.record.ends.numbers)
        self.error, self.value = error, value
        if error is not None:
            self.failed_from = self.source_of(error)

    def others(self, names):
        return [self.record.ends.known[name] for name in names]

    def comes_from(self, error, names):
        """Somebody else's failure has come to this task: whose, of those awaited."""
        failed = [other for other in self.others(names) if other.error is error]
        self.sources[id(error)] = (error, min(failed, key=lambda other: other.end_number)) if failed else (error, None)

    def source_of(self, error):
        return self.sources.get(id(error), (error, None))[1]

    def takes(self, error):
        at = self.source_of(error)
        while at is not None:
            at.is_taken = True
            at = at.failed_from


class Coroutine(collections.abc.Coroutine):
    """A task's coroutine, which tells where it is cancelled before it begins."""

    def __init__(self, task, coroutine):
        self.task, self.coroutine = task, coroutine
        self.has_begun = False

    def send(self, value):
        self.has_begun = True
        return self.coroutine.send(value)

    def throw(self, *error):
        if not self.has_begun:
            self.task.is_cancelled = True
            self.task.note_end()
        return self.coroutine.throw(*error)

    def close(self):
        self.coroutine.close()

    def __await__(self):
        return self.coroutine.__await__()


class EndingOnLoop(Ending):
    handle = None

    def outcome(self):
        """The task of asyncio has the last word: cancelled in its last turn, it is cancelled."""
        if self.handle is not None and self.handle.cancelled():
            self.is_cancelled, self.value = True, None
        return super().outcome()

    def submit(self, create=asyncio.create_task):
        """By main or by who starts it."""
        self.submitted = self.record.clock()
        self.record.ends.tasks[self.name] = self
        self.handle = create(Coroutine(self, self.run()))

    def start(self, name):
        if name in self.record.ends.tasks:
            raise RuntimeError(f"{name} was started already")
        self.record.ends.known[name].submit()

    def cancel(self, name):
        if name in self.record.ends.tasks:
            self.record.ends.tasks[name].handle.cancel()

    async def within(self, timeout, waiting):
        if timeout is None:
            return await waiting()
        async with asyncio.timeout(timeout):
            return await waiting()

    async def await_one(self, name, timeout):
        async def waiting():
            return await self.record.ends.submitted(name).handle

        return await self.from_others([name], self.within(timeout, waiting))

    async def await_all(self, names, timeout):
        async def waiting():
            return await asyncio.gather(*(self.record.ends.submitted(name).handle for name in names))

        return await self.from_others(names, self.within(timeout, waiting))

    def as_completed(self, names):
        tasks = [self.record.ends.submitted(name) for name in names]
        if sum(task.finished is not None for task in tasks) > 1:
            self.record.ends.left_open = True
        for future in asyncio.as_completed([task.handle for task in tasks]):
            yield names, future

    async def result_of(self, future):
        return await self.from_others(future[0], future[1])

    async def from_others(self, names, awaitable):
        try:
            return await awaitable
        except Exception as error:
            self.comes_from(error, names)
            raise


class EndingOnOnlyThread(Ending):
    """One after another: who is awaited is called then and there."""

    is_queued = is_running = False

    def submit(self):
        self.submitted = self.record.clock()
        self.record.ends.tasks[self.name] = self
        self.is_queued = True

    def start(self, name):
        if name in self.record.ends.tasks:
            raise RuntimeError(f"{name} was started already")
        self.record.ends.known[name].submit()

    def cancel(self, name):
        other = self.record.ends.known[name]
        if other.is_queued:
            other.is_queued = False
            other.is_cancelled = True
            other.note_end()

    def await_one(self, name, timeout):
        other = self.record.ends.submitted(name)
        if other.is_queued:
            other.run()
        if other.finished is None:
            self.deadlock()
        if other.is_cancelled:
            raise RuntimeError(f"{name} was cancelled")
        if other.error is not None:
            self.comes_from(other.error, [name])
            raise other.error
        return other.value

    def await_all(self, names, timeout):
        return [self.await_one(name, timeout) for name in names]

    def as_completed(self, names):
        return names

    def result_of(self, name):
        return self.await_one(name, None)
