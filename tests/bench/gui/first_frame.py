#!/usr/bin/env python3
"""How long the window takes from its start to its first frame on the screen, and what it costs while nothing happens.

    python3 tests/bench/gui/first_frame.py build/bench/app/gui/interleave

On a display of its own (Xvfb), whose memory is looked at every two milliseconds. With the file caches dropped first where
that is allowed (as root), and without. Medians, each beside its limit.
"""

import json
import mmap
import os
import statistics
import subprocess
import sys
import tempfile
import time

DISPLAY = ":87"
WIDTH, HEIGHT = 1920, 1080
LIMIT_FRAME_MS = 300
LIMIT_IDLE_PERCENT = 1
LIMIT_OTHER_SCRIPTS = 1.3
STARTS = 5
IDLE_SECONDS = 10


def drop_caches():
    try:
        os.sync()
        with open("/proc/sys/vm/drop_caches", "w") as caches:
            caches.write("3")
        return True
    except OSError:
        return False


def is_drawn(screen):
    """A window that was opened and not drawn is of one colour; a drawn one has many."""
    rows = screen[4 * WIDTH * 100 : 4 * WIDTH * 400 : 4 * 97 + 1]
    return len(set(rows)) > 16


def start(program, environment, screen, *scenario):
    begin = time.monotonic()
    window = subprocess.Popen([program, *scenario], env=environment)
    while not is_drawn(screen):
        if time.monotonic() - begin > 10 or window.poll() is not None:
            sys.exit("first_frame.py: nothing was drawn")
        time.sleep(0.002)
    return window, (time.monotonic() - begin) * 1000


def stop(window, screen):
    window.terminate()
    window.wait()
    while is_drawn(screen):
        time.sleep(0.01)


def cpu_seconds(window):
    with open(f"/proc/{window.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row(what, measured, limit, unit):
    verdict = "met" if measured <= limit else "missed"
    print(f"| {what} | {measured:.1f} {unit} | {limit} {unit} | {measured / limit:.2f} | ≤ 1 | {verdict} |")


def in_latin(scenario, folder):
    """The same scenario with letters that the window's own fonts have."""
    with open(scenario, encoding="utf-8") as file:
        content = json.load(file)
    for i, task in enumerate(content["tasks"]):
        task["name"] = f"name {i}"
        task["arguments"]["word"] = f"word {i}"
    path = os.path.join(folder, "latin.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dict(content, title="Ten names"), file)
    return path


def other_scripts(program, environment, screen, folder):
    """How many times as long the first frame takes with names in ten scripts, for which fonts are looked for."""
    scenario = os.path.join(os.path.dirname(__file__), "../../gui/ten_scripts.json")
    latin = in_latin(scenario, folder)
    times = {scenario: [], latin: []}
    for _ in range(2 * STARTS):
        for file, took in times.items():
            window, milliseconds = start(program, environment, screen, file)
            took.append(milliseconds)
            time.sleep(0.3)
            stop(window, screen)
    return statistics.median(times[scenario]) / statistics.median(times[latin])


def main():
    program = sys.argv[1] if len(sys.argv) == 2 else sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            ["Xvfb", DISPLAY, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset", "-fbdir", folder],
            stderr=subprocess.DEVNULL,
        )
        time.sleep(1)
        environment = dict(os.environ, DISPLAY=DISPLAY, XDG_CONFIG_HOME=folder, XDG_STATE_HOME=folder)
        try:
            with open(os.path.join(folder, "Xvfb_screen0"), "rb") as memory:
                screen = mmap.mmap(memory.fileno(), 0, prot=mmap.PROT_READ)
            cold, warm = [], []
            for i in range(2 * STARTS + 1):
                dropped = i < STARTS and drop_caches()
                window, took = start(program, environment, screen)
                (cold if dropped else warm).append(took)
                time.sleep(0.5)
                if i == 2 * STARTS:
                    time.sleep(2)
                    before = cpu_seconds(window)
                    time.sleep(IDLE_SECONDS)
                    idle = (cpu_seconds(window) - before) / IDLE_SECONDS * 100
                stop(window, screen)
            row("first frame of the window", statistics.median(warm), LIMIT_FRAME_MS, "ms")
            if cold:
                row("the same, nothing of it in the file caches", statistics.median(cold), LIMIT_FRAME_MS, "ms")
            ratio = other_scripts(program, environment, screen, folder)
            row("the first frame with names in ten scripts, of that in Latin", ratio, LIMIT_OTHER_SCRIPTS, "times")
            row("the window while nothing happens, of a core", idle, LIMIT_IDLE_PERCENT, "%")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
