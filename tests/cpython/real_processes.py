"""Runs a scenario on a ProcessPoolExecutor, and tells as JSON what happened, counted from when all its processes were ready.

real_processes.py TIME_SCALE SECONDS < SCENARIO     whoever is not over after so many seconds of the scenario waits for ever

Each process has what the scenario shares for itself, as CPython's own objects, and its jobs find it as they left it.
"""
import concurrent.futures
import json
import multiprocessing
import os
import sys
import time

from main_program import by_submission
from record import Record
from runs import RealClock, ThreadTask
from sharing import shared_by_threads
from translation import Program, read_scenario

PATIENCE = 1  # seconds, for the processes to be ready, and beyond what the scenario takes
HERE = None  # what this worker process has


class ProcessClock(RealClock):
    """Without the time in which the system had others compute."""

    lost = 0

    def begin_job(self, begin, after):
        """What was lost was no loss where this process had nothing to do until the job came."""
        self.lost = max(0, min(self.lost, time.monotonic() - begin - float(after) * self.time_scale))
        self.begin = begin + self.lost

    def lose(self, seconds):
        self.lost += seconds
        self.begin += seconds


class ProcessTask(ThreadTask):
    """A task that waits for locks, and computes, as a program does."""

    def __init__(self, clock, *arguments):
        super().__init__(clock.sleep, *arguments)
        self.clock, self.time_scale = clock, clock.time_scale

    def compute(self, seconds):
        begin, end = time.monotonic(), time.thread_time() + float(seconds) * self.time_scale
        while time.thread_time() < end:
            pass
        self.clock.lose(time.monotonic() - begin - float(seconds) * self.time_scale)

    def lock(self, name):
        return self.record.shared.lock(name)

    def acquire(self, name, timeout=None):
        if timeout is None:
            self.record.shared.lock(name).acquire()
        elif not self.record.shared.lock(name).acquire(timeout=float(timeout) * self.time_scale):
            raise TimeoutError


class WorkerProcess:
    """Its own variables and locks, and the scenario's functions."""

    def __init__(self, scenario, time_scale):
        self.clock = ProcessClock(time_scale)
        self.record = Record(self.clock.now, shared_by_threads(scenario))
        self.tasks = [ProcessTask(self.clock, self.record, *task)
                      for task in Program(scenario, is_async=False).tasks()]

    def do(self, number, begin):
        task = self.tasks[number]
        self.clock.begin_job(begin, task.after)
        self.record.output = []
        task.run()
        lines = [(float(line["time"]), line["task"], line["text"]) for line in self.record.output]
        return {"process": os.getpid(), "outcome": task.outcome(), "result": task.value, "finished": float(task.finished),
                "lines": lines, "shared": dict(self.record.shared.variables)}


def begin_process(scenario, time_scale, all_ready):
    global HERE
    HERE = WorkerProcess(scenario, time_scale)
    HERE.all_ready = all_ready


def get_ready():
    """Each process has one of these jobs, for none goes on before all are there."""
    HERE.all_ready.wait(PATIENCE * 10)


def do(number, begin):
    return HERE.do(number, begin)


def finish_in_time(futures, end):
    """What those came to that are over then."""
    concurrent.futures.wait(futures.values(), max(0, end - time.monotonic()))
    return {number: future.result() for number, future in futures.items() if future.done()}


def run(scenario, time_scale, seconds):
    workers = int(scenario.get("max_workers", 2))
    context = multiprocessing.get_context("fork")
    pool = concurrent.futures.ProcessPoolExecutor(workers, context, begin_process,
                                                  (scenario, time_scale, context.Barrier(workers)))
    for future in [pool.submit(get_ready) for _ in range(workers)]:
        future.result()
    tasks = WorkerProcess(scenario, time_scale).tasks
    clock = RealClock(time_scale)
    futures = {}
    for task in by_submission(tasks):
        clock.sleep(task.after - clock.now())
        futures[task.number] = pool.submit(do, task.number, clock.begin)
    over = finish_in_time(futures, clock.begin + seconds * time_scale + PATIENCE)
    for process in list(pool._processes.values()):
        process.kill()  # else one that waits for ever would be waited for
    return {"tasks": [over.get(number) for number in range(len(tasks))]}


def main():
    time_scale, seconds = map(float, sys.argv[1:])
    print(json.dumps(run(read_scenario(sys.stdin.read()), time_scale, seconds)), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
