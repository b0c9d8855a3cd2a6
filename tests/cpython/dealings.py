"""Random steps by which tasks start, await and cancel each other, fail, and handle that.

What CPython leaves open is not among them: nobody awaits a task that nobody may have started, or in a circle; and of the
tasks that somebody takes as they end at most one may be over before.
"""
import json
import re

WORDS = ("start", "await", "as_completed", "return", "raise", "try", "cancel", "timeout", "launch", "on_error", "main")


def deals(text):
    return re.search(rf'"({"|".join(WORDS)})":', text) is not None


class Dealings:
    """Of a Generator. Each task awaits only such as come behind it in the order of these names."""

    MOST_MANUAL = 6

    def begin_dealings(self):
        self.others = [f"t{number}" for number in range(self.task_count)]
        self.manual = [f"m{number}" for number in range(self.random.randint(1, self.MOST_MANUAL))]
        self.begun = set()  # by anybody
        self.leaves = self.manual[-2:]  # await nobody, so that functions may, whoever calls them
        self.begin_task(None)

    def begin_task(self, name):
        """None: a function."""
        order = self.others + self.manual
        self.in_order = self.leaves if name is None else order[order.index(name) + 1:]
        self.is_leaf = name in self.leaves
        self.is_function = name is None
        self.started = []

    def main_program(self):
        """What the file says of it; and some tasks have so much time."""
        if not self.deals or self.random.random() < 0.5:
            return {}
        return {"launch": self.random.choice(["together", "together", "one_by_one"]),
                "on_error": self.random.choice(["collect", "first", "cancel"]),
                "main": self.random.choice(["stays", "stays", "leaves"])}

    def manual_tasks(self, functions):
        tasks = []
        for name in self.manual:
            task = self.task(name, {} if name in self.leaves else functions)
            task.pop("after", None)
            tasks.append({**task, "manual": True})
        return tasks

    def awaitable(self):
        """Those that surely have been submitted."""
        if self.is_leaf:
            return []
        there = [] if self.is_function else [name for name in self.at_once if name in self.in_order]
        return there + [name for name in self.started if name in self.in_order]

    def timeout(self):
        return {"timeout": self.duration()} if self.random.random() < 0.3 else {}

    def dealing(self, names, room, depth):
        kind = self.random.uniform(0.69 if self.is_beside else 0, 1)
        if kind < 0.15:
            return self.starting()
        if kind < 0.45:
            return self.awaiting()
        if kind < 0.57:
            return self.taking_each(names, room, depth)
        if kind < 0.69:
            return [{"cancel": self.random.choice(self.others + self.manual)}]
        if kind < 0.72:
            return [{"raise": self.text(names)}]
        if kind < 0.78:
            return [{"return": self.returned(names)}]
        return self.attempt(names, room, depth)

    def starting(self):
        """Mostly one that nobody else starts: a second start is a failure."""
        fresh = [name for name in self.manual if name not in self.begun]
        if not fresh and self.random.random() < 0.8:
            return [{"sleep": self.duration()}]
        return [self.start(self.random.choice(fresh or self.manual))]

    def start(self, name):
        self.begun.add(name)
        if name not in self.started:
            self.started.append(name)
        return {"start": name}

    def awaiting(self):
        known = self.awaitable()
        before = []
        if not known or self.random.random() < 0.3:
            before = self.starting()
            known = self.awaitable()
        if not known:
            return before
        if self.random.random() < 0.5:
            step = {"await": self.random.choice(known)}
            if self.random.random() < 0.7:
                step["into"] = self.doubtful_own()
            return [*before, {**step, **self.timeout()}]
        tasks = self.random.sample(known, self.random.randint(1, min(3, len(known))))
        step = {"await": tasks, **self.timeout()}
        if self.random.random() < 0.6:
            step["into"] = self.random.sample(["x", "y", "value_1"], len(tasks))
            for name in step["into"]:
                self.note_own(name)
                self.doubtful.add(name)
        return [*before, step]

    def doubtful_own(self):
        """Its value may be no number, of which nothing is to be made."""
        name = self.own()
        self.doubtful.add(name)
        return name

    def taking_each(self, names, room, depth):
        """Of tasks that begin just before, but for one at most."""
        can_await = [name for name in self.manual if name in self.in_order and not self.is_leaf]
        if not can_await or depth == 3:
            return self.starting()
        fresh = [name for name in can_await if name not in self.begun]
        if len(fresh) > 1 or self.random.random() < 0.8:
            can_await = fresh
        if not can_await:
            return self.starting()
        tasks = self.random.sample(can_await, self.random.randint(1, min(3, len(can_await))))
        steps = [self.start(name) for name in tasks]
        if self.random.random() < 0.3:
            steps.insert(1, {self.random.choice(["sleep", "block"]): self.duration()})
        own = self.doubtful_own()
        known = self.known()
        body = self.steps(names, room, depth + 1)
        self.know(known)
        return [*steps, {"as_completed": self.random.sample(tasks, len(tasks)), "into": own, "steps": body}]

    def returned(self, names):
        passed_on = [*self.owns, *(f"{{{name}}}" for name in names if name == "dish")]
        if passed_on and self.random.random() < 0.5:
            return self.random.choice(passed_on)
        return self.value(names)

    def attempt(self, names, room, depth):
        """What is certain behind it is what is on every way."""
        if depth == 3:
            return [{"raise": "here"}]
        before = self.known()
        step = {"try": self.steps(names, room, depth + 1)}
        behind = self.known()
        has_except = self.random.random() < 0.75
        if has_except:
            self.know(before)
            step["except"] = self.steps(names, room, depth + 1)
            behind = [[name for name in one if name in other] for one, other in zip(behind, self.known())]
        if not has_except or self.random.random() < 0.4:
            self.know(before)
            step["finally"] = self.steps(names, room, depth + 1)
            behind = [one + [name for name in other if name not in one] for one, other in zip(behind, self.known())]
        self.know(behind)
        return [step]
