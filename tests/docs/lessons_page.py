"""Holds docs/lessons.md to the program: its lesson, its commands, its questions and their models.

lessons_page.py CLI PAGE
"""
import pathlib
import re
import subprocess
import sys
import tempfile

CLI, PAGE = sys.argv[1:]
TEXT = pathlib.Path(PAGE).read_text(encoding="utf-8")
PROBLEMS = []
KITCHEN = '{"interleave": 1, "title": "Kitchen", "tasks": [{"name": "soup", "steps": [{"sleep": 2}]}]}'
# What appears at the moments at which a slide freezes.
PARTS = "<!-- pause -->\n\nOne.\n\n<!-- pause -->\n\nTwo.\n"


def expect(holds, problem):
    if not holds:
        PROBLEMS.append(problem)


def check(folder, name, text, *options):
    path = pathlib.Path(folder, name)
    path.write_text(text, encoding="utf-8")
    return subprocess.run([CLI, "lesson", "check", name, *options], cwd=folder, capture_output=True, text=True,
                          check=False)


def rows_below(head):
    """The rows of the table whose first line begins so, as lists of cells."""
    table = TEXT.split("\n| " + head, 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]


def codes(cell):
    return re.findall(r"`([^`]+)`", cell)


def slide(commands, prediction=""):
    return f"---\ntitle: Test\n---\n\n# Test\n\n```interleave\n{commands}\n```\n\n{prediction}"


def check_example(folder):
    example = re.search(r"^````markdown\n(.*?)^````$", TEXT, flags=re.M | re.S).group(1)
    result = check(folder, "tea-house.lesson.md", example)
    expect(result.returncode == 0 and not result.stderr, f"the lesson of the page is not right: {result.stderr}")
    expect(f"`{result.stdout.strip()}`" in TEXT, f"the page says something else than {result.stdout.strip()}")
    answers = check(folder, "tea-house.lesson.md", example, "--answers").stdout.partition("\n")[0]
    expect(f"`{answers}`" in TEXT, f"the page shows other answers than {answers}")
    said = check(folder, "tea-house.lesson.md", example.replace("set-mode coroutine", "set-mode corutine", 1)).stderr
    expect(f"```\n{said}```" in TEXT, f"the page shows another message than this one:\n{said}")


def check_commands(folder):
    commands = [code for row in rows_below("command | what it does") for cell in (row[0],) for code in codes(cell)]
    expect(len(commands) > 15, "the table of commands was not found")
    for command in commands:
        tries = [check(folder, "test.lesson.md", slide(f"open coffee-shop\nset-mode {mode}\n{command}", PARTS))
                 for mode in ("coroutine", "sequential")]
        expect(any(one.returncode == 0 for one in tries), f"{command} cannot be done: {tries[0].stderr}")


def check_questions(folder):
    rows = rows_below("first line | the answer")
    expect(len(rows) > 15, "the table of questions was not found")
    shown = {}
    for asked, _, models in rows:
        kind = codes(asked)[0]
        if kind == "choice":
            continue
        said = [code for code in codes(models) if code not in ("makespan", "order")]
        shown[kind] = said or shown.get({"as of `makespan`": "makespan", "as of `order`": "order"}.get(models), [])
        # A model that says nothing about it is refused with those that do.
        foreign = "tasks" if "tasks" not in shown[kind] else "all"
        scenario = "last-ticket" if kind.split()[0] in ("shared", "outcomes", "interleavings", "losing") else "coffee-shop"
        answers = f"```predict\n{kind}\n- {foreign}: No.\n```\n"
        said = check(folder, "test.lesson.md", slide(f"open {scenario}\nset-mode threads" if scenario == "last-ticket"
                                                     else f"open {scenario}\nset-mode coroutine", answers)).stderr
        offered = re.search(r"says nothing about .*; write (.*)", said)
        expect(offered, f"{kind} is not refused for a foreign model: {said}")
        if offered:
            known = set(re.findall(r"[a-z-]{3,}", offered.group(1))) - {"value"}
            expect(known == set(shown[kind]), f"{kind}: the program has {sorted(known)}, the page {sorted(shown[kind])}")
    explained = {code for row in rows_below("model | who answers so believes") for code in codes(row[0])}
    named = {model for models in shown.values() for model in models}
    expect(explained == named, f"models without an explanation, or only explained: {sorted(explained ^ named)}")


def check_shared_scenario(folder):
    scenario = re.search(r"^```json\n(.*?)^```$", TEXT, flags=re.M | re.S).group(1)
    pathlib.Path(folder, "seats.json").write_text(scenario, encoding="utf-8")
    explored = subprocess.run([CLI, "explore", "seats.json", "--mode", "threads"], cwd=folder, capture_output=True,
                              text=True, check=False)
    expect("an update is lost" in explored.stdout, f"no update is lost in the page's scenario: {explored.stderr}")


def check_freeze(folder):
    example = re.search(r"^````markdown\n(# .*?)^````$", TEXT, flags=re.M | re.S)
    expect(example, "the example of freeze was not found")
    if example:
        result = check(folder, "test.lesson.md", f"---\ntitle: Test\n---\n\n{example.group(1)}")
        expect(result.returncode == 0, f"the example of freeze is not right: {result.stderr}")


def check_values(folder):
    asked = {"seconds": "makespan", "a number": "threads", "an order": "order", "a state": "state food at 1",
             "a line": "line 2", "a task": "point longest"}
    rows = rows_below("the answer is | a wrong answer")
    expect({row[0] for row in rows} == set(asked), f"the page has values of {[row[0] for row in rows]}")
    for what, value in rows:
        prediction = f"```predict\n{asked.get(what)}\n{codes(value)[0]}\n```\n"
        result = check(folder, "test.lesson.md", slide("open coffee-shop\nset-mode coroutine", prediction))
        expect(result.returncode == 0, f"the value of {what} is not taken: {result.stderr}")


def check_choice(folder):
    for block in re.findall(r"^```markdown\n(choice\n.*?)^```$", TEXT, flags=re.M | re.S):
        result = check(folder, "test.lesson.md", slide("open coffee-shop", f"```predict\n{block}```\n"))
        expect(result.returncode == 0, f"the choice of the page is not right: {result.stderr}")


with tempfile.TemporaryDirectory() as temporary:
    pathlib.Path(temporary, "kitchen.json").write_text(KITCHEN, encoding="utf-8")
    check_example(temporary)
    check_commands(temporary)
    check_questions(temporary)
    check_choice(temporary)
    check_shared_scenario(temporary)
    check_freeze(temporary)
    check_values(temporary)
for sentence in PROBLEMS:
    print(sentence)
sys.exit(1 if PROBLEMS else 0)
