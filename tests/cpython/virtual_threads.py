"""CPython's own threads and ThreadPoolExecutor on a clock that jumps from wake-up to wake-up.

One thread runs at a time. When it waits, the next one goes on: whoever is due earliest, and of those the main thread
first, then who has something to do because of it (submissions first), then who asked for it earlier. CPython leaves
that order to the system; the choice is that of the engine's virtual clock.
"""
import collections
import concurrent.futures
import decimal
import heapq
import itertools
import threading

NEVER = decimal.Decimal("Infinity")
MAIN, SUBMITTED, OTHER = range(3)


class VirtualThreads:
    def __init__(self):
        self.now = decimal.Decimal(0)
        self.changed = threading.Condition()
        self.running = 1  # the calling thread, which is the main thread
        self.sleepers = []  # (due, rank, request, its wake-up)
        self.requests = itertools.count()
        self.main = threading.current_thread()

    def sleep(self, seconds):
        if seconds > 0:
            self.sleep_until(self.now + seconds, OTHER)

    def sleep_until(self, due, rank):
        wake_up = threading.Event()
        with self.changed:
            self.make_due(due, rank, wake_up)
            self.pause()
        wake_up.wait()

    def is_main(self):
        return threading.current_thread() is self.main

    def make_due(self, due, rank, wake_up):
        heapq.heappush(self.sleepers, (due, rank, next(self.requests), wake_up))

    def pause(self):
        """The calling thread stops running. Under the lock."""
        self.running -= 1
        if self.running == 0 and self.sleepers:
            due, _, _, wake_up = heapq.heappop(self.sleepers)
            self.now = max(self.now, due) if due != NEVER else self.now
            self.running = 1
            wake_up.set()
        self.changed.notify_all()

    def start(self, start):
        """Calls start, which may start a thread, and returns once that thread waits for its first turn."""
        with self.changed:
            self.running += 1
        if not start():
            with self.changed:
                self.running -= 1
        with self.changed:
            self.changed.wait_for(lambda: self.running == 1)

    def start_thread(self, function):
        def body():
            self.sleep_until(self.now, SUBMITTED)
            try:
                function()
            finally:
                with self.changed:
                    self.pause()

        thread = threading.Thread(target=body)
        self.start(lambda: thread.start() or True)
        return thread


class VirtualQueue:
    """What a pool's workers wait at."""

    def __init__(self, threads):
        self.threads = threads
        self.items = collections.deque()
        self.waiting = collections.deque()  # (where the item goes, its wake-up)
        self.known = set()  # the threads that have been here

    def put(self, item):
        with self.threads.changed:
            if self.waiting:
                box, wake_up = self.waiting.popleft()
                box.append(item)
                self.threads.make_due(self.threads.now, SUBMITTED, wake_up)
            else:
                self.items.append(item)
            if item is None and not self.threads.is_main():
                self.threads.pause()  # a worker that leaves tells the next one

    def get(self, block=True):
        assert block
        box, wake_up = [], threading.Event()
        with self.threads.changed:
            is_new = threading.get_ident() not in self.known
            self.known.add(threading.get_ident())
            if self.items and not is_new:
                return self.items.popleft()
            if self.items:
                box.append(self.items.popleft())
                self.threads.make_due(self.threads.now, SUBMITTED, wake_up)
            else:
                self.waiting.append((box, wake_up))
            self.threads.pause()
        wake_up.wait()
        return box[0]


class VirtualPool(concurrent.futures.ThreadPoolExecutor):
    def __init__(self, threads, max_workers):
        super().__init__(max_workers)
        self.threads = threads
        self._work_queue = VirtualQueue(threads)

    def _adjust_thread_count(self):
        before = len(self._threads)

        def start():
            super(VirtualPool, self)._adjust_thread_count()
            return len(self._threads) > before

        self.threads.start(start)

    def close(self):
        """Lets the workers leave, once nobody has anything to do."""
        self.threads.sleep_until(NEVER, MAIN)
        self.shutdown(wait=False)
        self.threads.sleep_until(NEVER, MAIN)
