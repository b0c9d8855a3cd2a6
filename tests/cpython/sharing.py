"""What the tasks of a scenario share, as CPython's own objects."""
import asyncio
import queue
import threading


class Deadlock(BaseException):
    """The only thread waits for what nobody is left to do. No failure of the task: nothing of the program goes on."""


class Shared:
    """`kinds` gives the classes of locks, semaphores and queues."""

    def __init__(self, scenario, kinds):
        self.variables = {name: int(value) for name, value in scenario.get("shared", {}).items()}
        self.new_lock = kinds.Lock
        self.locks = {name: kinds.Semaphore(int(permits)) for name, permits in scenario.get("semaphores", {}).items()}
        self.semaphores = set(self.locks)
        self.queues = {name: kinds.Queue(int(room)) for name, room in scenario.get("queues", {}).items()}

    def lock(self, name):
        """Declared by being used."""
        if name not in self.locks:
            self.locks[name] = self.new_lock()
        return self.locks[name]

    def cause(self, name):
        return "semaphore" if name in self.semaphores else "lock"


class ThreadKinds:
    Lock = threading.Lock
    Semaphore = threading.Semaphore
    Queue = queue.Queue


def shared_on_loop(scenario):
    return Shared(scenario, asyncio)


def shared_by_threads(scenario):
    return Shared(scenario, ThreadKinds)


class Held:
    """`with task.lock(name)` on the only thread."""

    def __init__(self, task, name):
        self.task, self.name = task, name

    def __enter__(self):
        self.task.acquire(self.name)

    def __exit__(self, *error):
        self.task.release(self.name)


class HeldOnLoop:
    def __init__(self, task, name):
        self.task, self.name = task, name

    async def __aenter__(self):
        await self.task.acquire(self.name)

    async def __aexit__(self, *error):
        self.task.release(self.name)
