#!/usr/bin/env python3
"""compile_alone.py TREE: checks each of our files by itself, as a build that compiles files together does not.

TREE is a configured build that compiles files one by one; its compile commands are run up to the types (no code is
made), as many at once as there are cores. Ends with 1, and what the compiler said, where a file cannot stand alone.
"""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys


def commands_of(tree):
    """File and command of each that is no batch of files and is not made by the build itself."""
    for entry in json.loads((tree / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"])
        is_made = tree in file.parents and file.parent.name != "headers"
        if not is_made:
            yield file, entry["directory"], shlex.split(entry["command"])


def syntax_alone(command):
    """The command without what makes an object file, and without the compiler's cache, which keeps nothing of this."""
    kept = []
    words = iter(command[1:] if os.path.basename(command[0]) == "ccache" else command)
    for word in words:
        if word == "-o":
            next(words)
        elif word != "-c":
            kept.append(word)
    return kept + ["-fsyntax-only"]


def check(file, directory, command):
    result = subprocess.run(syntax_alone(command), cwd=directory, capture_output=True, text=True)
    return file, result.returncode, result.stderr


def main():
    tree = pathlib.Path(sys.argv[1]).resolve()
    todo = list(commands_of(tree))
    if not todo:
        sys.exit(f"{tree} has no file that is compiled by itself")
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for file, code, said in workers.map(lambda one: check(*one), todo):
            if code != 0:
                wrong += 1
                print(f"{file} cannot be compiled by itself:\n{said}", file=sys.stderr)
    print(f"{len(todo) - wrong} of {len(todo)} files can be compiled by themselves", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
