"""The main program of a scenario in CPython: how it submits its tasks, and what it makes of their failures."""
import asyncio
import contextlib


class Policy:
    def __init__(self, scenario):
        self.is_one_by_one = scenario.get("launch") == "one_by_one"
        self.on_error = scenario.get("on_error", "collect")
        self.leaves = scenario.get("main") == "leaves"
        self.is_group = self.on_error == "cancel" and not self.is_one_by_one


def by_submission(tasks):
    return sorted((task for task in tasks if task.after is not None), key=lambda task: task.after)


class InOrder(set):
    """Of asyncio's tasks, in the order of the file, where asyncio has that of their addresses."""

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=lambda handle: handle.get_coro().task.number))


async def submit_all(tasks, clock, policy, create):
    moment = latest_end = 0
    for task in tasks:
        task.submitted = None
    for task in by_submission(tasks):
        if task.after > moment:
            moment = task.after
            await clock.sleep(moment - clock.now())
        task.submit(create)
        task.submitted = max(task.after, latest_end)
        if policy.is_one_by_one:
            try:
                await task.handle
            except asyncio.CancelledError:
                pass
            except Exception:
                if policy.on_error != "collect":
                    raise
            latest_end = task.finished


async def submit_and_await(tasks, clock, policy):
    if policy.is_group:
        async with asyncio.TaskGroup() as group:
            group._tasks = InOrder()
            await submit_all(tasks, clock, policy, group.create_task)
        return
    await submit_all(tasks, clock, policy, asyncio.create_task)
    if policy.leaves and not policy.is_one_by_one:
        handles = [task.handle for task in by_submission(tasks)]
        await asyncio.gather(*handles, return_exceptions=policy.on_error == "collect")


async def main(tasks, clock, policy):
    """As it is exported: a coroutine among the tasks."""
    try:
        await submit_and_await(tasks, clock, policy)
    except BaseException:  # also Deadlock, which is of these tests
        pass
    if policy.leaves:
        return
    known = tasks[0].record.ends.tasks if tasks else {}
    count = 0
    while count < len(known):
        count = len(known)
        await asyncio.gather(*(task.handle for task in known.values()), return_exceptions=True)


def run(loop, tasks, clock, policy):
    """As asyncio.run does, which cancels whom main has left behind."""
    loop.run_until_complete(main(tasks, clock, policy))
    left = [task.handle for task in tasks if task.handle is not None and not task.handle.done()]
    for handle in left:
        handle.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
        # Such as were started meanwhile are destroyed, at whatever point they are.
        tasks[0].record.ends.left_open |= any(not task.handle.done() for task in tasks if task.handle is not None)


class OnOnlyThread:
    """One after another: main calls the tasks, and some of them call others meanwhile."""

    def __init__(self, policy, ends):
        self.policy, self.ends = policy, ends
        self.is_over = False

    def next(self):
        queued = [task for task in self.ends.tasks.values() if task.is_queued]
        if self.policy.leaves:
            queued = [task for task in queued if task.after is not None]
        return None if self.is_over or not queued else queued[0]

    def call(self, task):
        task.run()
        if task.after is not None:
            self.is_over = self.policy.on_error != "collect" and task.error is not None

    def call_one_by_one(self, tasks, sleep_until):
        latest_end = 0
        for task in by_submission(tasks):
            task.submitted = None
        for task in by_submission(tasks):
            sleep_until(task.after)
            task.submit()
            task.submitted = max(task.after, latest_end)
            self.call(task)
            latest_end = task.finished
            if self.is_over:
                return
