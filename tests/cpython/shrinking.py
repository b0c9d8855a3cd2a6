"""Makes a scenario smaller as long as it keeps what is interesting about it."""
from comparison import Verbatim, to_json
import json


def smaller(value, path=()):
    """Scenarios with one thing less: a task, a function that nobody calls, a step, an "after", or a repeat opened."""
    scenario = value
    for number in range(len(scenario["tasks"])):
        if len(scenario["tasks"]) > 1:
            yield {**scenario, "tasks": scenario["tasks"][:number] + scenario["tasks"][number + 1:]}
        task = scenario["tasks"][number]
        if "after" in task:
            yield with_task(scenario, number, {key: task[key] for key in task if key != "after"})
        for steps in smaller_steps(task.get("steps", [])):
            yield with_task(scenario, number, {**task, "steps": steps})
    functions = scenario.get("functions", {})
    for name, function in functions.items():
        if all(task.get("call") != name for task in scenario["tasks"]):
            yield {**scenario, "functions": {key: functions[key] for key in functions if key != name}}
        for steps in smaller_steps(function["steps"]):
            yield {**scenario, "functions": {**functions, name: {**function, "steps": steps}}}


def with_task(scenario, number, task):
    return {**scenario, "tasks": scenario["tasks"][:number] + [task] + scenario["tasks"][number + 1:]}


def smaller_steps(steps):
    for number, step in enumerate(steps):
        before, behind = steps[:number], steps[number + 1:]
        yield before + behind
        for key in ("steps", "else", "try", "except", "finally"):
            if key not in step:
                continue
            yield before + step[key] + behind
            for body in smaller_steps(step[key]):
                yield before + [{**step, key: body}] + behind
        for key in ("timeout", "else", "except", "finally"):
            is_needed = "try" in step and ("except" in step) != ("finally" in step)
            if key in step and not (is_needed and key != "timeout"):
                yield before + [{name: value for name, value in step.items() if name != key}] + behind


def shrunk(text, is_interesting):
    scenario = json.loads(text, parse_int=Verbatim, parse_float=Verbatim)
    progress = True
    while progress:
        progress = False
        for candidate in smaller(scenario):
            differences = is_interesting(to_json(candidate))
            if differences and not differences[0].startswith("exit code"):
                scenario, progress = candidate, True
                break
    return to_json(scenario)
