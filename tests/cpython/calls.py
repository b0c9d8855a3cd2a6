"""Random steps that call functions: those of the file that come before, so that none calls itself."""

DEEPEST = 1  # so that all that is within each other stays within the limit


class Calls:
    """Of a Generator."""

    def may_call(self, depth):
        is_leaf = self.deals and self.is_leaf  # whoever awaits nobody calls nobody who does
        is_here = not self.is_beside  # where only plain functions are called
        return depth <= DEEPEST and self.calls_left > 0 and bool(self.coroutines()) and not is_leaf and is_here

    def coroutines(self):
        return [name for name in self.called_functions if name != "g"]

    def call(self, names):
        self.calls_left -= 1
        name = self.random.choice(self.coroutines())
        step = {"call": name}
        parameters = self.called_functions[name]["parameters"]
        if parameters:
            step["arguments"] = {parameter: self.passed(parameter, names) for parameter in parameters}
        kind = self.random.random()
        if kind < 0.2:
            step["forget"] = True
        elif kind < 0.7:
            step["into"] = self.doubtful_own()
        return step

    def passed(self, parameter, names):
        """What stands there, or what the caller was given for something of the kind, or has itself."""
        indexes = [name for name in names if name.startswith("index")]
        known = {"seconds": ["seconds", "times", "i", *indexes], "times": ["times", "i", *indexes],
                 "i": ["i", "times", *indexes], "dish": ["dish", *indexes, *self.owns],
                 "item": ["item", "dish", "i", "times", "seconds", *indexes, *self.owns],
                 "variable": ["variable"], "lock": ["lock"], "queue": ["queue"]}[parameter]
        known = [name for name in known if name in names or name in self.owns]
        if known and self.random.random() < 0.6:
            return f"{{{self.random.choice(known)}}}"
        values = {"seconds": self.duration(), "times": self.number(self.random.choice(["0", "1", "2", "2e0"])),
                  "i": self.number(self.random.randint(0, 3)),
                  "dish": self.random.choice(["soup", "é", "12", self.number("7")]),
                  "item": self.random.choice(["cake", "{{x}}", "a\t\"b\"", "", "é€", self.number("-1.50")]),
                  "variable": self.random.choice(self.variables), "lock": self.random.choice(self.locks),
                  "queue": self.random.choice(self.queues)}
        return values[parameter]
