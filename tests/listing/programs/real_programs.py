"""Random scenarios whose tasks share things and deal with each other, as the Python programs that they are listed as, on
the host's clock: each prints what the engine's virtual run prints, wherever CPython determines that.

real_programs.py CLI COUNT [SEED]      so many in each of the modes
"""
import concurrent.futures
import json
import math
import pathlib
import random
import sys
import tempfile

from determined import left_open, moments_of
from run_programs import Expected, call_cli, generation, run_python, run_scaled

MODES = ["threads", "pool", "sequential"]
GRID = 0.3  # seconds; what a wait may last ends between the points
APART = 0.14  # so far apart the order of two moments is certain
LONGEST = 30


def spaced(value, key=""):
    """The same where all times are on the grid, and nobody needs a core."""
    if isinstance(value, list):
        return [spaced(item) for item in value]
    if isinstance(value, dict):
        return {("block" if name == "compute" else name): spaced(item, name) for name, item in value.items()}
    if isinstance(value, (int, float)) and key in ("sleep", "block", "compute"):
        return math.ceil(value / GRID) * GRID
    return round(value + GRID / 2, 9) if isinstance(value, (int, float)) and key == "timeout" else value


def with_last_look(scenario, moment):
    """One task more, that prints what the variables have come to."""
    looks = [step for name in scenario.get("shared", {}) for step in ({"read": name, "into": "v"}, {"print": name + " {v}"})]
    return {**scenario, "tasks": [*scenario["tasks"], {"name": "last", "after": moment, "steps": looks}]}


def refused_at_once(record):
    """Whether somebody came to start a task in the moment in which another one did: who was first is for the system to
    say."""
    started = {task["name"]: task["submitted"] for task in record["tasks"]}
    return any(f'"{name}" was started already' in (task["error"] or "") and task["finished"] == moment
               for name, moment in started.items() for task in record["tasks"])


def is_certain(record, scenario):
    """Whether no lateness of a few milliseconds, nor the system's choice, can change anything."""
    moments = sorted({moment for task in record["tasks"] for moment in moments_of(task, record)})
    return not (left_open(record, scenario) or refused_at_once(record)) and all(b - a > APART for a, b in zip(moments, moments[1:]))


def candidates(cli, source, mode):
    """(text, record) of one after the other that lends itself to it."""
    while True:
        text = generation.Generator(source, shares=True).scenario()
        if '"after"' in text or not (generation.deals(text) or generation.shares(text)):
            continue  # which task comes first of one that is started and one that arrives is for the clock to say
        scenario = spaced(json.loads(text))
        record = run(cli, scenario, mode)
        if record["makespan"] > LONGEST:
            continue
        scenario = with_last_look(scenario, math.ceil(record["makespan"]) + 1)
        record = run(cli, scenario, mode)
        if is_certain(record, scenario):
            yield json.dumps(scenario), record


def run(cli, scenario, mode):
    return json.loads(call_cli(cli, "-", "--mode", mode, "--format", "json", text=json.dumps(scenario).encode()))


def difference(cli, text, record, path):
    call_cli(cli, "-", "--mode", record["mode"], "--format", "python", "-o", str(path), text=text.encode())
    return run_scaled(run_python(path), Expected(record))


def main():
    cli, count, seed = sys.argv[1], int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "1"
    found, outcomes = [], {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(4) as pool:
        runs = []
        for mode in MODES:
            chosen = candidates(cli, random.Random(f"{seed}:{mode}"), mode)
            for number, (text, record) in zip(range(count), chosen):
                path = pathlib.Path(folder) / f"{mode}_{number}.py"
                runs.append((mode, text, pool.submit(difference, cli, text, record, path)))
                outcomes[mode, record["outcome"]] = outcomes.get((mode, record["outcome"]), 0) + 1
        for mode, text, told in runs:
            if told.result():
                found.append(f"{mode}: {told.result()}\n{text}")
    print("\n".join(found[:5]))
    print(f"{len(runs)} programs, {len(found)} deviations; {outcomes}")
    return 1 if found or not runs else 0


sys.exit(main())
