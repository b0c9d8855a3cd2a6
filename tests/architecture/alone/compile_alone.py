#!/usr/bin/env python3
"""compile_alone.py TREE: checks each of our files by itself, as a build that compiles files together does not.

TREE is a configured build that compiles files one by one; its compile commands are run up to the types (no code is
made), as many at once as there are cores. Ends with 1, and what the compiler said, where a file cannot stand alone.

Most of that would be reading the same headers again, so clang reads some once for many files (precompiled headers).
Before a file it is only ever given one that the file's first include, its own header, includes anyway: what that
header says is then there for that header and all after it, but so it would be, had each header that it includes been
asked to stand alone, and each is. A file without a header of its own may be given any that it includes.
"""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys

from headers_read_before import choose
from include_graph import IncludeGraph, includes_in


class Unit:
    """A file to check, and the compiler's command for it but for its name."""

    def __init__(self, file, directory, command):
        self.file = pathlib.Path(file)
        self.directory = directory
        self.command = command


class Tree:
    """What the build in the folder PLACE says of itself."""

    def __init__(self, place):
        self.place = place
        self.cache = dict(line.split("=", 1) for line in (place / "CMakeCache.txt").read_text().splitlines() if "=" in line)
        self.root = pathlib.Path(self.cache["CMAKE_HOME_DIRECTORY:INTERNAL"])

    def units(self):
        """All files of C++ but batches of files and what the build itself makes, by the command that they share."""
        groups = {}
        for entry in json.loads((self.place / "compile_commands.json").read_text()):
            file = pathlib.Path(entry["file"])
            is_made = self.place in file.parents and file.parent.name != "headers"
            if file.suffix == ".cpp" and not is_made:
                command = compiler_alone(shlex.split(entry["command"]), entry["file"])
                groups.setdefault((command, entry["directory"]), []).append(Unit(file, entry["directory"], command))
        return groups


def compiler_alone(command, file):
    """The command without the file, what makes an object of it, and the compiler's cache, which keeps nothing of this."""
    caches = [place for place, word in enumerate(command) if os.path.basename(word) == "ccache"]
    kept = []
    words = iter(command[caches[0] + 1 if caches else 0:])
    for word in words:
        if word == "-o":
            next(words)
        elif word not in ("-c", file):
            kept.append(word)
    return tuple(kept)


def may_be_read_before(unit, graph):
    """The headers that UNIT can be given without being given what it should have asked for."""
    included = includes_in(unit.file.read_text())
    if not included:
        return set()
    own = included[0]
    has_own = pathlib.Path(own).stem == unit.file.stem
    return graph.closure(graph.included_by(own)) if has_own else graph.closure(included)


def run(command, directory, text=None):
    return subprocess.run(command, cwd=directory, input=text, capture_output=True, text=True)


class Weights:
    """How many characters there are to read of a header with all that it includes."""

    def __init__(self, graph):
        self.graph = graph
        self.files_of_others = {}  # of each header that is not ours: the files that it stands for

    def learn(self, headers, command, directory, workers):
        others = [header for header in headers if not self.graph.is_ours(header) and header not in self.files_of_others]
        listed = workers.map(lambda header: run([*command, "-xc++", "-M", "-"], directory, f"#include <{header}>\n"), others)
        for header, answer in zip(others, listed):
            self.files_of_others[header] = [word for word in answer.stdout.replace("\\\n", " ").split()[1:] if word != "-"]

    def of(self, header):
        files = set()
        for one in self.graph.closure([header]):
            files.update([self.graph.root / one] if self.graph.is_ours(one) else self.files_of_others[one])
        return sum(os.path.getsize(file) for file in files)


def precompile(header, place, command, directory):
    place.with_suffix(".h").write_text(f'#include "{header}"\n')
    return run([*command, "-xc++-header", str(place.with_suffix(".h")), "-o", str(place), "-fpch-instantiate-templates"], directory)


def check(unit, before):
    given = ["-include-pch", str(before)] if before else []
    return unit.file, run([*unit.command, *given, "-fsyntax-only", str(unit.file)], unit.directory)


def with_headers_before(groups, tree, workers):
    """Each unit with the precompiled header to give it, or None."""
    graph = IncludeGraph(tree.root)
    weights = Weights(graph)
    kept = tree.place / "read_before"
    kept.mkdir(exist_ok=True)
    made = {}
    todo = []
    for number, ((command, directory), units) in enumerate(groups.items()):
        chosen = {}
        if "clang" in os.path.basename(command[0]):
            allowed = {unit: may_be_read_before(unit, graph) for unit in units}
            headers = set().union(*allowed.values())
            weights.learn(headers, command, directory, workers)
            chosen = choose(allowed, {header: weights.of(header) for header in headers})
        for header in sorted(set(chosen.values())):
            place = kept / f"{number}-{header.replace('/', '-')}.pch"
            made[place] = workers.submit(precompile, header, place, command, directory)
        for unit in units:
            header = chosen.get(unit)
            todo.append((unit, kept / f"{number}-{header.replace('/', '-')}.pch" if header else None))
    # One that cannot be precompiled cannot stand alone either, which is said where it is checked.
    good = {place for place, result in made.items() if result.result().returncode == 0}
    return [(unit, before if before in good else None) for unit, before in todo]


def main():
    tree = Tree(pathlib.Path(sys.argv[1]).resolve())
    groups = tree.units()
    if not groups:
        sys.exit(f"{tree.place} has no file that is compiled by itself")
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        todo = with_headers_before(groups, tree, workers)
        for file, result in workers.map(lambda one: check(*one), todo):
            if result.returncode != 0:
                wrong += 1
                print(f"{file} cannot be compiled by itself:\n{result.stderr}", file=sys.stderr)
    print(f"{len(todo) - wrong} of {len(todo)} files can be compiled by themselves", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
