"""Every order in which the waits of an exported program may end, each tried in CPython from the start."""
import ast
import asyncio
import builtins
import contextlib
import math
import sys
import types
import warnings

from exported import Printed
from held_loop import HeldLoop, NothingLeft
from translation import read_scenario


class NotedHandlers(ast.NodeTransformer):
    """Where the program handles a failure, it says so."""

    def visit_ExceptHandler(self, node):
        self.generic_visit(node)
        if isinstance(node.type, ast.Name) and node.type.id == "Exception" and node.name is None:
            node.body[:0] = ast.parse("note_handled()").body
        return node


def whole_numbers(module):
    """The names that it gives to them, or their keys in the table that it has for them."""
    for node in module.body:
        with contextlib.suppress(AttributeError, ValueError):  # what is no assignment, or of no literal
            name, value = node.targets[0].id, ast.literal_eval(node.value)
            yield from [name] if isinstance(value, int) else value


class ExportedProgram:
    """Of a scenario: its `source`, and the names in it."""

    def __init__(self, text, source):
        scenario = read_scenario(text)
        tasks = scenario["tasks"]
        self.tasks = [task["name"] for task in tasks]
        submitted = sorted((task for task in tasks if not task.get("manual")), key=lambda task: task.get("after", 0))
        self.by_submission = [task["name"] for task in submitted]
        module = ast.parse(source)
        self.variables = dict(zip(scenario.get("shared", {}), whole_numbers(module)))  # as the program calls them
        self.code = compile(ast.fix_missing_locations(NotedHandlers().visit(module)), "<exported>", "exec")


class NotedTask(asyncio.Task):
    """Whoever awaits it and hears of its failure is known."""

    trial = None

    def __await__(self):
        return self.trial.noted(super().__await__(), [self])


class NotedAwaitable:
    def __init__(self, trial, awaitable, tasks):
        self.trial, self.awaitable, self.tasks = trial, awaitable, tasks

    def __await__(self):
        return self.trial.noted(self.awaitable.__await__(), self.tasks)


class InFileOrder(set):
    """Tasks of asyncio, in the order of the file, where asyncio has that of their addresses."""

    def __init__(self, trial, tasks=()):
        super().__init__(tasks)
        self.trial = trial

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=self.trial.place_of))


