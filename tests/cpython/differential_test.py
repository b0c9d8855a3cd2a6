"""Runs scenarios in the engine, on its virtual clock, and in CPython, and compares what they did.

differential_test.py CLI --random COUNT --seed SEED [--modes M,M] [--shrink]   random scenarios; CPython's asyncio,
        threads and ThreadPoolExecutor on a virtual clock too: everything must be the same, exactly and in order. Where
        CPython promises an order for what tasks share, in modes sequential and coroutine, they share things
differential_test.py CLI --real COUNT --seed SEED      CPython on the host's clock: the same order, and nearly the same moments
differential_test.py CLI --processes COUNT --seed SEED      ProcessPoolExecutor on the host's clock: the same order and
        nearly the same moments from when its processes are ready on, and the same variables in each
differential_test.py CLI --gil COUNT --seed SEED SCENARIO...   the exported programs of these files, and of random scenarios
        that compute, with the GIL and on the host's clock: nearly the same makespans
differential_test.py CLI SCENARIO...                   these files, on the virtual clock; with threads, those whose tasks
        neither share anything nor deal with each other: of that the virtual threads here know nothing

Beside the modes there are "exported": the very program that --format python writes for mode coroutine; and "explored": that
program in every order in which its waits may end when nobody is ready, held against what `explore` says of mode coroutine: the
same outcomes, each in as many orders and as likely. Of scenarios with more than a few hundred orders it says how many there were.
"""
import argparse
import concurrent.futures
import functools
import json
import random
import sys

import comparison
import exploration
import generation
import shrinking
from explored_scenarios import ExploredScenario
from runs import REAL, VIRTUAL

EXPLORED = "explored"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli", metavar="CLI", help="interleave-cli")
    parser.add_argument("files", metavar="SCENARIO", nargs="*")
    parser.add_argument("--random", type=int, default=0, metavar="COUNT")
    parser.add_argument("--real", type=int, default=0, metavar="COUNT")
    parser.add_argument("--processes", type=int, default=0, metavar="COUNT")
    parser.add_argument("--gil", type=int, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modes", default=",".join([*VIRTUAL, comparison.EXPORTED, EXPLORED]))
    parser.add_argument("--shrink", action="store_true", help="look for the smallest scenario that still differs")
    return parser.parse_intermixed_args()


def report(text, mode, differences):
    print(f"DEVIATION in mode {mode}:")
    for difference in differences:
        print(f"  {difference}")
    print(text, flush=True)


def random_scenario(seed, mode):
    source = random.Random(seed)
    if mode == EXPLORED:
        return ExploredScenario(source).scenario()
    return generation.Generator(source, shares=mode not in ("threads", "pool")).scenario()


def virtual_differences(options, text, mode, tally):
    if mode == EXPLORED:
        return exploration.differences(options.cli, text, tally)
    return comparison.differences(options.cli, text, mode)


def check_virtual(options, name, text_for, tally):
    """How many modes deviate. `text_for` gives the scenario of a mode."""
    deviations = 0
    for mode in options.modes.split(","):
        text = text_for(mode)
        if mode in ("threads", "pool") and (generation.shares(text) or generation.deals(text)):
            continue
        differences = virtual_differences(options, text, mode, tally)
        if not differences:
            continue
        deviations += 1
        print(name)
        smallest = text
        if options.shrink:
            again = functools.partial(virtual_differences, options, mode=mode, tally=exploration.Tally())
            smallest = shrinking.shrunk(text, again)
            differences = again(smallest)
        report(smallest, mode, differences)
    return deviations


def check_real(options):
    """How many runs deviate. They mostly sleep, so they do so all at once."""
    source = random.Random(options.seed)
    texts = [comparison.next_spaced_scenario(source) for _ in range(options.real)]
    runs = [(text, mode) for text in texts for mode in REAL]
    with concurrent.futures.ThreadPoolExecutor(max(1, len(runs))) as pool:
        results = list(pool.map(lambda run: comparison.real_differences(options.cli, *run), runs))
    for (text, mode), differences in zip(runs, results):
        if differences:
            report(text, mode, differences)
    return sum(map(bool, results))


def check_processes(options):
    """How many runs deviate. They mostly sleep, so that some go on at once."""
    source = random.Random(options.seed)
    texts = [comparison.next_process_scenario(options.cli, source) for _ in range(options.processes)]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda text: comparison.process_differences(options.cli, text), texts))
    for text, differences in zip(texts, results):
        if differences:
            report(text, "processes", differences)
    return sum(map(bool, results))


def check_gil(options, texts):
    """How many runs deviate. They compute, so one follows the other."""
    source = random.Random(options.seed)
    texts = texts + [json.dumps(generation.computing_scenario(source), indent=2) for _ in range(options.gil)]
    deviations = 0
    for text in texts:
        for mode in VIRTUAL:
            if differences := comparison.gil_differences(options.cli, text, mode):
                report(text, mode, differences)
                deviations += 1
    return deviations


def main():
    options = arguments()
    texts = []
    for path in options.files:
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    deviations, compared = 0, len(texts)
    tally = exploration.Tally()
    if options.gil is not None:
        deviations += check_gil(options, texts)
        compared += options.gil
    else:
        deviations += sum(check_virtual(options, path, lambda mode: text, tally) for path, text in zip(options.files, texts))
    for number in range(options.random):
        seed = f"{options.seed}:{number}"
        deviations += check_virtual(options, f"random scenario {seed}", lambda mode: random_scenario(seed, mode), tally)
        compared += 1
    deviations += check_real(options) + check_processes(options)
    compared += options.real + options.processes
    if tally.scenarios or tally.skipped:
        print(tally)
    print(f"{compared} scenarios compared with CPython {sys.version.split()[0]}: {deviations} deviations")
    return 0 if compared > 0 and deviations == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
