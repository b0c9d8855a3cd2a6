"""Runs an exported program on this very Python, with its GIL, and tells how long it took.

measured.py PROGRAM     prints as JSON, in seconds: what the clock says; and the processor time that the program used,
                        with the time in which none of its threads computed
"""
import asyncio  # the program's imports take no time then
import concurrent.futures
import contextlib
import functools
import io
import json
import os
import pathlib
import subprocess
import sys
import threading
import time


class Idleness:
    """How long nobody has computed."""

    def __init__(self):
        self.lock = threading.Lock()
        self.computing = 0
        self.total = 0
        self.since = time.monotonic()

    def change(self, difference):
        with self.lock:
            now = time.monotonic()
            if self.computing == 0:
                self.total += now - self.since
            self.computing += difference
            self.since = now

    def while_computing(self, function):
        @functools.wraps(function)
        def wrapper(seconds):
            self.change(1)
            function(seconds)
            self.change(-1)

        return wrapper


def run(path):
    source = pathlib.Path(path).read_text(encoding="utf-8")
    source = source.replace("\ndef compute(seconds):\n", "\n@while_computing\ndef compute(seconds):\n")
    program = compile(source, path, "exec")
    idleness = Idleness()
    begin, used = time.monotonic(), time.process_time()
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
        exec(program, {"__name__": "__main__", "while_computing": idleness.while_computing})
    idleness.change(0)
    print(json.dumps({"clock": time.monotonic() - begin, "processor": time.process_time() - used + idleness.total}))


def measure(path, time_scale):
    """How long it takes on this Python, in scenario seconds, by either measure."""
    done = subprocess.run([sys.executable, "-B", __file__, path], capture_output=True, timeout=300, check=True,
                          env={**os.environ, "TIME_SCALE": str(time_scale)})
    told = json.loads(done.stdout)
    return told["clock"] / time_scale, told["processor"] / time_scale


if __name__ == "__main__":
    run(sys.argv[1])
