"""Random scenarios, as text: short, and full of things that happen at the same moment."""
import json
import re

from calls import Calls
from dealings import Dealings, deals

# The same number written in several ways: they print as they are written.
SPELLINGS = ["{}", "{}", "{}", "{}0", "{}e0", "{}E+0"]
SHARING = ("read", "write", "lock", "acquire", "release", "put", "get")


def shares(text):
    return re.search(rf'"({"|".join(SHARING)})":', text) is not None


class Generator(Calls, Dealings):
    """`shares`: the tasks share things; and half of the time deal with each other besides. Then the main program goes by
    their ends, and some have so much time."""

    MOST_STEPS = 60  # of a task, with its repeats
    MOST_IN_A_ROW = 4

    def __init__(self, random, *, shares=False):
        self.random = random
        self.deals = random.choice([0, 0.2, 0.4, 0.6]) if shares else 0  # how many of the steps are about other tasks
        self.task_count = random.randint(1, 7)
        self.started = []
        self.calls = random.choice([0, 0.1, 0.3])  # how many of the steps call functions
        self.doubtful = set()  # of the task's own values
        self.shares = random.choice([0.15, 0.4, 0.7]) if shares else 0  # how many of the steps are about shared things
        self.variables = ["n", "the number"]
        self.semaphores = ["s", "signal"]
        self.queues = ["q", "x"]
        self.locks = ["m", "n", *self.semaphores]
        # Few different durations make many ties, and so do multiples of one.
        unit = random.choice(["1", "1", "0.5", "0.1", "0.3", "0.000000001", "9000"])
        few = random.choice([(0, 1, 1, 2, 3, random.randint(4, 9)), (0, 0, 0, 1, 3)])
        self.durations = [self.times(unit, factor) for factor in few]
        # Tasks come while others sleep until that moment, while they hold the loop, and several at once.
        few = random.choice([(0, 1, 1, 2, 3, 4), (1, 2), (1, 2, 2, 3)])
        self.moments = [self.times(unit, factor) for factor in few]
        self.come_later = random.choice([0.2, 0.5, 0.8, 1])
        self.verbs = random.choice(["sleep", "sleep block", "sleep block block", "sleep sleep block compute",
                                    "sleep compute"]).split()
        if unit == "9000":
            self.verbs = ["sleep", "block"]  # such computations have too many time slices
        self.is_beside = False  # what is made is for a thread beside the loop
        self.beside = random.choice([0, 0, 0.3, 0.7]) if shares else 0  # how many of the tasks are

    @staticmethod
    def times(unit, factor):
        if "." not in unit:
            return str(int(unit) * factor)
        decimals = len(unit) - 2
        digits = str(int(unit[2:]) * factor).zfill(decimals + 1)
        return f"{digits[:-decimals]}.{digits[-decimals:]}"

    def number(self, text):
        """A number that appears in the file just as it is given."""
        return f"@@{text}@@"

    def duration(self):
        return self.spelled(self.random.choice(self.durations))

    def spelled(self, text):
        spellings = SPELLINGS if "." in text else ["{}", "{}", "{}.0", "{}e0"]
        return self.number(self.random.choice(spellings).format(text))

    def scenario(self):
        names = [f"t{number}" for number in range(self.task_count)]
        later = [name for name in names if self.random.random() < self.come_later]
        self.at_once = [name for name in names if name not in later]
        if self.deals:
            self.begin_dealings()
        functions = self.called_functions = {}
        for number in range(self.random.randint(0, 3)):
            self.calls_left = 2
            functions[f"f{number}"] = self.function()
        if self.beside:
            self.is_beside = True
            self.calls_left = 0
            functions["g"] = self.function()
            self.is_beside = False
        tasks = [self.task(name, functions) for name in names]
        for task in tasks:
            if task["name"] in later:
                task["after"] = self.spelled(self.random.choice(self.moments))
        if self.deals:
            tasks += self.manual_tasks(functions)
            for task in tasks:
                if self.random.random() < 0.15:
                    task["timeout"] = self.duration()
            self.random.shuffle(tasks)
        scenario = {"interleave": 1, "title": "Random", **self.main_program(), **self.declarations(), "functions": functions, "tasks": tasks,
                    "max_workers": self.random.randint(1, 4),
                    "machine": {"cores": self.random.choice([1, 2, 16])}}
        if self.beside:
            scenario["machine"]["gil"] = False  # which nobody would wait for here
        return re.sub(r'"@@(.*?)@@"', r"\1", json.dumps(scenario, indent=2))

    def function(self):
        self.owns = []
        if self.deals:
            self.begin_task(None)
        known = ["seconds", "times", "item", "i"] + (["dish"] if self.deals else [])
        parameters = self.random.sample(known, self.random.randint(0, 4))
        if self.shares:
            parameters += self.random.sample(["variable", "lock", "queue"], self.random.randint(0, 3))
        return {"parameters": parameters, "steps": self.steps(parameters, self.MOST_STEPS, 0)}

    def task(self, name, functions):
        task = {"name": name}
        self.is_beside = self.random.random() < self.beside
        if self.is_beside:
            task["to_thread"] = True
        functions = {name: function for name, function in functions.items() if (name == "g") == self.is_beside}
        if functions and self.random.random() < 0.7:
            task["call"] = self.random.choice(list(functions))
            values = {"seconds": self.duration(), "times": self.number(self.random.choice(["0", "1", "2", "3", "3e0"])),
                      "i": self.number(self.random.randint(0, 3)),
                      "dish": self.random.choice(["soup", "é", "12", self.number("7")]),
                      "item": self.random.choice(["cake", "{{{task}}}", "a\t\"b\"", "", "é€😀", self.number("-1.50")]),
                      "variable": self.random.choice(self.variables), "lock": self.random.choice(self.locks),
                      "queue": self.random.choice(self.queues)}
            parameters = functions[task["call"]]["parameters"]
            if parameters:
                task["arguments"] = {parameter: values[parameter] for parameter in parameters}
        else:
            self.owns = []
            self.calls_left = 2
            if self.deals:
                self.begin_task(name)
            task["steps"] = self.steps([], self.MOST_STEPS, 0)
        self.is_beside = False
        return task

    def steps(self, names, room, depth):
        steps = []
        for _ in range(self.random.randint(0 if depth else 1, self.MOST_IN_A_ROW)):
            if room < 1:
                break
            if self.deals and self.random.random() < self.deals:
                steps += self.dealing(names, room // 3, depth)
                room -= max(4, room // 3)
                continue
            if self.shares and self.random.random() < self.shares:
                steps += self.sharing(names, room // 3, depth)
                room -= max(4, room // 3)
                continue
            if self.may_call(depth) and self.random.random() < self.calls:
                steps.append(self.call(names))
                room -= 10
                continue
            kind = self.random.random()
            if kind < 0.4:
                steps.append({"print": self.text(names)})
                room -= 1
            elif kind < 0.48:
                steps.append(self.setting(names))
                room -= 1
            elif kind < 0.55 and depth < 3:
                steps += self.decision(names, room // 4, depth)
                room -= room // 4 * 4
            elif kind < 0.87 or depth == 3:
                numbers = [name for name in names if name not in ("item", "dish", "variable", "lock", "queue")]
                amount = self.duration()
                if numbers and self.random.random() < 0.3:
                    amount = f"{{{self.random.choice(numbers)}}}"
                verbs = ["sleep", "block"] if self.is_beside else self.verbs
                steps.append({self.random.choice(verbs): amount})
                room -= 1
            else:
                steps.append(self.repeat(names, room // 3, depth))
                room -= room // 3 * 3
        return steps

    def repeat(self, names, room, depth):
        step = {"repeat": self.number(self.random.choice(["0", "1", "2", "2", "3", "3.0"]))}
        counts = [name for name in names if name in ("times", "i") or name.startswith("index")]
        if counts and self.random.random() < 0.3:
            step["repeat"] = f"{{{self.random.choice(counts)}}}"
        inner = names
        if self.random.random() < 0.7:
            step["index"] = f"index {depth}"
            inner = [*names, step["index"]]
        before = self.known()
        step["steps"] = self.steps(inner, room, depth + 1)
        self.know(before)
        return step

    def known(self):
        """What is certain here: the values that the task has, and the tasks that it has started."""
        return list(self.owns), list(self.started)

    def know(self, known):
        self.owns, self.started = list(known[0]), list(known[1])

    def declarations(self):
        if not self.shares:
            return {}
        return {"shared": {name: self.random.randint(-9, 9) for name in self.variables},
                "semaphores": {name: self.random.randint(0, 2) for name in self.semaphores},
                "queues": {name: self.random.randint(0, 3) for name in self.queues}}

    def sharing(self, names, room, depth):
        """Mostly what goes well: else nearly all runs would end in a deadlock."""
        variable, lock, queue = self.told("variable", names), self.told("lock", names), self.told("queue", names)
        kind = self.random.random() * (0.35 if self.is_beside else 1)
        if kind < 0.1:
            return [{"read": variable, "into": self.own()}]
        if kind < 0.2:
            return [{"write": variable, "value": self.value(names)}]
        if kind < 0.35:
            between = [{"sleep": self.duration()}] if self.random.random() < 0.6 else []
            own = self.own()
            return [{"read": variable, "into": own}, *between, {"write": variable, "value": f"({own} + 1) % 1000"}]
        if kind < 0.6 and depth < 3:
            return [{"lock": lock, "steps": self.steps(names, room, depth + 1)}]
        if kind < 0.7:
            return [{"acquire": lock, **self.in_time()}, *self.steps(names, room, 3), {"release": lock}]
        if kind < 0.76:
            return [self.random.choice([{"acquire": lock, **self.in_time()}, {"release": lock}, {"release": lock}])]
        if kind < 0.9:
            return [{"put": queue, "value": self.value(names), **self.in_time()}]
        return [{"get": queue, "into": self.own(), **self.in_time()}]

    def in_time(self):
        return self.timeout() if self.deals else {}

    def told(self, kind, names):
        if kind in names and self.random.random() < 0.5:
            return f"{{{kind}}}"
        return self.random.choice({"variable": self.variables, "lock": self.locks, "queue": self.queues}[kind])

    def own(self):
        name = self.random.choice(["x", "y", "value_1"])
        self.note_own(name)
        self.doubtful.discard(name)
        return name

    def note_own(self, name):
        if name not in self.owns:
            self.owns.append(name)

    def value(self, names):
        """Values stay small, so that no program has them beyond 64 bits."""
        return self.random.choice([self.number(self.random.randint(-9, 9)), f"({self.expression(names)}) % 1000"])

    def setting(self, names):
        value = self.value(names)
        return {"set": self.own(), "value": value}

    def expression(self, names, depth=0):
        sure = [name for name in self.owns if name not in self.doubtful or self.random.random() < 0.1]
        known = [*sure, *(name for name in names if name in ("i", "times"))]
        kind = self.random.random()
        if depth == 3 or kind < 0.3:
            return self.random.choice([str(self.random.randint(0, 9)), *known, *known])
        if kind < 0.4:
            return f"-{self.random.choice(['3', *known])}"
        if kind < 0.6:
            return f"{self.expression(names, depth + 1)} {self.random.choice(['//', '%'])} {self.random.choice('1234')}"
        one, other = self.expression(names, depth + 1), self.expression(names, depth + 1)
        return f"{one} {self.random.choice('+-')} ({other})" if kind < 0.85 else f"({one}) * ({other})"

    def condition(self, names):
        compared = [f"{self.expression(names, 2)} {self.random.choice(['==', '!=', '<', '<=', '>', '>='])} "
                    f"{self.expression(names, 2)}" for _ in range(2)]
        return self.random.choice([compared[0], f"not {compared[0]}", self.expression(names, 2),
                                   f"{compared[0]} {self.random.choice(['and', 'or'])} {compared[1]}"])

    def decision(self, names, room, depth):
        """An if; or a while of a few rounds, behind what it counts with."""
        before = self.known()
        if self.random.random() < 0.5:
            step = {"if": self.condition(names), "steps": self.steps(names, room, depth + 1)}
            behind = self.known()
            self.know(before)
            if self.random.random() < 0.6:
                step["else"] = self.steps(names, room, depth + 1)
                self.know([[name for name in one if name in other] for one, other in zip(behind, self.known())])
            return [step]
        counter = f"round_{depth}"
        self.owns.append(counter)
        inner = self.steps(names, room, depth + 1)
        self.know(before)
        self.owns.append(counter)
        more = f" and ({self.condition(names)})" if self.random.random() < 0.3 else ""
        return [{"set": counter, "value": self.random.randint(0, 3)},
                {"while": f"{counter} > 0{more}", "steps": [*inner, {"set": counter, "value": f"{counter} - 1"}]}]

    def text(self, names):
        known = ["task", *names, *self.owns]
        parts = [self.random.choice(["", "on ", "{{", "}}", "\t>> ", "ü", f"{{{self.random.choice(known)}}}",
                                     f"{{{self.random.choice(known)}}}"]) for _ in range(self.random.randint(1, 4))]
        return "".join(parts)


def spaced_scenario(random):
    """A scenario in whole seconds: in some of them no two tasks do anything at one moment."""
    tasks = []
    for number in range(random.randint(3, 5)):
        name = "abcde"[number]
        steps = [{"sleep": random.randint(1, 9)}]
        for _ in range(random.randint(1, 2)):
            steps.append({"print": f"{{task}} {len(steps)}"})
            steps.append({random.choice(["sleep", "sleep", "block", "compute"]): random.randint(1, 9)})
        if random.random() < 0.2:
            steps = [{"repeat": 2, "index": "i", "steps": [{"print": "{task} again {i}"}, *steps]}]
        task = {"name": name, "steps": steps}
        if random.random() < 0.6:
            task["after"] = random.randint(0, 8)
        if random.random() < 0.3:
            task["to_thread"] = True
        tasks.append(task)
    return {"interleave": 1, "title": "Spaced", "tasks": tasks, "max_workers": random.randint(1, 3),
            "machine": {"cores": 16, "gil": False}}


def computing_scenario(random):
    """Tasks that load something and then compute, some of them again and again: the GIL is wanted by many at once.

    What they come to depends little on whom of those that want it CPython lets go first.
    """
    tasks = []
    for number in range(random.randint(2, 4)):
        work = [{"sleep": random.choice([0, 0.5, 1])}, {"print": "{task} begins"}, {"compute": random.randint(1, 4) / 2}]
        if random.random() < 0.3:
            work = [{"repeat": random.randint(2, 3), "steps": work}]
        tasks.append({"name": "abcd"[number], "steps": work, "after": random.choice([0, 0, 0.25]),
                      "to_thread": random.random() < 0.4})
    return {"interleave": 1, "title": "Computing", "tasks": tasks, "max_workers": 2,
            "machine": {"cores": 4, "time_slice": random.choice([0.1, 0.25])}}
