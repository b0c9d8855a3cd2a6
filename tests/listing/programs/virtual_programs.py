"""Runs the C++ programs of random scenarios on a virtual clock (virtual_time.cpp) and holds every line and its moment
against the engine's run.

virtual_programs.py CLI COMPILER COUNT [SEED]      so many scenarios, each in every mode but that of processes, which are real
virtual_programs.py CLI COMPILER FILE...           those scenarios

In modes sequential and coroutine the order of all lines is the same. On threads, those beside a loop too, the system
would decide who of those that are due at one moment is first, so that only the lines of each moment are compared; and
runs in which more depends on that are left out: those that determined.py names, and those whose lines or ends the engine
changes as it draws lots among equal moments, with any of SEEDS.
"""
import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "cpython"))
import generation
from compiling import Compiler, NotCompiled
from determined import left_open, races

MODES = ["sequential", "coroutine", "threads", "pool"]
SEEDS = range(1, 13)
DEADLOCKED = 3  # the exit code where nobody can go on; a loop's own is 1, with a word of it
HERE = pathlib.Path(__file__).resolve().parent
HEADERS = """algorithm atomic chrono concepts condition_variable coroutine cstdint cstdlib ctime deque exception functional
iostream limits map memory mutex optional queue semaphore sstream stdexcept string thread type_traits utility variant
vector""".split()


def engine(cli, text, mode, *options):
    done = subprocess.run([cli, "run", "-", "--mode", mode, *options], input=text.encode(), capture_output=True,
                          timeout=60, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit code {done.returncode}: {done.stderr.decode()}\n{text}")
    return done.stdout.decode()


def record_of(cli, text, mode, seed=0):
    return json.loads(engine(cli, text, mode, "--language", "cpp", "--format", "json", "--seed", str(seed)))


def timed_lines(record):
    return [(round(line["time"] * 1e9), line["text"]) for line in record["output"]]


def by_moment(lines):
    return sorted(lines)


def outcome_in_all(record):
    return (by_moment(timed_lines(record)), record["outcome"], record["makespan"], record.get("shared"),
            [(task["outcome"], task["result"]) for task in record["tasks"]])


def is_ordered(record):
    """Whether nobody goes on beside anybody else."""
    return record["mode"] in ("sequential", "coroutine") and len(record["workers"]) < 2


def why_not(cli, text, record):
    """Why the run is not compared; empty: it is."""
    if is_ordered(record):
        return ""
    if record["mode"] == "coroutine" and any(span["state"] == "queued" for task in record["tasks"] for span in task["spans"]):
        return "the C++ program has a thread beside the loop for whoever is queued here"
    if why := races(record) if record["mode"] == "coroutine" else left_open(record, json.loads(text)):
        return why
    told = outcome_in_all(record)
    if any(outcome_in_all(record_of(cli, text, record["mode"], seed)) != told for seed in SEEDS):
        return "another order of what is due at one moment gives something else"
    return ""


def with_cores(text):
    """The clock is for waits: what computes blocks as long, which is the same where there are cores enough."""
    return text.replace('"compute":', '"block":')


def scenarios(cli, count, seed):
    """Half of them deal with each other, and all share."""
    source = random.Random(seed)
    while count > 0:
        text = with_cores(generation.Generator(source, shares=True).scenario())
        if record_of(cli, text, "sequential")["makespan"] < 1e9:
            yield text
            count -= 1


class Programs:
    """A folder with what every program is compiled with."""

    def __init__(self, compiler, folder):
        # What a scenario compares with itself, its program does too; and so does a task that would start itself.
        self.compiler = Compiler(compiler, pathlib.Path(folder), "-Wno-tautological-compare", "-Wno-infinite-recursion")
        self.headers = self.compiler.precompile(HEADERS, "headers")
        self.clock = self.compiler.folder / "virtual_time.o"
        self.compiler.run("-c", HERE / "virtual_time.cpp", "-o", self.clock)

    def build(self, source, name):
        path = self.compiler.folder / f"{name}.cpp"
        path.write_text(source)
        return self.compiler.build(path, self.headers, self.clock)

    def run(self, program):
        return subprocess.run([str(program)], capture_output=True, timeout=60, check=False,
                              env={key: value for key, value in os.environ.items() if key != "TIME_SCALE"})


def printed_lines(output):
    lines = []
    for told in output.decode().split("\x1e")[1:]:
        moment, text = told.removesuffix("\n").split(" ", 1)
        lines.append((int(moment), text))
    return lines


def difference(record, done):
    expected, printed = timed_lines(record), printed_lines(done.stdout)
    if not is_ordered(record):
        expected, printed = by_moment(expected), by_moment(printed)
    for position, (ours, theirs) in enumerate(zip(expected, printed)):
        if ours != theirs:
            return f"line {position}: the program {theirs}, the engine {ours}"
    if len(expected) != len(printed):
        return f"number of lines: the program {len(printed)}, the engine {len(expected)}"
    says_deadlock = done.returncode == DEADLOCKED or (done.returncode == 1 and b"deadlock: " in done.stderr)
    if says_deadlock != (record["outcome"] == "deadlocked") or (done.returncode != 0 and not says_deadlock):
        return f"exit code {done.returncode}, the engine's run {record['outcome']}: {done.stderr.decode()}"
    return ""


def check(cli, programs, name, text, mode):
    """What is wrong, or why it is not compared."""
    record = record_of(cli, text, mode)
    if why := why_not(cli, text, record):
        return "", why
    try:
        program = programs.build(engine(cli, text, mode, "--format", "cpp"), name)
    except NotCompiled as problem:
        if "internal compiler error" in str(problem):
            return "", "the compiler fails, as g++ 12 does at some empty try blocks"
        return str(problem), ""
    return difference(record, programs.run(program)), ""


def main():
    cli, compiler, first, *rest = sys.argv[1:]
    if first.isdigit():
        texts = list(scenarios(cli, int(first), rest[0] if rest else "1"))
    else:
        texts = [with_cores(pathlib.Path(path).read_text(encoding="utf-8")) for path in [first, *rest]]
    runs = [(f"p{number}_{mode}", text, mode) for number, text in enumerate(texts) for mode in MODES]
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        programs = Programs(compiler, folder)
        results = list(pool.map(lambda run: check(cli, programs, *run), runs))
    found = [f"{mode}: {problem}\n{text}" for (_, text, mode), (problem, _) in zip(runs, results) if problem]
    compared = {mode: sum(not why for (_, _, of), (_, why) in zip(runs, results) if of == mode) for mode in MODES}
    print("\n".join(found[:5]))
    print(f"{len(texts)} scenarios, compared {compared}: {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
