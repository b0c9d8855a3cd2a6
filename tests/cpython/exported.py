"""Runs the Python program that a scenario is exported as in mode coroutine, on asyncio's loop and a virtual clock."""
import asyncio
import decimal
import warnings
from unittest import mock

from virtual_loop import NothingLeft, VirtualLoop


class Seconds(decimal.Decimal):
    """Takes the place of float, so that the program's moments are exact: 0.1 * Seconds("1") is Decimal("0.1")."""

    def __new__(cls, number):
        return super().__new__(cls, str(number))

    def __rmul__(self, factor):
        return decimal.Decimal(str(factor)) * decimal.Decimal(self)


class Computation:
    """What time.thread_time() tells a program that computes until so much of it is used: it is, at once."""

    def __init__(self, loop):
        self.loop = loop

    def __add__(self, seconds):
        self.loop.block(seconds)
        return self

    def __lt__(self, end):
        return False


def run_on(loop, main):
    """As asyncio.run does, but that its failure is nobody's: it is told of by the lines."""
    try:
        loop.run_until_complete(main)
    except NothingLeft:
        raise
    except (Exception, asyncio.CancelledError):
        pass
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.threads.finish()


class Printed:
    """What a program with threads prints its lines to."""

    def __init__(self, lines, clock):
        self.lines, self.clock = lines, clock

    def reconfigure(self, **_):
        pass

    def write(self, line):
        self.lines.append((self.clock(), line[:-1]))


def run_exported(source, cores):
    """The lines that it prints: (moment, text), and whether it came to its end."""
    loop = VirtualLoop(cores)
    comes_to_end = True
    lines = []
    names = {"float": Seconds, "print": lambda line: lines.append((loop.time(), str(line)))}
    with mock.patch.multiple("time", sleep=loop.block, monotonic=loop.time, thread_time=lambda: Computation(loop)), \
            mock.patch("asyncio.run", lambda main: run_on(loop, main)), \
            mock.patch("sys.stdout", Printed(lines, loop.time)), warnings.catch_warnings():
        try:
            exec(compile(source, "<exported>", "exec"), names)
        except NothingLeft:
            comes_to_end = False
        told = list(lines)  # not what tasks still do that are let go
        if not comes_to_end:
            loop.abandon()
    loop.close()
    return told, comes_to_end
