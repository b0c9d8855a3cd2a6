"""Runs the programs that scenarios are listed as, and holds what they print against the engine's virtual run.

run_programs.py CLI python SCENARIO...             each scenario in every mode in which it can run, by this Python
run_programs.py CLI cpp COMPILER SCENARIO...       the same in C++, compiled by COMPILER
run_programs.py CLI random COUNT [SEED]            random scenarios in Python
run_programs.py CLI names                          a scenario that is named like everything in Python
"""
import builtins
import concurrent.futures
import io
import json
import keyword
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import typing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "cpython"))
import generation
from compiling import Compiler, NotCompiled, build_all
from determined import left_open, left_open_to_processes

MODES_OF_ONE_PROCESS = ["sequential", "coroutine", "threads", "pool"]
MODES = [*MODES_OF_ONE_PROCESS, "processes"]
# How long a second of the scenario takes. Whoever was not given the processor in time gets more of it.
TIME_SCALES = [0.02, 0.06, 0.3]
# What a program has to start and to print, in seconds, before it counts as one that waits for ever.
PATIENCE = [1, 3, 10]


def call_cli(cli, scenario, *arguments, text=None):
    done = subprocess.run([cli, "run", scenario, *arguments], input=text, capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1):  # 1: a task failed
        raise SystemExit(f"{scenario} {arguments}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def refuses(cli, scenario, mode):
    """Whether it cannot be run in the mode."""
    done = subprocess.run([cli, "run", scenario, "--mode", mode], capture_output=True, timeout=60, check=False)
    return done.returncode == 2 and done.stderr.decode().startswith(f"interleave-cli: in mode {mode} ")


class Expected:
    """What a program prints, as far as it is certain."""

    def __init__(self, record):
        self.mode = record["mode"]
        self.output = record["output"]
        self.is_finished = record["outcome"] == "finished"
        self.is_deadlocked = record["outcome"] == "deadlocked"
        self.makespan = record["makespan"]
        states = [{span["state"] for span in task["spans"]} for task in record["tasks"]]
        self.share_cores = self.mode in ("threads", "pool", "processes") and sum("running" in of_task for of_task in states) > 1
        # Where the loop alone decides it, its tasks keep their order at one instant too. Waits that began at several
        # moments and end at one do not do so on a clock that goes on meanwhile.
        submitted = {task["submitted"] for task in record["tasks"]} - {None}
        self.is_loop_alone = self.mode == "coroutine" and submitted == {0}
        self.begins_of_waits = {}  # by their ends
        for span in (span for task in record["tasks"] for span in task["spans"] if span["state"] == "waiting"):
            self.begins_of_waits.setdefault(span["end"], set()).add(span["begin"])

    def is_ordered(self, moment):
        return self.mode == "sequential" or (
            self.is_loop_alone and len(self.begins_of_waits.get(moment, ())) < 2)

    def lines(self):
        return [line for entry in self.output for line in entry["text"].split("\n")]

    def differences(self, printed, is_timed=True):
        """In words. Where time does not count, or who gets a core is the system's to say, each task's order is all."""
        if sorted(printed) != sorted(self.lines()):
            return f"printed {printed}, expected {self.lines()}"
        if self.share_cores or not (is_timed or self.mode == "sequential"):
            return self.differences_by_task(printed)
        begin = 0
        for entries in self.moments():
            expected = [line for entry in entries for line in entry["text"].split("\n")]
            got = printed[begin:begin + len(expected)]
            in_order = list if self.is_ordered(entries[0]["time"]) else sorted
            if in_order(got) != in_order(expected):
                return f"at {entries[0]['time']} s printed {got}, expected {expected}"
            begin += len(expected)
        return ""

    def moments(self):
        grouped = {}
        for entry in self.output:
            grouped.setdefault(entry["time"], []).append(entry)
        return grouped.values()

    def differences_by_task(self, printed):
        for task in {entry["task"] for entry in self.output}:
            expected = [line for entry in self.output if entry["task"] == task for line in entry["text"].split("\n")]
            rest = iter(printed)
            if not all(line in rest for line in expected):
                return f"{task} printed {printed}, expected {expected}"
        return ""


def lines_of(printed):
    return printed.removesuffix("\n").split("\n") if printed else []


def run_scaled(command, expected):
    if isinstance(command, NotCompiled):
        return str(command)
    difference = ""
    for scale, patience in zip(TIME_SCALES, PATIENCE):
        environment = {**os.environ, "TIME_SCALE": str(scale)}
        if expected.is_deadlocked:
            difference = run_until_deadlock(command, environment, expected, expected.makespan * scale + patience)
        else:
            exit_code, printed, complaints = finish(command, environment, 120)
            if exit_code != 0 or (complaints and expected.is_finished):
                return f"exit code {exit_code}: {complaints}"
            difference = expected.differences(lines_of(printed))
        if not difference:
            break
    return difference


def run_until_deadlock(command, environment, expected, seconds):
    """A program on threads waits for ever, and somebody must end it; a loop of C++ sees that nobody will go on."""
    exit_code, printed, complaints = finish(command, environment, seconds)
    if exit_code is not None and "deadlock: " not in complaints:
        return f"comes to its end, with exit code {exit_code}: {complaints}"
    return expected.differences(lines_of(printed))


def finish(command, environment, seconds):
    """Its exit code, or None where it had to be ended, with the processes that it has started; and what it has printed."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
                               start_new_session=True)
    exit_code = None
    try:
        printed, complaints = program.communicate(timeout=seconds)
        exit_code = program.returncode
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        printed, complaints = program.communicate()
    return exit_code, printed.decode(), complaints.decode()


def run_files(cli, scenarios, suffix, prepare):
    """`prepare` makes the commands that run these files, source -> command, or the problem with it. A program mostly sleeps,
    so some run at once."""
    language = {".py": "python", ".cpp": "cpp"}[suffix]
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(4) as pool:
        runs = []
        for number, file in enumerate(scenarios):
            scenario = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
            for mode in MODES:
                if refuses(cli, file, mode):
                    continue
                path = pathlib.Path(folder) / f"{number}_{mode}{suffix}"
                call_cli(cli, file, "--mode", mode, "--format", language, "-o", str(path))
                record = json.loads(call_cli(cli, file, "--mode", mode, "--language", language, "--format", "json"))
                runs.append(ProgramOfFile(f"{file} {mode}", path, record, scenario))
        commands = prepare(folder, {run.path: run.record["mode"] for run in runs})
        differences = pool.map(lambda run: run.difference(commands[run.path]), runs)
        return [f"{run.what}: {difference}" for run, difference in zip(runs, differences) if difference]


class ProgramOfFile(typing.NamedTuple):
    what: str
    path: pathlib.Path
    record: dict
    scenario: dict

    def difference(self, command):
        mode = self.record["mode"]
        open_in = {"threads": left_open, "pool": left_open, "processes": left_open_to_processes}
        if why := open_in[mode](self.record, self.scenario) if mode in open_in else "":
            print(f"{self.what}: not compared, for {why}")
            return ""
        return run_scaled(command, Expected(self.record))


def compile_cpp(compiler, folder, mode_of):
    """The programs of a mode include much the same."""
    groups = {}
    for path, mode in mode_of.items():
        groups.setdefault(mode, []).append(path)
    built = build_all(Compiler(compiler, pathlib.Path(folder)), groups)
    return {path: made if isinstance(made, NotCompiled) else [str(made)] for path, made in built.items()}


def run_of_its_own(source):
    """The same in a process of its own, whose functions others find by their names."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "program.py"
        path.write_text(source, encoding="utf-8")
        return lines_of(finish([sys.executable, "-B", str(path)], os.environ, 60)[1])


def run_here(source):
    """Runs a Python program within this process, which is much sooner done than in one of its own."""
    before, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
        sys.stdout.flush()
        return lines_of(sys.stdout.buffer.getvalue().decode())
    finally:
        sys.stdout = before


def random_scenarios(cli, count, seed, shares):
    """Those that do not last too long one after another."""
    source = random.Random(seed)
    while count > 0:
        text = generation.Generator(source, shares=shares).scenario()
        if generation.deals(text) and '"after"' in text:
            continue  # which task comes first of one that is started and one that arrives is for the clock to say
        record = json.loads(call_cli(cli, "-", "--mode", "sequential", "--format", "json", text=text.encode()))
        if record["makespan"] < 100 and record["outcome"] != "deadlocked":
            yield text
            count -= 1


def run_random(cli, count, seed):
    os.environ["TIME_SCALE"] = "0.0005"
    found = []
    # What comes out of what tasks share depends on time and on the system, but for one after another.
    for shares, modes in [(False, MODES), (True, ["sequential"])]:
        for text in random_scenarios(cli, count, seed, shares):
            for mode in modes:
                source = call_cli(cli, "-", "--mode", mode, "--format", "python", text=text.encode())
                record = call_cli(cli, "-", "--mode", mode, "--format", "json", text=text.encode())
                printed = run_here(source) if mode in MODES_OF_ONE_PROCESS else run_of_its_own(source)
                difference = Expected(json.loads(record)).differences(printed, is_timed=False)
                if difference:
                    found.append(f"{mode}: {difference}\n{text}\n{source}")
    return found


def scenario_of_names(has_queues):
    """Everything is called like keywords, like what is built in, and like what the programs use."""
    used = ("SECOND JobByJob ProcessPoolExecutor ThreadPoolExecutor arguments asyncio attempt compute end function line "
            "locks main moment os pool queue queues seconds shared sleep_until start start_thread sys tasks thread threading threads time")
    names = sorted({*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *used.split()} - {"_"})
    steps = [{"print": "{task}{a}"}, {"compute": 0}, {"block": 0}, {"sleep": 0},
             {"repeat": "{a}", "index": "k", "steps": [{"print": "{k}"}]}]
    everything = [{"print": f"{{{name}}}"} for name in names]
    everything += [{"compute": "{print}"}, {"block": "{time}"}, {"sleep": "{asyncio}"}, {"repeat": "{range}", "steps": []}]
    functions = {name: {"parameters": ["a"], "steps": steps} for name in names}
    functions["all names"] = {"parameters": names, "steps": everything}
    tasks = [{"name": name, "call": name, "arguments": {"a": 1}} for name in names]
    tasks += [{"name": f"{name}!", "steps": [{"print": name}], "after": 1} for name in names]
    tasks.append({"name": "all of them", "call": "all names", "arguments": dict.fromkeys(names, 0), "after": 2})
    tasks.append({"name": "all things", "steps": [step for name in names for step in sharing_steps(name, has_queues)], "after": 3})
    queues = {"queues": {f"{name}-": 1 for name in names}} if has_queues else {}
    return json.dumps({"interleave": 1, "title": "Names", "shared": dict.fromkeys(names, 1), **queues,
                       "functions": functions, "tasks": tasks})


def sharing_steps(name, has_queue):
    """A variable, a lock and perhaps a queue of that name, and a value of the task's own where it may be called so."""
    own = f"{name}_own" if name in ("and", "or", "not", "task") else name
    put = [{"put": f"{name}-", "value": own}] if has_queue else []
    get = [{"get": f"{name}-", "into": own}] if has_queue else []
    return [{"read": name, "into": own}, {"sleep": 0}, {"write": name, "value": f"{own} + 1"},
            {"lock": name, "steps": put}, *get, {"acquire": name}, {"release": name}, {"print": f"{{{own}}}"}]


def run_names(cli, prepare):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for has_queues in (True, False):  # without them it runs on processes, too
            paths.append(pathlib.Path(folder) / f"names_{has_queues}.json")
            paths[-1].write_text(scenario_of_names(has_queues))
        return run_files(cli, map(str, paths), ".py", prepare)


def run_python(path):
    """What Python warns of is an error here."""
    try:
        compile(path.read_text(encoding="utf-8"), path.name, "exec")
    except SyntaxError as error:
        return NotCompiled(str(error))
    return [sys.executable, "-B", "-W", "error", str(path)]


def run_pythons(_, paths):
    return {path: run_python(path) for path in paths}


def main():
    cli, what, *rest = sys.argv[1:]
    if what == "python":
        found = run_files(cli, rest, ".py", run_pythons)
    elif what == "cpp":
        found = run_files(cli, rest[1:], ".cpp", lambda *files: compile_cpp(rest[0], *files))
    elif what == "names":
        found = run_names(cli, run_pythons)
    else:
        found = run_random(cli, int(rest[0]), rest[1] if len(rest) > 1 else "1")
    print("\n".join(found[:5]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
