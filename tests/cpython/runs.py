"""Runs a scenario's Python program in each mode and tells what happened, in the words of `run --format json`."""
import asyncio
import concurrent.futures
import contextlib
import decimal
import queue
import threading
import time
import warnings

import main_program
from ending import EndingOnLoop, EndingOnOnlyThread
from main_program import OnOnlyThread, Policy, by_submission
from record import Record, Task
from sharing import Deadlock, Held, HeldOnLoop, shared_by_threads, shared_on_loop
from translation import Program
from virtual_loop import NothingLeft, VirtualLoop
from virtual_threads import MAIN, NEVER, VirtualPool, VirtualThreads


class ThreadTask(EndingOnOnlyThread, Task):
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

    def acquire(self, name, timeout=None):
        if not self.record.shared.lock(name).acquire(blocking=False):
            self.waits_in_vain(timeout)

    def put(self, name, item, timeout=None):
        try:
            self.record.shared.queues[name].put_nowait(item)
        except queue.Full:
            self.waits_in_vain(timeout)

    def get(self, name, timeout=None):
        try:
            return self.record.shared.queues[name].get_nowait()
        except queue.Empty:
            self.waits_in_vain(timeout)

    def deadlock(self):
        self.record.is_stuck = True
        if self.record.deadlock is None:
            self.record.deadlock = result_of(self.record, list(self.record.ends.known.values()), 1)
        raise Deadlock

    def waits_in_vain(self, timeout):
        """On the only thread. Whom it would wait for cannot do anything any more."""
        if timeout is None:
            self.deadlock()
        if timeout > 0:
            self.clock_sleep(timeout)
        raise TimeoutError

    def run(self):
        self.is_queued = False
        self.begin("queued", None, False)
        try:
            value = self.function(self, *self.arguments)
        except Exception as error:
            self.note_end(error)
        else:
            self.note_end(value=value)


class LoopTask(EndingOnLoop, Task):
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

    def drop(self, coroutine):
        """Nobody awaits it: of what CPython says then a line is made."""
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = lambda message, category, *_: self.print(f"{category.__name__}: {message}")
            del coroutine

    def lock(self, name):
        return HeldOnLoop(self, name)

    async def acquire(self, name, timeout=None):
        shared = self.record.shared
        waiting = lambda: self.wait_for_others(shared.cause(name), shared.lock(name).acquire())
        await self.within(timeout, waiting)

    async def put(self, name, item, timeout=None):
        await self.within(timeout, lambda: self.wait_for_others("queue", self.record.shared.queues[name].put(item)))

    async def get(self, name, timeout=None):
        return await self.within(timeout,
                                 lambda: self.wait_for_others("queue", self.record.shared.queues[name].get()))

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
            value = await self.within(self.timeout, lambda: self.function(self, *self.arguments))
        except Exception as error:
            self.note_end(error)
            raise
        except asyncio.CancelledError:
            self.is_cancelled = True
            self.note_end()
            raise
        else:
            self.note_end(value=value)
            return value

    def abandon(self):
        if self.waits:
            self.add_waits()


class TaskBesideLoop(EndingOnLoop, Task):
    """A task whose function a thread beside the loop calls. The clock has its block, which is time.sleep."""

    def __init__(self, clock, *arguments):
        super().__init__(*arguments)
        self.clock = clock
        self.thread_ended = None

    def spend(self, state, cause, seconds):
        begin = self.record.clock()
        self.clock.block(seconds)
        self.add_span(state, cause, begin, self.record.clock(), True)

    def sleep(self, seconds):
        self.spend("waiting", "sleep", seconds)

    def block(self, seconds):
        self.spend("waiting", "sleep", seconds)

    def compute(self, seconds):
        self.spend("running", None, seconds)

    async def run(self):
        self.handed_over = self.record.clock()
        self.add_span("ready", "loop", self.submitted, self.handed_over, False)
        try:
            value = await self.within(self.timeout, lambda: asyncio.to_thread(self.run_on_thread))
        except Exception as error:
            self.note_end_of_both(error)
            raise
        except asyncio.CancelledError:
            self.is_cancelled = True
            self.note_end_of_both()
            raise
        else:
            self.note_end_of_both(value=value)
            return value

    def run_on_thread(self):
        self.started = self.record.clock()
        self.add_span("queued", None, self.handed_over, self.started, False)
        try:
            return self.function(self, *self.arguments)
        finally:
            self.thread_ended = self.record.clock()
            if self.finished is not None:  # and it was left alone
                self.finished = self.thread_ended

    def note_end_of_both(self, *error, value=None):
        self.note_end(*error, value=value)
        if self.thread_ended is not None:
            self.add_span("ready", "loop", self.thread_ended, self.finished, False)

    def abandon(self):
        pass


