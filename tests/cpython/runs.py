"""Runs a scenario's Python program in each mode and tells what happened, in the words of `run --format json`."""
import asyncio
import concurrent.futures
import contextlib
import decimal
import queue
import threading
import time

from sharing import Deadlock, Held, HeldOnLoop, shared_by_threads, shared_on_loop
from translation import Program
from virtual_loop import NothingLeft, VirtualLoop
from virtual_threads import MAIN, NEVER, VirtualPool, VirtualThreads


class Record:
    """Written by one thread at a time, or, where threads really run, by operations that are atomic in CPython."""

    def __init__(self, clock, shared):
        self.clock = clock  # a function
        self.shared = shared
        self.output = []


class Task:
    """A task as the functions of a program see it. Subclasses say how it waits."""

    def __init__(self, record, name, after, function, arguments):
        self.record, self.name, self.after = record, name, after
        self.function, self.arguments = function, arguments
        self.started = self.finished = self.error = None
        self.spans = []

    def print(self, *parts):
        text = "".join(str(part) for part in parts)
        self.record.output.append({"time": self.record.clock(), "task": self.name, "text": text})

    def add_span(self, state, cause, begin, end, holds_worker):
        if begin < end:
            self.spans.append({"state": state, "cause": cause, "begin": begin, "end": end, "holds": holds_worker})

    def begin(self, state, cause, holds_worker):
        self.started = self.record.clock()
        self.add_span(state, cause, self.after, self.started, holds_worker)

    def end(self):
        self.finished = self.record.clock()

    def read(self, variable):
        return self.record.shared.variables[variable]

    def write(self, variable, value):
        self.record.shared.variables[variable] = value

    def release(self, lock):
        self.record.shared.lock(lock).release()

    def outcome(self):
        if self.finished is not None:
            return "finished" if self.error is None else "failed"
        return "not_started" if self.started is None else "deadlocked"

    def summary(self):
        return {"name": self.name, "submitted": self.after, "started": self.started, "finished": self.finished,
                "outcome": self.outcome(), "spans": self.spans}


class ThreadTask(Task):
    """A task that holds its thread. `clock_sleep` is time.sleep, or what stands for it."""

    def __init__(self, clock_sleep, *arguments):
        super().__init__(*arguments)
        self.clock_sleep = clock_sleep

    def spend(self, state, cause, seconds):
        begin = self.record.clock()
        if seconds > 0:
            self.clock_sleep(seconds)
        self.add_span(state, cause, begin, self.record.clock(), True)

    def sleep(self, seconds):
        self.spend("waiting", "sleep", seconds)

    def block(self, seconds):
        self.spend("waiting", "sleep", seconds)

    def compute(self, seconds):
        """On a core of its own, without a GIL: the same as sleeping, but for its name."""
        self.spend("running", None, seconds)

    def lock(self, name):
        return Held(self, name)

    def acquire(self, name):
        """On the only thread. Whom it would wait for cannot do anything any more."""
        if not self.record.shared.lock(name).acquire(blocking=False):
            raise Deadlock

    def put(self, name, item):
        try:
            self.record.shared.queues[name].put_nowait(item)
        except queue.Full:
            raise Deadlock from None

    def get(self, name):
        try:
            return self.record.shared.queues[name].get_nowait()
        except queue.Empty:
            raise Deadlock from None

    def run(self):
        self.begin("queued", None, False)
        try:
            self.function(self, *self.arguments)
        except Exception as error:
            self.error = error
        self.end()


class LoopTask(Task):
    """A task as a coroutine. The clock has its sleep, which is asyncio.sleep, and its block, which is time.sleep."""

    def __init__(self, clock, *arguments):
        super().__init__(*arguments)
        self.clock = clock
        self.waits = None  # for what kind of thing it does, and its future to begin with

    async def sleep(self, seconds):
        begin = self.record.clock()
        await self.clock.sleep(seconds)
        self.add_span("waiting", "sleep", begin, begin + seconds, False)
        self.add_span("ready", "loop", begin + seconds, self.record.clock(), False)

    def block(self, seconds):
        begin = self.record.clock()
        self.clock.block(seconds)
        self.add_span("waiting", "sleep", begin, self.record.clock(), True)

    def compute(self, seconds):
        begin = self.record.clock()
        self.clock.block(seconds)
        self.add_span("running", None, begin, self.record.clock(), True)

    def lock(self, name):
        return HeldOnLoop(self, name)

    async def acquire(self, name):
        shared = self.record.shared
        await self.wait_for_others(shared.cause(name), shared.lock(name).acquire())

    async def put(self, name, item):
        await self.wait_for_others("queue", self.record.shared.queues[name].put(item))

    async def get(self, name):
        return await self.wait_for_others("queue", self.record.shared.queues[name].get())

    async def wait_for_others(self, cause, awaitable):
        self.waits = cause, len(self.futures())
        result = await awaitable
        self.add_waits()
        self.waits = None
        return result

    def futures(self):
        return self.clock.loop.futures.get(self.task, [])

    def add_waits(self):
        """What it waited for, each until somebody gave it that; then it was ready."""
        cause, first = self.waits
        now = self.record.clock()
        futures = self.futures()[first:]
        for future, following in zip(futures, [*(later.made_at for later in futures[1:]), now]):
            called = now if future.done_at is None else future.done_at
            self.add_span("waiting", cause, future.made_at, called, False)
            self.add_span("ready", "loop", called, following, False)

    async def run(self):
        self.task = asyncio.current_task()
        self.begin("ready", "loop", False)
        try:
            await self.function(self, *self.arguments)
        except Exception as error:
            self.error = error
        self.end()

    def abandon(self):
        if self.waits:
            self.add_waits()


