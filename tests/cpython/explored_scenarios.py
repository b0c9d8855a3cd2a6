"""Random scenarios whose waits can be tried in every order: there are few of them."""
from generation import Generator


class ExploredScenario(Generator):
    MOST_STEPS = 16
    MOST_IN_A_ROW = 4
    MOST_MANUAL = 3

    def __init__(self, random):
        super().__init__(random, shares=True)
        self.task_count = random.choice([1, 2, 2, 3, 3, 4])
        self.variables = ["u", "v"]  # which are called so in the program too
        # Of a length nothing counts but whether there is any.
        self.durations = random.choice([["1"], ["0", "1", "1"], ["0", "1", "1", "1", "2"]])
        self.moments = random.choice([["1"], ["1", "2"]])
        self.come_later = random.choice([0, 0.2, 0.5])
        self.verbs = random.choice(["sleep", "sleep sleep block compute"]).split()
        self.beside = random.choice([0, 0, 0, 0.4])

    def steps(self, names, room, depth):
        """Half of them behind a wait."""
        waits = [{"sleep": self.duration()}] if self.random.random() < 0.5 else []
        return waits + super().steps(names, room, depth)

    def awaitable(self):
        """Also such as others start: where they have not yet, CPython promises nothing, and nothing is compared."""
        known = super().awaitable()
        others = [name for name in self.in_order if name in self.begun and self.random.random() < 0.5]
        return known if self.is_leaf else list(dict.fromkeys(known + others))

    def main_program(self):
        """What tasks do that are started after the end of main depends on what a thread does meanwhile."""
        main = super().main_program()
        if self.beside:
            main.pop("main", None)
        return main

    def sharing(self, names, room, depth):
        """Explored are threads beside the loop that share nothing."""
        return [{"sleep": self.duration()}] if self.is_beside else super().sharing(names, room, depth)
