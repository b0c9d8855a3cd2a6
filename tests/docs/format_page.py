"""Holds docs/scenario-format.md to the program: what it shows is what interleave-cli takes and gives.

format_page.py CLI SCHEMA PAGE
"""
import json
import re
import subprocess
import sys

CLI, SCHEMA, PAGE = sys.argv[1:]
TEXT = open(PAGE, encoding="utf-8").read()
PROBLEMS = []


def expect(holds, problem):
    if not holds:
        PROBLEMS.append(problem)


def run(*arguments, given=None):
    return subprocess.run([CLI, *arguments], input=given, capture_output=True, text=True, check=False)


def check(scenario):
    return run("check", "-", given=scenario if isinstance(scenario, str) else json.dumps(scenario))


def without_comments(text):
    return re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', lambda match: match.group(1) or "", text, flags=re.S)


def blocks(language):
    return [text for name, text in re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, flags=re.M | re.S) if name == language]


def rows(heading):
    """The rows of the last table below a heading, as lists of cells."""
    section = TEXT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in cells if not set(row[0].strip()) <= set("- ")]


def codes(text):
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))


def scenario_with(steps=(), task=None, file=None):
    tasks = [{"name": "a", "steps": list(steps), **(task or {})}]
    return {"interleave": 1, "title": "T", "tasks": tasks, **(file or {})}


def check_whole_scenarios():
    whole = [text for text in blocks("jsonc") if '"interleave": 1' in text]
    expect(whole, "no block is a whole scenario")
    for text in whole:
        result = check(text)
        expect(result.returncode == 0, f"a scenario of the page is refused: {result.stderr}")
        wrong = text.replace('"sleep"', '"slep"', 1)
        said = run("check", "-", given=wrong).stderr.replace("<standard input>", "breakfast.json")
        expect(said in blocks(""), f"the page shows another message for the mistake than this one:\n{said}")


def check_fragments():
    for text in blocks("jsonc"):
        if '"interleave": 1' not in text:
            try:
                json.loads(without_comments(text if text.startswith("{") else "{" + text + "}"))
            except json.JSONDecodeError as error:
                expect(False, f"a block is no JSON: {error}\n{text}")
    for row in rows("Steps"):
        for code in codes(row[0]):
            step = json.loads(code.replace("{item}", "{task}"))
            called = {"boil": {"parameters": list(step.get("arguments", {})), "steps": []}}
            shared = {"shared": {"tickets": 1}, "queues": {"belt": 2}, "functions": called}
            scenario = scenario_with([{"set": "left", "value": 1}, step], file=shared)
            for name in ("soup", "salad"):
                scenario["tasks"].append({"name": name, "manual": True, "steps": []})
            result = check(scenario)
            expect(result.returncode == 0, f"the step {code} is refused: {result.stderr}")


def check_words():
    schema = json.load(open(SCHEMA, encoding="utf-8"))
    definitions = schema["definitions"]
    named = " ".join(codes(TEXT))
    keys = set(schema["properties"])
    for part in ("step", "function", "task", "machine"):
        keys |= set(definitions[part]["properties"])
    for key in sorted(keys):
        expect(re.search(rf"\b{key}\b", named), f'the key "{key}" of the schema is not on the page')
    verbs = {choice["required"][0] for choice in definitions["step"]["oneOf"]}
    shown = {next(iter(json.loads(code))) for row in rows("Steps")[1:] for code in codes(row[0])}
    expect(verbs == shown, f"the schema has the steps {sorted(verbs)}, the page {sorted(shown)}")
    for mode in schema["properties"]["mode"]["enum"]:
        expect(f"| `{mode}` |" in TEXT, f"the mode {mode} has no row")


def check_command_line():
    commands = re.findall(r"^  (\w+)  ", run("--help").stdout.split("Commands:")[1], flags=re.M)
    expect(len(commands) > 3, "--help lists no commands")
    named = "\n".join(codes(TEXT))
    for command in commands:
        expect(re.search(rf"^\| `{command}[ `]", TEXT, flags=re.M), f"the command {command} has no row")
        lines = re.findall(r"^  (-\S+)", run(command, "--help").stdout, flags=re.M)
        for option in {option for line in lines for option in line.split(",")} - {"-h"}:
            expect(re.search(rf"(^|\s){option}\b", named, flags=re.M), f"the option {option} of {command} is not named")
    refused = run("run", "coffee-shop", "--format", "nonsense").stderr
    formats = re.findall(r"\w+", re.search(r"is none of (.*)", refused).group(1))
    expect("json" in formats, f"--format does not say what it takes: {refused}")
    for word in formats:
        expect(re.search(rf"^\| [^|]*`{word}`", TEXT, flags=re.M), f"the format {word} has no row")


def check_outputs():
    def output(*arguments):
        return json.loads(run(*arguments, "--format", "json").stdout)

    record = output("run", "coffee-shop", "--mode", "coroutine")
    for key in ("tasks", "output"):
        record[key] = record[key][:1]
    outputs = [record, output("compare", "downloads"), output("sweep", "downloads", "--workers", "1..2"),
               output("explore", "last-ticket")]
    shown = [json.loads(text) for text in blocks("json")]
    expect(len(shown) == len(outputs), f"the page has {len(shown)} blocks of JSON")
    for page, program in zip(shown, outputs):
        expect(page == program, f"the page shows another output than this: {json.dumps(program)}")


def check_makespans():
    head, *examples = rows("What the two first examples must give")
    expect(len(examples) == 2, "the table of the two examples has other rows")
    for name, *seconds in examples:
        for column, expected in zip(head[1:], seconds):
            mode, *workers = column.split()
            options = ["--mode", mode] + (["--max-workers", *workers] if workers else [])
            record = json.loads(run("run", codes(name)[0], *options, "--format", "json").stdout)
            expect(record["makespan"] == int(expected), f"{name}, {column}: {record['makespan']} s and not {expected}")


def check_not_yet():
    def result_of(where, code):
        if where == "command":
            return run(*code.split())
        if where == "step":
            return check(scenario_with([{code: "x", "steps": []}]))
        part = json.loads("{" + code + "}")
        if where == "task":
            return check(scenario_with(task=part))
        return check(scenario_with(file={"machine": part} if where == "machine" else part))

    head, *planned = rows("Not yet")
    for where, words, message, _ in planned:
        for code in codes(words):
            result = result_of(where, code)
            expect(result.returncode == 2 and message in result.stderr,
                   f"{where} {code} is refused otherwise than by {message!r}, or not: {result.stderr}")
    expect(planned and head[0] == "where", "the table of what is not yet there was not found")


check_whole_scenarios()
check_fragments()
check_words()
check_command_line()
check_outputs()
check_makespans()
check_not_yet()
for sentence in PROBLEMS:
    print(sentence)
sys.exit(1 if PROBLEMS else 0)