class Trial:
    """One run. `given` says for each of the first choices which of the waits it is; behind those it is the first."""

    def __init__(self, program, given):
        self.program, self.given = program, given
        self.choices = []  # (which, of how many)
        self.order = []  # of what ended, as a schedule has it
        self.lines = []
        self.left_open = False  # CPython promises nothing of what has happened
        self.is_stuck = False
        self.created = []  # by asyncio, main first
        self.ended = []
        self.sources = {}  # (task, failure): the task whose failure it was
        self.handled = set()  # tasks whose failures somebody has handled

    def run(self):
        self.loop = HeldLoop(self.choose)
        self.loop.set_task_factory(self.create)
        self.names = self.surroundings()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                exec(self.program.code, self.names)
            except NothingLeft:
                self.is_stuck = True
            self.result = self.told()
            self.output = tuple(text for _, text in self.lines)
            self.abandon()
        self.loop.close()
        return self

    def surroundings(self):
        """What the program finds around it: no time, and asyncio with notes of who awaits whom."""
        class Group(asyncio.TaskGroup):
            def __init__(group):
                super().__init__()
                group._tasks = InFileOrder(self)

        instead = {"run": self.run_main, "gather": self.gather, "as_completed": self.as_completed, "TaskGroup": Group}
        modules = {
            "asyncio": types.SimpleNamespace(**{**vars(asyncio), **instead}),
            "time": types.SimpleNamespace(sleep=lambda _: None, monotonic=self.loop.time, thread_time=lambda: math.inf),
            "sys": types.SimpleNamespace(stdout=Printed(self.lines, self.loop.time), stderr=Printed([], self.loop.time),
                                         setswitchinterval=lambda _: None)}

        def import_module(name, *how):
            return modules.get(name) or __import__(name, *how)

        return {"__builtins__": {**vars(builtins), "__import__": import_module}, "note_handled": self.note_handled,
                "print": lambda line: self.lines.append((0, str(line)))}

    def run_main(self, main):
        """As asyncio.run does. Its failure is nobody's."""
        handles = self.names.get("tasks")
        if hasattr(handles, "outcome_of_later"):
            handles.outcome_of_later = self.leaving_open(handles.outcome_of_later)
        task = self.loop.create_task(main)
        try:
            self.loop.run_until_complete(task)
        except (Exception, asyncio.CancelledError):
            if not task.done():
                raise
        left = InFileOrder(self, asyncio.all_tasks(self.loop))
        for task in left:
            task.cancel()
        if left:
            self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.run_until_complete(self.loop.shutdown_default_executor())

    def leaving_open(self, wait):
        """Who awaits a task that nobody has started waits in a way of the exported program's own."""
        def wait_for(name):
            self.left_open = True
            return wait(name)

        return wait_for

    def create(self, loop, coroutine, **context):
        task = NotedTask(coroutine, loop=loop, **context)
        task.trial = self
        self.created.append(task)
        task.add_done_callback(self.ended.append)
        return task

    def handles(self):
        """The tasks that there are by now, by name. Main creates them in its order."""
        handles = self.names.get("tasks")
        return dict(zip(self.program.by_submission, self.created[1:])) if handles is None else handles

    def place_of(self, task):
        """In the file; others behind."""
        names = {handle: name for name, handle in self.handles().items()}
        tasks = self.program.tasks
        return tasks.index(names[task]) if task in names else len(tasks) + self.created.index(task)

    def choose(self, waits):
        names = {handle: name for name, handle in self.handles().items()}
        arriving = next((name for name in self.program.by_submission if name not in names.values()), "nobody")
        tokens = [f"{names.get(wait.task, arriving)}{wait.kind}" for wait in waits]
        assert len(set(tokens)) == len(tokens), f"several waits are called the same: {tokens}"
        which = self.given[len(self.choices)] if len(self.choices) < len(self.given) else 0
        self.choices.append((which, len(waits)))
        self.order.append(tokens[which])
        return waits[which]

    def noted(self, waiting, tasks):
        try:
            return (yield from waiting)
        except Exception as error:
            failed = [task for task in tasks if task.done() and not task.cancelled() and task.exception() is error]
            if failed:
                first = next((task for task in self.ended if task in failed), failed[0])
                self.sources[asyncio.current_task(self.loop), error] = first
            raise

    def gather(self, *awaitables, **options):
        gathered = asyncio.gather(*awaitables, **options)
        return NotedAwaitable(self, gathered, getattr(gathered, "_children", ()))

    def as_completed(self, tasks):
        tasks = [asyncio.ensure_future(task) for task in tasks]
        self.left_open = self.left_open or sum(task.done() for task in tasks) > 1
        for future in asyncio.as_completed(tasks):
            yield NotedAwaitable(self, future, tasks)

    def note_handled(self):
        error = sys.exc_info()[1]
        task = self.sources.get((asyncio.current_task(self.loop), error))
        while task is not None:
            self.handled.add(task)
            task = self.sources.get((task, error))

    def told(self):
        """What the run comes to: outcome, values, and how the tasks ended that did not finish."""
        handles = self.handles()
        ends = []
        for name in self.program.tasks:
            outcome, error = self.end_of(handles.get(name))
            if outcome != "finished":
                ends.append((name, outcome, error))
        outcome = "finished"
        if self.is_stuck:
            outcome = "deadlocked"
        elif any(end == "failed" and handles[name] not in self.handled for name, end, _ in ends):
            outcome = "failed"
        table = self.names.get("shared")
        values = table if isinstance(table, dict) else self.names
        shared = tuple((name, values[called]) for name, called in self.program.variables.items())
        return outcome, shared, tuple(ends)

    def end_of(self, handle):
        if handle is None:
            return "not_started", ""
        if not handle.done():
            return "deadlocked" if self.is_stuck else "cancelled", ""
        if handle.cancelled():
            return "cancelled", ""
        error = handle.exception()
        return ("finished", "") if error is None else ("failed", failure_of(error))

    def chance(self):
        return math.prod(1 / count for _, count in self.choices)

    def abandon(self):
        """Lets go of tasks that will never go on."""
        for task in asyncio.all_tasks(self.loop):
            task._log_destroy_pending = False
            with contextlib.suppress(Exception, asyncio.CancelledError):
                task.get_coro().close()


def failure_of(error):
    """In words that both have: CPython's own are others than the engine's."""
    text = str(error)
    if isinstance(error, TimeoutError):
        return "timed out"
    if isinstance(error, ZeroDivisionError):
        return "division by 0"
    if isinstance(error, RecursionError):
        return "tasks that await each other cannot be cancelled"
    if isinstance(error, (TypeError, ValueError)):
        return "no number"
    if text.startswith("Task cannot await on itself"):
        return "it awaits itself"
    return "nobody holds it" if text == "Lock is not acquired." else text


def trials(program):
    """Depth first: each goes by the choices of the one before it, up to the last of them that could be another."""
    given, before = [], []
    while True:
        trial = Trial(program, given).run()
        known = max(0, len(given) - 1)
        assert trial.order[:known] == before[:known], "the program does not do the same again"
        yield trial
        choices, before = list(trial.choices), trial.order
        while choices and choices[-1][0] + 1 == choices[-1][1]:
            choices.pop()
        if not choices:
            return
        given = [which for which, _ in choices]
        given[-1] += 1
