"""C++ programs, compiled two at a time, with what several of them include read once."""
import concurrent.futures
import re
import subprocess

INCLUDE = re.compile(r"^#include <(.*)>$", re.MULTILINE)


class NotCompiled(Exception):
    """In the compiler's words."""


class Compiler:
    """A folder in which programs are compiled, with these options more than all have."""

    def __init__(self, compiler, folder, *options):
        self.command = [compiler, "-std=c++20", "-pthread", "-O0", "-Wall", "-Wextra", "-Werror", *options]
        self.folder = folder

    def run(self, *arguments):
        done = subprocess.run([*self.command, *map(str, arguments)], capture_output=True, timeout=300, check=False)
        if done.returncode != 0:
            raise NotCompiled(done.stderr.decode())

    def precompile(self, headers, name):
        """What to give to `build` for programs that may have these headers read before them."""
        header = self.folder / f"{name}.h"
        header.write_text("".join(f"#include <{one}>\n" for one in sorted(headers)))
        self.run("-x", "c++-header", header, "-o", f"{header}.gch")
        return header

    def build(self, path, before, *with_these):
        """The program, beside its source."""
        program = path.with_suffix("")
        self.run("-include", before, path, *with_these, "-o", program)
        return program


def build_all(compiler, groups):
    """Builds the programs of GROUPS, name -> sources; source -> its program, or why there is none.

    What all of a group include is read once for them, and no more, so that what a program forgot is still missing.
    """
    def attempt(path, before):
        try:
            return compiler.build(path, before)
        except NotCompiled as problem:
            return problem

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        headers = {name: pool.submit(compiler.precompile, included_by_all(paths), name) for name, paths in groups.items()}
        before = {path: headers[name].result() for name, paths in groups.items() for path in paths}
        return dict(zip(before, pool.map(attempt, before.keys(), before.values())))


def included_by_all(paths):
    return set.intersection(*(set(INCLUDE.findall(path.read_text(encoding="utf-8"))) for path in paths))
