"""What is told of a run and of its tasks, in whatever mode."""
from ending import Ending, Ends


class Record:
    """Written by one thread at a time, or, where threads really run, by operations that are atomic in CPython."""

    def __init__(self, clock, shared):
        self.clock = clock  # a function
        self.shared = shared
        self.ends = Ends()
        self.output = []
        self.is_stuck = False  # everybody waits for ever
        self.deadlock = None  # what is known where nothing goes on, whatever CPython does with what is left of the program


class Task(Ending):
    """A task as the functions of a program see it. Subclasses say how it waits."""

    def __init__(self, record, name, after, timeout, function, arguments):
        self.record, self.name, self.after, self.timeout = record, name, after, timeout
        self.number = len(record.ends.known)  # in the order of the file
        self.function, self.arguments = function, arguments
        self.submitted = after
        self.started = self.finished = self.error = None
        self.sources = {}  # of failures that came from other tasks
        self.spans = []
        record.ends.known[name] = self

    def print(self, *parts):
        text = "".join(str(part) for part in parts)
        self.record.output.append({"time": self.record.clock(), "task": self.name, "text": text})

    def add_span(self, state, cause, begin, end, holds_worker):
        if begin < end:
            self.spans.append({"state": state, "cause": cause, "begin": begin, "end": end, "holds": holds_worker})

    def begin(self, state, cause, holds_worker):
        self.started = self.record.clock()
        self.add_span(state, cause, self.submitted, self.started, holds_worker)

    def read(self, variable):
        return self.record.shared.variables[variable]

    def write(self, variable, value):
        self.record.shared.variables[variable] = value

    def release(self, lock):
        self.record.shared.lock(lock).release()

    def outcome(self):
        if self.is_cancelled:
            return "cancelled"
        if self.finished is not None:
            return "finished" if self.error is None else "failed"
        return "not_started" if self.started is None else "deadlocked"

    def summary(self):
        outcome = self.outcome()
        return {"name": self.name, "submitted": self.submitted, "started": self.started, "finished": self.finished,
                "outcome": outcome, "result": self.value, "spans": self.spans}