def outcome_of(tasks):
    outcomes = {task.outcome() for task in tasks}
    if outcomes & {"deadlocked", "not_started"}:
        return "deadlocked"
    return "failed" if "failed" in outcomes else "finished"


def result_of(record, tasks, workers):
    is_over = all(task.finished is not None for task in tasks)
    return {"outcome": outcome_of(tasks), "makespan": max(task.finished for task in tasks) if is_over else record.clock(),
            "tasks": [task.summary() for task in tasks], "workers": workers, "output": record.output,
            "shared": record.shared.variables}


def by_submission(tasks):
    return sorted(tasks, key=lambda task: task.after)


class VirtualLoopClock:
    def __init__(self, loop):
        self.loop = loop
        self.now = loop.time
        self.sleep = asyncio.sleep
        self.block = loop.block


class RealLoopClock:
    def __init__(self, loop, time_scale):
        self.loop, self.time_scale = loop, time_scale
        self.begin = loop.time()

    def now(self):
        return decimal.Decimal((self.loop.time() - self.begin) / self.time_scale)

    async def sleep(self, seconds):
        await asyncio.sleep(float(seconds) * self.time_scale)

    def block(self, seconds):
        time.sleep(float(seconds) * self.time_scale)


async def main(tasks, clock):
    """The main program as it is exported: a coroutine among the tasks."""
    submitted = []
    moment = 0
    for task in by_submission(tasks):
        if task.after > moment:
            moment = task.after
            await clock.sleep(moment - clock.now())
        submitted.append(asyncio.create_task(task.run()))
    await asyncio.gather(*submitted)


def run_on_loop(scenario, loop, clock):
    record = Record(clock.now, shared_on_loop(scenario))
    tasks = [LoopTask(clock, record, *task) for task in Program(scenario, is_async=True).tasks()]
    try:
        loop.run_until_complete(main(tasks, clock))
        return result_of(record, tasks, 1)
    except NothingLeft:
        for task in tasks:
            task.abandon()
        result = result_of(record, tasks, 1)
        loop.abandon()
        return result
    finally:
        loop.close()


def run_coroutine(scenario):
    loop = VirtualLoop()
    return run_on_loop(scenario, loop, VirtualLoopClock(loop))


def run_real_coroutine(scenario, time_scale):
    loop = asyncio.new_event_loop()
    return run_on_loop(scenario, loop, RealLoopClock(loop, time_scale))


def thread_tasks(scenario, clock, clock_sleep):
    record = Record(clock, shared_by_threads(scenario))
    return record, [ThreadTask(clock_sleep, record, *task) for task in Program(scenario, is_async=False).tasks()]


def run_sequential(scenario):
    now = decimal.Decimal(0)

    def sleep(seconds):
        nonlocal now
        now += seconds

    record, tasks = thread_tasks(scenario, lambda: now, sleep)
    with contextlib.suppress(Deadlock):
        for task in by_submission(tasks):
            if now < task.after:
                sleep(task.after - now)
            task.run()
    return result_of(record, tasks, 1)


def run_threads(scenario):
    threads = VirtualThreads()
    record, tasks = thread_tasks(scenario, lambda: threads.now, threads.sleep)
    started = []
    for task in by_submission(tasks):
        threads.sleep_until(task.after, MAIN)
        started.append(threads.start_thread(task.run))
    threads.sleep_until(NEVER, MAIN)
    for thread in started:
        thread.join()
    return result_of(record, tasks, len(started))


def run_pool(scenario):
    threads = VirtualThreads()
    record, tasks = thread_tasks(scenario, lambda: threads.now, threads.sleep)
    pool = VirtualPool(threads, int(scenario.get("max_workers", 2)))
    futures = []
    for task in by_submission(tasks):
        threads.sleep_until(task.after, MAIN)
        futures.append(pool.submit(task.run))
    pool.close()
    for future in futures:
        future.result()
    return result_of(record, tasks, len(pool._threads))


class RealClock:
    """Real threads on the host's clock. A second of the scenario takes time_scale seconds."""

    def __init__(self, time_scale):
        self.time_scale = time_scale
        self.begin = time.monotonic()

    def now(self):
        return decimal.Decimal((time.monotonic() - self.begin) / self.time_scale)

    def sleep(self, seconds):
        time.sleep(max(0, float(seconds) * self.time_scale))


def run_real_threads(scenario, time_scale):
    clock = RealClock(time_scale)
    record, tasks = thread_tasks(scenario, clock.now, clock.sleep)
    started = []
    for task in by_submission(tasks):
        clock.sleep(task.after - clock.now())
        started.append(threading.Thread(target=task.run))
        started[-1].start()
    for thread in started:
        thread.join()
    return result_of(record, tasks, len(started))


def run_real_pool(scenario, time_scale):
    clock = RealClock(time_scale)
    record, tasks = thread_tasks(scenario, clock.now, clock.sleep)
    with concurrent.futures.ThreadPoolExecutor(int(scenario.get("max_workers", 2))) as pool:
        futures = []
        for task in by_submission(tasks):
            clock.sleep(task.after - clock.now())
            futures.append(pool.submit(task.run))
        for future in futures:
            future.result()
        return result_of(record, tasks, len(pool._threads))


VIRTUAL = {"sequential": run_sequential, "coroutine": run_coroutine, "threads": run_threads, "pool": run_pool}
REAL = {"coroutine": run_real_coroutine, "threads": run_real_threads, "pool": run_real_pool}
