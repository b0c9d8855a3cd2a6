"""From a scenario file to the Python program that somebody would write for it."""
import decimal
import json
import re


class Number(decimal.Decimal):
    """A number that is exact and prints as it was written."""

    def __new__(cls, text):
        self = super().__new__(cls, text)
        self.text = text
        return self

    def __str__(self):
        return self.text


def whole(value):
    if isinstance(value, (int, Number)):
        return int(value)
    raise TypeError("it is no number")


def as_value(value):
    return int(value) if isinstance(value, Number) else value


def read_scenario(text):
    """The scenario as plain data. Comments are allowed in it, as in every scenario."""
    string_or_comment = r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/'
    text = re.sub(string_or_comment, lambda found: found[0] if found[0][0] == '"' else " ", text, flags=re.S)
    return json.loads(text, parse_int=Number, parse_float=Number)


def pieces(template):
    """("text", characters) and ("name", of a placeholder) in turn."""
    for found in re.finditer(r"\{\{|\}\}|\{([^{}]+)\}|[^{}]+", template):
        if found[1] is not None:
            yield "name", found[1]
        else:
            yield "text", {"{{": "{", "}}": "}"}.get(found[0], found[0])


# The steps that are about something shared, and whether they wait for others.
SHARING = {"read": False, "write": False, "lock": True, "acquire": True, "release": False, "put": True, "get": True}


