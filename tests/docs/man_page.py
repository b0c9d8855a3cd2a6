"""Holds a man page to the --help of its program: both name the same commands, options and modes.

man_page.py PROGRAM PAGE
"""
import re
import subprocess
import sys

PROGRAM, PAGE = sys.argv[1:]


def help_of(*command):
    return subprocess.run([PROGRAM, *command, "--help"], capture_output=True, text=True, check=True).stdout


def options_of(text):
    return {option for line in re.findall(r"^  (-\S+)", text, flags=re.M) for option in line.split(",")}


def modes_in(text):
    """Those of "--mode MODE  ...: sequential, coroutine, threads or pool"."""
    listed = re.search(r"--mode MODE.*?: *((?:\w+, )+\w+ or \w+)", " ".join(text.split()))
    return set(re.findall(r"\w+", listed[1])) - {"or"} if listed else set()


top = help_of()
commands = re.findall(r"^  (\w+)  ", top.partition("Commands:")[2], flags=re.M)
helped = options_of(top).union(*(options_of(help_of(command)) for command in commands)) | set(commands)

with open(PAGE, encoding="utf-8") as file:
    page = file.read().replace("\\-", "-")
# Each has a tagged paragraph: .TP, then its line.
tags = re.findall(r"^\.TP\n(.*)$", page.split(".SH EXIT STATUS")[0], flags=re.M)
described = {word for tag in tags for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", tag)}
described |= {tag.removeprefix(".B ") for tag in tags if re.fullmatch(r"\.B \w+", tag)}

everything = "".join([top, *map(help_of, commands)])
raw = re.findall(r"REQUIRED|Excludes|:value in|\bTEXT\b|:INT|:FLOAT|\S*->\S*", everything)
for word in raw:
    print(f"--help has the words of its library and not its own: {word}")
modes = set().union(*(modes_in(text) for text in [top, *map(help_of, commands)]))
tagged = next((set(re.findall(r"\w+", tag)) for tag in tags if "--mode" in tag), set()) - {"BR", "mode"}
for word in sorted(modes ^ tagged):
    print(f"{word} is a mode in one of --help and man page")
for word in sorted(helped - described):
    print(f"{word} is in --help, and the man page has no paragraph on it")
for word in sorted(described - helped):
    print(f"the man page describes {word}, which --help does not know")
sys.exit(0 if helped == described and helped and modes == tagged and modes and not raw else 1)
