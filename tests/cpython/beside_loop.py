"""The threads of asyncio.to_thread beside a loop whose clock jumps: each runs up to where it sleeps, one at a time.

Of those that are due at one moment, the loop among them, who asked for it earlier goes on first. CPython leaves that
order, and when a thread that was given a job begins with it, to the system; the choice is that of the engine's virtual
clock.
"""
import collections
import concurrent.futures
import decimal
import heapq
import threading

NEVER = decimal.Decimal("Infinity")


class NothingLeft(Exception):
    """Everybody waits, and nothing will ever happen."""


class ThreadsBesideLoop(concurrent.futures.ThreadPoolExecutor):
    """What the loop has for its default executor."""

    def __init__(self, loop, cores):
        super().__init__(min(32, cores + 4))
        self.loop = loop
        self.loops_own = threading.get_ident()
        self.due = []  # (moment, request, what lets the thread go on)
        self.queue = collections.deque()
        self.unoccupied = self.created = 0
        self.paused = threading.Semaphore(0)  # a thread has come to where it waits, or to its end

    def submit(self, function):
        job = concurrent.futures.Future(), function
        if self.unoccupied > 0:
            self.unoccupied -= 1
            self.begin(*job)
        elif self.created < self._max_workers:
            self.created += 1
            self.begin(*job)
        else:
            self.queue.append(job)
        return job[0]

    def begin(self, future, function):
        future.set_running_or_notify_cancel()
        turn = self.ask_for_turn(self.loop.time())
        threading.Thread(target=self.work, args=(turn, future, function), daemon=True).start()

    def ask_for_turn(self, moment):
        turn = threading.Event()
        heapq.heappush(self.due, (moment, next(self.loop.requests), turn))
        return turn

    def work(self, turn, future, function):
        turn.wait()
        while future is not None:
            try:
                result = function()
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
            future, function = self.next_job()
        self.unoccupied += 1
        self.paused.release()

    def next_job(self):
        while self.queue:
            future, function = self.queue.popleft()
            if future.set_running_or_notify_cancel():
                return future, function
        return None, None

    def is_here(self):
        """Whether it is one of these threads that asks."""
        return threading.get_ident() != self.loops_own

    def sleep(self, seconds):
        if seconds > 0:
            turn = self.ask_for_turn(self.loop.time() + seconds)
            self.paused.release()
            turn.wait()

    def pass_time(self, moment, *, until_woken=False):
        """Up to that moment, or until one of the threads gives the loop something to do.

        A loop that is held looks at what it is given, and asks once more for its moment.
        """
        request = next(self.loop.requests)
        clock, given = self.loop.selector, len(self.loop._ready)
        while True:
            if len(self.loop._ready) > given and not (self.due and self.due[0][0] <= clock.now):
                if until_woken:
                    return
                request, given = next(self.loop.requests), len(self.loop._ready)
            if not self.due or self.due[0][:2] > (moment, request):
                break
            self.let_first_go_on()
        if moment == NEVER:
            raise NothingLeft
        clock.now = moment

    def let_first_go_on(self):
        due, _, turn = heapq.heappop(self.due)
        self.loop.selector.now = max(self.loop.time(), due)
        turn.set()
        self.paused.acquire()

    def finish(self):
        """As asyncio.run waits for them in the end."""
        while self.due:
            self.let_first_go_on()
