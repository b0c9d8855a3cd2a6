"""Holds what the engine's explorer says of a scenario as coroutines against every order of its waits in CPython."""
import collections
import itertools
import json
import re
import subprocess

from comparison import Refused, engine_output, tasks_beside_loop
from trials import ExportedProgram, trials

MOST_ORDERS = 300
MOST_STATES = 5000
TOLERANCE = 1e-9  # of a chance, as it is printed


class Skipped(Exception):
    """The scenario is not compared; why."""


class Tally:
    """Of what was compared and what was not."""

    def __init__(self):
        self.scenarios = self.orders = 0
        self.skipped = collections.Counter()

    def note(self, tried):
        self.scenarios += 1
        self.orders += len(tried)

    def __str__(self):
        skipped = ", ".join(f"{count} ({why})" for why, count in self.skipped.items())
        return f"explored: {self.orders} orders of {self.scenarios} scenarios tried; skipped: {skipped or 'none'}"


class Outcome:
    """What is known of one: in how many orders of waits, how likely, and in which of them, or in some."""

    def __init__(self):
        self.orders, self.chance, self.tolerance = 0, 0, 0
        self.schedules = []


def exploration(cli, text, *options):
    done = subprocess.run(
        [cli, "explore", "-", "--mode", "coroutine", "--format", "json", "--limit", str(MOST_STATES), *options],
        input=text.encode(), capture_output=True, timeout=300, check=False)
    if b"on a thread beside the event loop" in done.stderr:
        raise Skipped("refused by the explorer")
    if done.returncode != 0:
        raise Refused(f"exit code {done.returncode}: {done.stderr.decode()}")
    found = json.loads(done.stdout)
    if not found["complete"] or found["endless"] or found["interleavings"] > MOST_ORDERS:
        raise Skipped(f"more than {MOST_ORDERS} orders")
    return found


def failure_in_words(error):
    """Those that CPython's are given, too."""
    for pattern, words in ((r".*: division by 0", "division by 0"), (r"it releases .*, which nobody holds", "nobody holds it"),
                           (r'".*": (a text is no number|there is no value.*)', "no number"),
                           (r'"(.*)" was started already', r"\1 was started already")):
        if found := re.fullmatch(pattern, error, re.S):
            return found.expand(words)
    return error


def told(outcome):
    """As a trial tells it."""
    ends = tuple((name, end["outcome"], failure_in_words(end.get("error", ""))) for name, end in outcome["tasks"].items())
    return outcome["outcome"], tuple(outcome["shared"].items()), ends, tuple(outcome.get("output", ()))


def tokens(schedule):
    """One for each step."""
    for token in filter(None, schedule.split(", ")):
        name, _, count = token.partition(":")
        yield from [name] * int(count or 1)


def explored_outcomes(found):
    """Of outcomes that differ in their marks alone, which CPython has not, all together."""
    outcomes = collections.defaultdict(Outcome)
    for row in found["outcomes"]:
        outcome = outcomes[told(row)]
        outcome.orders += row["interleavings"]
        outcome.chance += row["chance"]
        outcome.tolerance += TOLERANCE
        outcome.schedules.append(tuple(tokens(row["schedule"])))
    return outcomes


def tried_outcomes(tried, *, with_lines):
    outcomes = collections.defaultdict(Outcome)
    for trial in tried:
        outcome = outcomes[(*trial.result, trial.output if with_lines else ())]
        outcome.orders += 1
        outcome.chance += trial.chance()
        outcome.schedules.append(tuple(trial.order))
    return outcomes


def differences_of(explored, tried):
    found = []
    for key in explored.keys() | tried.keys():
        ours, theirs = explored.get(key), tried.get(key)
        if ours is None or theirs is None:
            known = ours or theirs
            found.append(
                f"only {'explored' if ours else 'in CPython'}: {known.orders} orders, as {known.schedules[0]}, come to {key}")
            continue
        if ours.orders != theirs.orders:
            found.append(f"orders: CPython {theirs.orders}, explored {ours.orders}, which come to {key}")
        if abs(ours.chance - theirs.chance) > ours.tolerance:
            found.append(f"chance: CPython {theirs.chance}, explored {ours.chance}, of {key}")
        found += [f"schedule {one}: not in CPython, explored for {key}" for one in ours.schedules if one not in theirs.schedules]
    return found


def tried_in_every_order(cli, text):
    trials_of_it = trials(ExportedProgram(text, engine_output(cli, text, "coroutine", "python")))
    tried = list(itertools.islice(trials_of_it, MOST_ORDERS + 1))
    if any(trial.left_open for trial in tried):
        raise Skipped("CPython promises nothing")
    return tried


def differences(cli, text, tally):
    """What is not the same, in words."""
    try:
        found = exploration(cli, text)
        tried = tried_in_every_order(cli, text)
        tally.note(tried)
        different = differences_of(explored_outcomes(found), tried_outcomes(tried, with_lines=False))
        if not different and not tasks_beside_loop(text):  # what a thread prints is seen before it ends
            found = exploration(cli, text, "--lines")
            different = differences_of(explored_outcomes(found), tried_outcomes(tried, with_lines=True))
        return different
    except Refused as refused:
        return [str(refused)]
    except Skipped as why:
        tally.skipped[str(why)] += 1
        return []
