"""Random scenarios for worker processes, in which the choice of a process, which CPython leaves to the system, makes no
difference.
"""
import json

KINDS = ("one process", "a process each", "nothing shared")


class ProcessScenario:
    """`kind` is one of KINDS: one process does all; all run at once, so that each has one of its own; or they share
    nothing and queue."""

    def __init__(self, random, kind):
        self.random, self.kind = random, kind
        self.shares = kind != "nothing shared"
        self.owns = []

    def text(self):
        count = self.random.randint(2, 5)
        tasks = [self.task(f"t{number}") for number in range(count)]
        workers = {"one process": 1, "a process each": count, "nothing shared": self.random.randint(2, 3)}[self.kind]
        scenario = {"interleave": 1, "title": "Processes", "mode": "processes", "max_workers": workers,
                    "machine": {"cores": 16, "process_start": 0}, "tasks": tasks}
        if self.shares:
            scenario["shared"] = {"n": self.random.randint(-5, 5), "m": 0}
            scenario["semaphores"] = {"s": self.random.randint(1, 2)}
        return json.dumps(scenario, indent=2)

    def task(self, name):
        self.owns = []
        if self.kind == "a process each":
            return {"name": name, "steps": [{"sleep": self.random.randint(1, 9)}, *self.steps(0, ())]}
        task = {"name": name, "steps": self.steps(0, ())}
        if self.random.random() < 0.5:
            task["after"] = self.random.randint(0, 9)
        return task

    def steps(self, depth, held):
        steps = []
        for _ in range(self.random.randint(1, 4 - depth)):
            kinds = [self.printing, self.waiting, self.waiting, self.setting, self.deciding, self.looping, self.failing]
            kinds += [self.counting, self.counting, self.locking, self.taking] if self.shares else []
            if depth == 2:
                kinds = [kind for kind in kinds if kind not in (self.deciding, self.looping, self.failing, self.locking)]
            steps += self.random.choice(kinds)(depth, held)
        return steps

    def within(self, depth, held=()):
        """Steps that may not be done: what they set is not known behind them."""
        before = list(self.owns)
        steps = self.steps(depth + 1, held)
        self.owns = before
        return steps

    def printing(self, _depth, _held):
        values = "".join(f" {{{name}}}" for name in self.owns)
        return [{"print": f"{{task}} has{values}"}]

    def waiting(self, _depth, _held):
        verb = self.random.choice(["sleep", "sleep", "block", "compute"])
        return [{verb: 0.1 if verb == "compute" else self.random.randint(1, 4)}]

    def own(self):
        name = self.random.choice(["x", "y", "z"])
        if name not in self.owns:
            self.owns.append(name)
        return name

    def value(self):
        return f"({self.random.choice([*self.owns, '3'])} * {self.random.randint(-3, 3)} + 1) % 97"

    def setting(self, _depth, _held):
        value = self.value()
        return [{"set": self.own(), "value": value}]

    def condition(self):
        return f"{self.random.choice([*self.owns, '2'])} {self.random.choice(['<', '>=', '==', '!='])} {self.random.randint(-2, 5)}"

    def deciding(self, depth, held):
        return [{"if": self.condition(), "steps": self.within(depth, held), "else": self.within(depth, held)}]

    def looping(self, depth, held):
        if self.random.random() < 0.5:
            return [{"repeat": 2, "index": f"i{depth}", "steps": self.within(depth, held)}]
        counter = f"round{depth}"
        inner = self.within(depth, held)
        return [{"set": counter, "value": 2},
                {"while": f"{counter} > 0", "steps": [*inner, {"set": counter, "value": f"{counter} - 1"}]}]

    def failing(self, depth, held):
        kind = self.random.random()
        if kind < 0.1:
            return [{"return": self.value()}]
        if kind < 0.2:
            return [{"raise": "no {task}"}]
        step = {"try": [*self.within(depth, held), *self.random.choice([[], [{"raise": "no"}]])]}
        step["except" if self.random.random() < 0.7 else "finally"] = self.within(depth, held)
        return [step]

    def counting(self, _depth, _held):
        variable = self.random.choice(["n", "m"])
        own = self.own()
        between = [{"sleep": 1}] if self.random.random() < 0.3 else []
        return [{"read": variable, "into": own}, *between, {"write": variable, "value": f"({own} + 1) % 1000"},
                {"print": f"{{task}} counts {variable} from {{{own}}}"}]

    def locking(self, depth, held):
        free = [name for name in ("a", "b", "s") if name not in held]
        name = self.random.choice(free) if free else None
        return [{"lock": name, "steps": self.within(depth, (*held, name))}] if name else []

    def taking(self, _depth, _held):
        """Mostly what is kept for the jobs that come: until one waits in vain, and some day for ever."""
        name = self.random.choice(["a", "b", "s"])
        kind = self.random.random()
        if kind < 0.45:
            return [{"try": [{"acquire": name, "timeout": 1}, {"print": "{task} has " + name}],
                     "except": [{"print": "{task} gives up " + name}]}]
        return [{"release": name}] if kind < 0.9 else [{"acquire": name}]