def outcome_of(record, tasks):
    if record.is_stuck:
        return "deadlocked"
    return "failed" if any(task.outcome() == "failed" and not task.is_taken for task in tasks) else "finished"


def result_of(record, tasks, workers):
    submitted = [task for task in tasks if task.submitted is not None]
    is_over = all(task.finished is not None for task in submitted)
    return {"outcome": outcome_of(record, tasks),
            "makespan": max((task.finished for task in submitted), default=0) if is_over else record.clock(),
            "tasks": [task.summary() for task in tasks], "workers": workers, "output": list(record.output),
            "shared": dict(record.shared.variables), "left_open": record.ends.left_open}


class VirtualLoopClock:
    def __init__(self, loop):
        self.loop = loop
        self.now = loop.time
        self.sleep = asyncio.sleep
        self.block = loop.block
        self.finish_threads = loop.threads.finish

    def threads(self):
        return self.loop.threads.created


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

    def finish_threads(self):
        self.loop.run_until_complete(self.loop.shutdown_default_executor())

    def threads(self):
        return 0 if self.loop._default_executor is None else len(self.loop._default_executor._threads)


def run_on_loop(scenario, loop, clock):
    record = Record(clock.now, shared_on_loop(scenario))
    kinds = [TaskBesideLoop if task.get("to_thread") else LoopTask for task in scenario["tasks"]]
    tasks = [kind(clock, record, *task) for kind, task in zip(kinds, Program(scenario, is_async=True).tasks())]
    try:
        main_program.run(loop, tasks, clock, Policy(scenario))
        clock.finish_threads()
        return result_of(record, tasks, 1 + clock.threads())
    except NothingLeft:
        record.is_stuck = True
        for task in tasks:
            task.abandon()
        result = result_of(record, tasks, 1 + clock.threads())
        loop.abandon()
        return result
    finally:
        loop.close()


def run_coroutine(scenario):
    loop = VirtualLoop(int(scenario.get("machine", {}).get("cores", 4)))
    return run_on_loop(scenario, loop, VirtualLoopClock(loop))


def run_real_coroutine(scenario, time_scale):
    loop = asyncio.new_event_loop()
    return run_on_loop(scenario, loop, RealLoopClock(loop, time_scale))


def thread_tasks(scenario, clock, clock_sleep):
    record = Record(clock, shared_by_threads(scenario))
    return record, [ThreadTask(clock_sleep, record, *task) for task in Program(scenario, is_async=False).tasks()]


def run_sequential(scenario):
    now = decimal.Decimal(0)
    to_come = []

    def sleep(seconds):
        """Meanwhile tasks are submitted, which nobody hears of but in the order of the queue."""
        nonlocal now
        end = now + seconds
        submit_until(end)
        now = end

    def submit_until(end):
        nonlocal now
        while to_come and to_come[0].after <= end:
            now = max(now, to_come[0].after)
            task = to_come.pop(0)
            task.submit()
            task.submitted = task.after

    record, tasks = thread_tasks(scenario, lambda: now, sleep)
    main = OnOnlyThread(Policy(scenario), record.ends)
    with contextlib.suppress(Deadlock):
        if main.policy.is_one_by_one:
            main.call_one_by_one(tasks, lambda moment: sleep(max(0, moment - now)))
        else:
            to_come += by_submission(tasks)
            submit_until(now)
        while not main.is_over:
            if task := main.next():
                main.call(task)
            elif to_come:
                submit_until(to_come[0].after)
            else:
                break
    for task in to_come:
        task.submitted = None if main.is_over else task.submitted
    return record.deadlock or result_of(record, tasks, 1)


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
