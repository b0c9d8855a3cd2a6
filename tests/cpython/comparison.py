"""Holds the engine's record of a scenario against CPython's."""
import decimal
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

import generation
import process_scenarios
from exported import run_exported
from measured import measure
from runs import REAL, VIRTUAL
from translation import read_scenario

EXPORTED = "exported"  # beside the modes: the exported program in mode coroutine

# Real runs: how long a second of the scenario takes. Whoever was not given the processor in time gets more of it.
TIME_SCALES = [0.03, 0.1, 0.3]
TOLERANCE = decimal.Decimal("0.4")  # seconds of the scenario
GIL_TIME_SCALES = [0.05, 0.1, 0.3]
GIL_TOLERANCE = 0.1  # of the makespan


class Refused(Exception):
    """The engine refused the scenario."""


def engine_output(cli, text, mode, output_format):
    done = subprocess.run([cli, "run", "-", "--mode", mode, "--format", output_format], input=text.encode(),
                          capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1):  # 1: a task failed, or the run deadlocked
        raise Refused(f"exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def engine_run(cli, text, mode):
    return json.loads(engine_output(cli, text, mode, "json"), parse_int=decimal.Decimal, parse_float=decimal.Decimal)


def with_enough_cores(text, mode):
    """The scenario where nobody waits for a core or for the GIL: CPython's virtual threads have neither."""
    if mode in ("sequential", "coroutine"):
        return text
    scenario = json.loads(text, parse_int=Verbatim, parse_float=Verbatim)
    scenario["machine"] = {"cores": len(scenario["tasks"]), "gil": False}
    return to_json(scenario)


class Verbatim(str):
    """A number as it was written."""


def to_json(value):
    if isinstance(value, Verbatim):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(to_json(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)}: {to_json(item)}' for key, item in value.items())}}}"
    return json.dumps(value)


def plain(value):
    return format(value.normalize(), "f") if isinstance(value, decimal.Decimal) else value


def lines(record):
    return [(line["task"], line["text"]) for line in record["output"]]


def timed_lines(record):
    return [(plain(line["time"]), line["task"], line["text"]) for line in record["output"]]


def tasks_beside_loop(text):
    """CPython promises no order of what they do in one moment: nor who of them is free for the next."""
    return [task["name"] for task in json.loads(text)["tasks"] if task.get("to_thread")]


def by_thread(text, record):
    """The timed lines; of those of one moment, who is beside the loop comes behind it."""
    beside = {name: position for position, name in enumerate(tasks_beside_loop(text), 1)}
    return sorted(timed_lines(record), key=lambda line: (decimal.Decimal(line[0]), beside.get(line[1], 0)))


def is_tied(text, engine, cpython):
    """Whether a thread beside the loop comes to an end in the very moment in which the loop begins or ends to be held, or
    is cancelled in it: whether the loop is told of it before or after is chance."""
    beside = tasks_beside_loop(text)
    if not beside:
        return False
    loop, *threads = engine["workers"]
    held = {moment for span in loop["spans"] for moment in (span["begin"], span["end"])}
    if any(span["end"] in held for thread in threads for span in thread["spans"]):
        return True
    return any(ours["finished"] == theirs["finished"] and "cancelled" in (ours["outcome"], theirs["outcome"])
               for ours, theirs in zip(engine["tasks"], cpython["tasks"]) if ours["name"] in beside)


def settled(engine, shared):
    """Of the final values those of variables that no two threads touched at one moment, of which the order is chance."""
    tied = {mark["variable"] for mark in engine.get("marks", [])
            if mark["kind"] == "unordered" and mark["time"] == mark["other"]["time"]}
    return {name: int(value) for name, value in shared.items() if name not in tied}


def spans(task):
    """Without the worker's name: which of several that are free takes a job is for the system to say."""
    told = []
    for span in task["spans"]:
        holds = span["holds"] if "holds" in span else span["worker"] is not None
        told.append((span["state"], span["cause"], plain(span["begin"]), plain(span["end"]), holds))
    return told


def first_difference(what, engine, cpython):
    for position, (ours, theirs) in enumerate(zip(engine, cpython)):
        if ours != theirs:
            return [f"{what} {position}: CPython {theirs}, engine {ours}"]
    if len(engine) != len(cpython):
        return [f"number of {what}s: CPython {len(cpython)}, engine {len(engine)}"]
    return []


def exported_differences(cli, text):
    """The same for the program that the scenario is exported as, of which only the lines are seen."""
    try:
        engine = engine_run(cli, text, "coroutine")
        source = engine_output(cli, text, "coroutine", "python")
    except Refused as refused:
        return [str(refused)]
    if generation.deals(text) and VIRTUAL["coroutine"](read_scenario(text))["left_open"]:
        return []
    printed = [(plain(line["time"]), line["text"]) for line in engine["output"]]
    lines, comes_to_end = run_exported(source, int(json.loads(text).get("machine", {}).get("cores", 4)))
    scenario = json.loads(text)
    is_cut = scenario.get("main") == "leaves" or scenario.get("on_error") == "cancel"
    if is_cut or tasks_beside_loop(text):
        # Several are cancelled at once there, which asyncio does in the order of a set.
        printed.sort()
        lines.sort(key=lambda line: (plain(line[0]), line[1]))
    found = first_difference("line", printed, [(plain(moment), line) for moment, line in lines])
    if comes_to_end == (engine["outcome"] == "deadlocked"):
        found.append(f"outcome: CPython {'comes to its end' if comes_to_end else 'waits for ever'}, engine {engine['outcome']}")
    return found


def differences(cli, text, mode):
    """What is not the same on the virtual clock, in words."""
    if mode == EXPORTED:
        return exported_differences(cli, text)
    text = with_enough_cores(text, mode)
    try:
        engine = engine_run(cli, text, mode)
    except Refused as refused:
        return [str(refused)]
    cpython = VIRTUAL[mode](read_scenario(text))
    if cpython["left_open"]:
        return []
    tied = mode == "coroutine" and is_tied(text, engine, cpython)
    told = (lambda record: by_thread(text, record)) if mode == "coroutine" else timed_lines
    found = first_difference("line", told(engine), told(cpython))
    if engine["outcome"] != cpython["outcome"]:
        found.append(f"outcome: CPython {cpython['outcome']}, engine {engine['outcome']}")
    # Where the only thread waits for ever, nobody submits anything, which the engine does not mind.
    goes_on = mode != "sequential" or cpython["outcome"] != "deadlocked"
    # What exactly the wait for a task is at which moment is the engine's own way to say it.
    has_spans = goes_on and not generation.deals(text)
    for ours, theirs in zip(engine["tasks"], cpython["tasks"]):
        for key in ("name", "submitted", "started", "finished", "outcome")[0 if goes_on else 2:]:
            if ours[key] != theirs[key]:
                found.append(f"{key} of {theirs['name']}: CPython {theirs[key]}, engine {ours[key]}")
        if ours["result"] != theirs["result"]:
            found.append(f"result of {theirs['name']}: CPython {theirs['result']}, engine {ours['result']}")
        if has_spans:
            found += first_difference(f"span of {theirs['name']}", spans(ours), spans(theirs))
    if goes_on and engine["makespan"] != cpython["makespan"]:
        found.append(f"makespan: CPython {cpython['makespan']}, engine {engine['makespan']}")
    if settled(engine, engine.get("shared", {})) != settled(engine, cpython["shared"]):
        found.append(f"shared: CPython {cpython['shared']}, engine {engine['shared']}")
    has_same_threads = mode != "coroutine" or not tasks_beside_loop(text)
    if has_same_threads and len(engine["workers"]) != cpython["workers"]:
        found.append(f"workers created: CPython {cpython['workers']}, engine {len(engine['workers'])}")
    return [] if tied else found


def is_spaced(record):
    """Whether moments of different tasks lie a second apart, so that lateness cannot change what happens.

    Submissions may coincide with each other: the main program makes them, in its order.
    """
    moments = [(line["time"], line["task"]) for line in record["output"]]
    for task in record["tasks"]:
        moments += [(task["submitted"], "main program"), (task["finished"], task["name"])]
    moments = sorted(moment for moment in moments if moment[0] is not None)
    return all(a[1] == b[1] or b[0] - a[0] >= 1 for a, b in zip(moments, moments[1:]))


def next_spaced_scenario(random):
    """One in which nothing depends on a few milliseconds in any of the modes."""
    while True:
        text = json.dumps(generation.spaced_scenario(random), indent=2)
        if all(is_spaced(VIRTUAL[mode](read_scenario(text))) for mode in REAL):
            return text


def real_differences(cli, text, mode):
    engine = engine_run(cli, text, mode)
    for time_scale in TIME_SCALES:
        cpython = REAL[mode](read_scenario(text), time_scale)
        found = first_difference("line", lines(engine), lines(cpython))
        late = [abs(ours["time"] - theirs["time"]) for ours, theirs in zip(engine["output"], cpython["output"])]
        late.append(abs(engine["makespan"] - cpython["makespan"]))
        if max(late) > TOLERANCE:
            found.append(f"moments differ by up to {max(late):.2f} s of the scenario")
        if len(engine["workers"]) != cpython["workers"]:
            found.append(f"workers created: CPython {cpython['workers']}, engine {len(engine['workers'])}")
        if not found:
            return []
    return found


def next_process_scenario(cli, random):
    """One in which nothing depends on a few milliseconds, nor on which process does a job."""
    kind = random.choice(process_scenarios.KINDS)
    while True:
        text = process_scenarios.ProcessScenario(random, kind).text()
        record = engine_run(cli, text, "processes")
        if record["makespan"] <= 60 and (kind == "one process" or is_spaced(record)):
            return text


def process_differences(cli, text):
    """The same of a ProcessPoolExecutor, from when its processes are ready; the engine's take no time to start here."""
    engine = engine_run(cli, text, "processes")
    for time_scale in TIME_SCALES:
        found = differences_of_processes(engine, on_processes(text, time_scale, engine["makespan"]))
        if not found:
            break
    return found


def on_processes(text, time_scale, seconds):
    """By a program of its own: where threads are, processes are not forked off safely."""
    script = pathlib.Path(__file__).with_name("real_processes.py")
    program = subprocess.Popen([sys.executable, "-B", str(script), str(time_scale), str(seconds)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, start_new_session=True)
    try:
        printed, _ = program.communicate(text.encode(), timeout=float(seconds) * time_scale + 60)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        raise
    return json.loads(printed, parse_float=decimal.Decimal)


def differences_of_processes(engine, cpython):
    """Of jobs that are not over at the end nothing else is known in CPython."""
    found, late = [], [decimal.Decimal(0)]
    over = {task["name"]: told for task, told in zip(engine["tasks"], cpython["tasks"]) if told is not None}
    for task in engine["tasks"]:
        is_over, told = task["outcome"] in ("finished", "failed"), over.get(task["name"])
        if is_over != (told is not None):
            found.append(f"{task['name']}: CPython {'comes to its end' if told else 'waits for ever'}, engine {task['outcome']}")
        elif is_over:
            late.append(abs(task["finished"] - told["finished"]))
            for key in ("outcome", "result"):
                if task[key] != told[key]:
                    found.append(f"{key} of {task['name']}: CPython {told[key]}, engine {task[key]}")
    theirs = sorted((line for told in over.values() for line in told["lines"]), key=lambda line: line[0])
    ours = [line for line in engine["output"] if line["task"] in over]
    found += first_difference("line", [(line["task"], line["text"]) for line in ours], [tuple(line[1:]) for line in theirs])
    late += [abs(line["time"] - told[0]) for line, told in zip(ours, theirs)]
    if max(late) > TOLERANCE:
        found.append(f"moments differ by up to {max(late):.2f} s of the scenario")
    if len(over) == len(engine["tasks"]) and "shared" in engine:
        last = sorted(over.values(), key=lambda told: told["finished"])
        shared = {told["process"]: told["shared"] for told in last}
        if sorted(map(sorted, (of.items() for of in shared.values()))) != sorted(
                sorted((name, int(value)) for name, value in of.items()) for of in engine["shared"]):
            found.append(f"shared: CPython {list(shared.values())}, engine {engine['shared']}")
    return found


def gil_differences(cli, text, mode):
    """How the makespan of the exported program, on this CPython with its GIL, differs from the engine's, in words.

    The clock must agree; or, where others use the processors meanwhile, must not be early, while the processor time that
    the program used does agree.
    """
    expected = float(engine_run(cli, text, mode)["makespan"])
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "program.py"
        program.write_text(engine_output(cli, text, mode, "python"), encoding="utf-8")
        for time_scale in GIL_TIME_SCALES:
            by_clock, by_processor = measure(str(program), time_scale)
            is_early = by_clock < expected * (1 - GIL_TOLERANCE)
            if not is_early and min(abs(by_clock - expected), abs(by_processor - expected)) <= expected * GIL_TOLERANCE:
                return []
    return [f"makespan: CPython {by_clock:.2f} s by the clock, {by_processor:.2f} s by its processor time, engine {expected}"]
