"""Holds the JSON Schema of scenarios against the loader.

check_schema.py SCHEMA VERDICTS CORPUS SCENARIOS

Both must accept the scenarios that come with the program and the corpus' accepted ones, and must reject its rejected
ones; what only the loader rejects stands in a file of its own. Then many scenarios, made by damaging the good ones, are
given to both: the schema must reject exactly those that the loader finds wrong in structure, type or range.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: THE SCHEMA WAS NOT CHECKED, since Python has no jsonschema here (Debian: python3-jsonschema)")
    sys.exit(0)

# What the loader finds and no schema can say.
BEYOND_SCHEMA = re.compile(
    "|".join(
        [
            r"unknown placeholder",
            r"has no partner; a placeholder",
            r"\{\} names nothing",
            r"^the key .* is given twice",
            r"exists already",
            r"^unknown function",
            r"^function .* (has no parameter|needs an argument)",
            r"is the seconds of",
            r"is the (variable|lock|queue) of ",
            r"is how often",
            r"is the index of a repeat around this one",
            r"is a parameter of the function",
            r"comes to more than 10 000 000",
            r"take more than 4 000 000 000 seconds",
            r"the index of the repeat counts beyond",
            r"there is no (value|shared variable|queue|lock|task) ",
            r"has no value here on some way",
            r"is a value (that a step above sets|of the task's own)",
            r"stands in the expression of",
            r"is (the|what) .* in line \d+ (reads|writes|locks|acquires|releases|puts into|gets from)",
            r"an expression (has|is (?!empty))|at the end of the expression|is not expected here|closes nothing|is not closed",
            r"comparisons cannot be chained|takes numbers?, and not what is true|is true or false, and a number",
            r"within each other too deeply|a number does not begin with 0|numbers are whole|the largest there is",
            r"is a queue, which|is a semaphore already",
            r"is submitted anyway",
            r"^\"into\" takes ",
            r"is a value of .* in line",
        ]
    )
)

STRANGE_VALUES = [
    None, True, False, 0, 1, -1, 1.5, 2.0, 0.0005, 1024, 1025, 86400, 86401, 86400.0000000001, 1e-10, 1.7149999999999999, 1e30, 10**19, "", "x", "task", "{task}", "{i}",
    "{x", "a{b}c", "1", "pool", "processes", "together", "first", "a\nb", "x" * 64, "x" * 65, [], [1], ["a", "a"], {},
    {"a": 1}, [{"print": "x"}], {"print": "x"}, {"sleep": 1, "print": "x"}, {"repeat": 1, "steps": []},
]
STRANGE_KEYS = [
    "print", "sleep", "block", "compute", "repeat", "index", "steps", "lock", "read", "into", "name", "call", "arguments",
    "after", "timeout", "manual", "launch", "on_error", "shared", "gil", "cores", "switch_cost", "process_start", "nonsense", "",
]


def containers(value):
    """Every object and list within a value, itself included."""
    if isinstance(value, (dict, list)):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


def damage(scenario, rng):
    """Takes out, puts in or replaces something of it."""
    container = rng.choice([c for c in containers(scenario) if c])
    is_object = isinstance(container, dict)
    place = rng.choice(list(container)) if is_object else rng.randrange(len(container))
    action = rng.randrange(4)
    if action == 0:
        del container[place]
    elif action == 1:
        container[place] = copy.deepcopy(rng.choice(STRANGE_VALUES))
    elif not is_object:
        container.append(copy.deepcopy(rng.choice(STRANGE_VALUES)))
    elif action == 2:
        container[rng.choice(STRANGE_KEYS)] = copy.deepcopy(rng.choice(STRANGE_VALUES))
    else:
        container[rng.choice(STRANGE_KEYS)] = container.pop(place)


def verdicts_of(program, texts):
    """What the loader finds wrong with each text: a list of messages."""
    answer = subprocess.run([program], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    lines = answer.stdout.split("\n")[:-1]
    assert len(lines) == len(texts), "one answer for each scenario"
    return [[message for message in line.split("\t") if message] for line in lines]


def corpus_lines(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def main(schema_path, program, corpus, scenarios):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failures = []

    corpus = pathlib.Path(corpus)
    built_in = [json.dumps(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(pathlib.Path(scenarios).glob("*.json"))]
    accepted = built_in + corpus_lines(corpus / "accepted.txt")
    rejected = corpus_lines(corpus / "rejected.txt")
    beyond = corpus_lines(corpus / "rejected_beyond_schema.txt")
    assert built_in and rejected and beyond, "the corpus is there"
    for texts, loads, fits in [(accepted, True, True), (rejected, False, False), (beyond, False, True)]:
        for text, messages in zip(texts, verdicts_of(program, texts)):
            if (not messages) != loads:
                failures.append(f"the loader says {messages or 'nothing'} of {text}")
            if validator.is_valid(json.loads(text)) != fits:
                failures.append(f"the schema {'rejects' if fits else 'accepts'} {text}")

    rng = random.Random(1)
    damaged = []
    for _ in range(1500):
        scenario = json.loads(rng.choice(accepted))
        for _ in range(rng.randrange(1, 3)):
            damage(scenario, rng)
        damaged.append(scenario)
    for scenario, messages in zip(damaged, verdicts_of(program, [json.dumps(one) for one in damaged])):
        should_fit = all(BEYOND_SCHEMA.search(message) for message in messages)
        if validator.is_valid(scenario) != should_fit:
            failures.append(f"the schema {'rejects' if should_fit else 'accepts'}, and the loader says "
                            f"{messages or 'nothing'} of {json.dumps(scenario)}")

    for failure in failures[:20]:
        print(failure)
    print(f"{len(accepted) + len(rejected) + len(beyond)} scenarios of the corpus, {len(damaged)} damaged ones: "
          f"{len(failures)} disagreements")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