class Program:
    """The source of one scenario's program: with coroutines, or with functions for everything else.

    What it expects around it is `task`, given to each function, with print, sleep, block and compute, and with what it
    does to things that tasks share.
    """

    def __init__(self, scenario, *, is_async):
        self.is_async = is_async
        self.lines = []
        beside = {task.get("call") for task in scenario["tasks"] if task.get("to_thread")}
        functions = list(scenario.get("functions", {}).items())
        numbers = {name: number for number, (name, _) in enumerate(functions)}
        self.functions = {name: (f"function_{number}", function.get("parameters", []))
                          for number, (name, function) in enumerate(functions)}
        for number, (name, function) in enumerate(functions):
            self.begin_kind(is_beside=name in beside)
            self.add_function(f"function_{number}", function.get("parameters", []), function["steps"])
        for number, (name, _) in enumerate(functions):
            self.lines.append(f"function_{number}.__qualname__ = {name!r}")
        self.lines.append("TASKS = []")
        for number, task in enumerate(scenario["tasks"]):
            if "call" in task:
                of_function = functions[numbers[task["call"]]][1].get("parameters", [])
                arguments = [self.argument(task["arguments"][name], task["name"]) for name in of_function]
                self.add_task(task, f"function_{numbers[task['call']]}", arguments)
            else:
                self.begin_kind(is_beside=task.get("to_thread", False))
                self.add_function(f"task_{number}", [], task["steps"])
                self.add_task(task, f"task_{number}", [])
        self.source = "\n".join(self.lines) + "\n"

    def begin_kind(self, *, is_beside):
        """Beside a loop there are plain functions."""
        self.define, self.wait = ("async def", "await ") if self.is_async and not is_beside else ("def", "")

    def add_function(self, name, parameters, steps):
        names = {parameter: f"argument_{number}" for number, parameter in enumerate(parameters)}
        self.lines.append(f"{self.define} {name}({', '.join(['task', *names.values()])}):")
        self.add_steps(steps, names, 1)

    def add_task(self, task, function, arguments):
        after = None if task.get("manual") else self.literal(task.get("after", Number("0")))
        timeout = self.literal(task["timeout"]) if "timeout" in task else None
        self.lines.append(f"TASKS.append(({task['name']!r}, {after}, {timeout}, {function}, [{', '.join(arguments)}]))")

    def argument(self, value, task_name):
        if isinstance(value, Number):
            return self.literal(value)
        return repr("".join(task_name if kind == "name" else text for kind, text in pieces(value)))

    def add_steps(self, steps, names, depth):
        indent = "    " * depth
        for step in steps:
            if "print" in step:
                parts = [self.variable(text, names) if kind == "name" else repr(text)
                         for kind, text in pieces(step["print"])]
                self.lines.append(f"{indent}task.print({', '.join(parts)})")
            elif "repeat" in step:
                counter = f"index_{depth}"
                inner = {**names, step["index"]: counter} if "index" in step else names
                self.lines.append(f"{indent}for {counter} in range(int({self.amount(step['repeat'], names)})):")
                self.add_steps(step["steps"], inner, depth + 1)
            elif "set" in step:
                self.lines.append(f"{indent}own_{step['set']} = {self.handed_on(step['value'], names)}")
            elif "while" in step:
                self.lines.append(f"{indent}while {self.made(step['while'], names)}:")
                self.add_steps(step["steps"], names, depth + 1)
            elif "if" in step:
                self.lines.append(f"{indent}if {self.made(step['if'], names)}:")
                self.add_steps(step["steps"], names, depth + 1)
                self.lines.append(f"{indent}else:")
                self.add_steps(step.get("else", []), names, depth + 1)
            elif kind := next(iter(SHARING.keys() & step.keys()), None):
                self.add_sharing(step, kind, names, depth)
            elif "call" in step:
                self.add_call(step, names, indent)
            elif "try" in step:
                self.add_try(step, names, depth)
            elif any(kind in step for kind in ("start", "await", "as_completed", "return", "raise", "cancel")):
                self.add_dealing(step, names, depth)
            else:
                (verb, amount), = step.items()
                wait = self.wait if verb == "sleep" else ""
                self.lines.append(f"{indent}{wait}task.{verb}({self.amount(amount, names)})")
        if not steps:
            self.lines.append(f"{indent}pass")

    def add_sharing(self, step, kind, names, depth):
        name = step[kind]
        told = names[name[1:-1]] if name.startswith("{") else repr(name)
        value = f", {self.made(step['value'], names)}" if "value" in step else ""
        if "timeout" in step:
            value += f", timeout={self.amount(step['timeout'], names)}"
        into = f"own_{step['into']} = " if "into" in step else ""
        wait = self.wait if SHARING[kind] else ""
        indent = "    " * depth
        if kind == "lock":
            self.lines.append(f"{indent}{'async ' if self.wait else ''}with task.lock({told}):")
            self.add_steps(step["steps"], names, depth + 1)
        else:
            self.lines.append(f"{indent}{into}{wait}task.{kind}({told}{value})")

    def add_call(self, step, names, indent):
        function, parameters = self.functions[step["call"]]
        passed = [self.passed(step["arguments"][parameter], names) for parameter in parameters]
        call = f"{function}({', '.join(['task', *passed])})"
        if step.get("forget") and self.wait:
            self.lines.append(f"{indent}task.drop({call})")
        else:
            into = f"own_{step['into']} = " if "into" in step else ""
            self.lines.append(f"{indent}{into}{self.wait}{call}")

    def passed(self, value, names):
        if isinstance(value, Number):
            return self.literal(value)
        parts = list(pieces(value))
        return self.variable(parts[0][1], names) if parts and parts[0][0] == "name" else repr("".join(t for _, t in parts))

    def add_try(self, step, names, depth):
        indent = "    " * depth
        self.lines.append(f"{indent}try:")
        self.add_steps(step["try"], names, depth + 1)
        if "except" in step:
            self.lines.append(f"{indent}except Exception as error:")
            self.lines.append(f"{indent}    task.takes(error)")
            self.add_steps(step["except"], names, depth + 1)
        if "finally" in step:
            self.lines.append(f"{indent}finally:")
            self.add_steps(step["finally"], names, depth + 1)

    def add_dealing(self, step, names, depth):
        indent = "    " * depth
        if "start" in step:
            self.lines.append(f"{indent}task.start({step['start']!r})")
        elif "cancel" in step:
            self.lines.append(f"{indent}task.cancel({step['cancel']!r})")
        elif "return" in step:
            self.lines.append(f"{indent}return {self.handed_on(step['return'], names)}")
        elif "raise" in step:
            parts = [f"str({self.variable(text, names)})" if kind == "name" else repr(text)
                     for kind, text in pieces(step["raise"])]
            self.lines.append(f"{indent}raise RuntimeError({' + '.join(parts) or repr('')})")
        elif "await" in step:
            timeout = self.amount(step["timeout"], names) if "timeout" in step else None
            into = step.get("into", [])
            given = "".join(f"own_{name}, " for name in into) if isinstance(into, list) else f"own_{into}"
            verb = "await_all" if isinstance(step["await"], list) else "await_one"
            self.lines.append(f"{indent}{given and given + ' = '}{self.wait}task.{verb}({step['await']!r}, {timeout})")
        else:
            self.lines.append(f"{indent}for future_{depth} in task.as_completed({step['as_completed']!r}):")
            self.lines.append(f"{indent}    own_{step['into']} = {self.wait}task.result_of(future_{depth})")
            self.add_steps(step["steps"], names, depth + 1)

    def amount(self, value, names):
        return self.literal(value) if isinstance(value, Number) else names[value[1:-1]]

    @staticmethod
    def variable(name, names):
        return "task.name" if name == "task" else names.get(name, f"own_{name}")

    def made(self, expression, names):
        """An expression of the task's own values. Arguments in it are whole numbers, however they are written."""
        if isinstance(expression, Number):
            return f"int({self.literal(expression)})"
        if expression.startswith("{"):
            return f"whole({self.variable(expression[1:-1], names)})"
        return re.sub(r"[A-Za-z_]\w*", lambda found: found[0] if found[0] in ("and", "or", "not")
                      else f"whole({self.variable(found[0], names)})", expression)

    def handed_on(self, expression, names):
        """The same, where a name alone stands for what is no number too."""
        if not isinstance(expression, Number) and re.fullmatch(r"[A-Za-z_]\w*|\{[^{}]*\}", expression):
            return f"as_value({self.variable(expression.strip('{}'), names)})"
        return self.made(expression, names)

    @staticmethod
    def literal(number):
        return f"Number({number.text!r})"

    def tasks(self):
        """(name, after, timeout, function, arguments) in the order of the file."""
        namespace = {"Number": Number, "whole": whole, "as_value": as_value}
        exec(compile(self.source, "<scenario>", "exec"), namespace)
        return namespace["TASKS"]
