"""Whether what a program prints on threads or on processes is determined by its scenario, or left to the system: the rule by which runs
are compared.

Of threads that go on at one moment the system says which is first, and who of those that wait for one thing gets it. So
a run is compared only where
- no two tasks ask for the same thing at one moment: acquire it, put into it or get from it, or begin to wait for it;
- no two tasks wait for the same thing at the same time;
- no task is submitted or begins at a moment at which one that cancels it does anything, which may come before that or be
  too late;
- where a failure cancels others, no task comes or begins at its moment, nor ends while one is cancelled;
- of a variable, nobody uses it at the moment at which another task does without anything that decides which comes
  first, but where both write the same.

Of several processes the system says which one gets a job. So a run on processes is compared only where that makes no
difference: there is one at most, or those that use one thing do so in jobs that run at the same time.
"""
import collections

ASKING = {"acquired": "acquire", "put": "put", "got": "get"}
WAITING = ("lock", "semaphore", "queue")
SURELY = 0.05  # so long a job must run beside another one to be in a process of its own in any case


def left_open(record, scenario):
    """What of that does not hold, in words; empty: what the program prints is determined."""
    return crowds(record) or crossing_waits(record) or late_cancels(record, scenario) or late_failures(record, scenario) or races(record)


def left_open_to_processes(record, _scenario):
    """The same of worker processes."""
    if record["max_workers"] == 1:
        return ""
    users = collections.defaultdict(list)
    for task in record["tasks"]:
        used = {use["on"] for use in record.get("accesses", []) if use["task"] == task["name"]}
        used |= {thing for thing, _, _, waiter in waits(record) if waiter == task["name"]}
        for thing in used:
            users[thing].append(task)
    for thing, tasks in users.items():
        last_begin = max(task["started"] for task in tasks)
        for task in tasks:
            if len(tasks) > 1 and task["finished"] is not None and task["finished"] < last_begin + SURELY:
                return f"another task may be in the process of {task['name']}, and use {thing} after it"
    return ""


def waits(record):
    """(thing, begin, end, task), by thing and then by begin."""
    return sorted((span["on"], span["begin"], span["end"], task["name"]) for task in record["tasks"]
                  for span in task["spans"] if span["cause"] in WAITING)


def crowds(record):
    """Several that ask for one thing at one moment. To put is not to get; who waits may do either."""
    asking = collections.defaultdict(set)
    begin_to_wait = {(thing, begin, task) for thing, begin, _, task in waits(record)}
    for use in record.get("accesses", []):
        if use["access"] in ASKING:
            asking[use["on"], use["time"], ASKING[use["access"]]].add(use["task"])
    for (thing, moment, kind), tasks in asking.items():
        if len(tasks) > 1:
            return f"at {moment} s {' and '.join(sorted(tasks))} {kind} {thing}"
        for other in (task for what, begin, task in begin_to_wait if (what, begin) == (thing, moment)):
            if other not in tasks:
                return f"at {moment} s {other} begins to wait for {thing}, which another one has then"
    return ""


def crossing_waits(record):
    of_all = waits(record)
    for (thing, _, end, one), (other_thing, begin, _, other) in zip(of_all, of_all[1:]):
        if thing == other_thing and begin < end and one != other:
            return f"{one} and {other} wait for {thing} at the same time"
    return ""


def steps_within(steps):
    for step in steps:
        yield step
        for body in ("steps", "else", "try", "except", "finally"):
            yield from steps_within(step.get(body, []))


def moments_of(task, record):
    spans = [moment for span in task["spans"] for moment in (span["begin"], span["end"])]
    printed = [line["time"] for line in record["output"] if line["task"] == task["name"]]
    return {task["submitted"], task["started"], task["finished"], *spans, *printed} - {None}


def late_cancels(record, scenario):
    told = {task["name"]: task for task in record["tasks"]}
    for task in scenario["tasks"]:
        steps = task["steps"] if "steps" in task else scenario["functions"][task["call"]]["steps"]
        for name in {step["cancel"] for step in steps_within(steps) if "cancel" in step}:
            if {told[name]["submitted"], told[name]["started"]} & moments_of(told[task["name"]], record):
                return f"{name} comes or begins as {task['name']}, which cancels it, does something"
    return ""


def late_failures(record, scenario):
    """Of a pool, whose queue a failure empties, and of main, which submits nothing more."""
    if scenario.get("on_error") != "cancel":
        return ""
    manual = {task["name"] for task in scenario["tasks"] if task.get("manual")}
    failures = [task for task in record["tasks"] if task["outcome"] == "failed" and task["name"] not in manual]
    for failed in failures:
        moment = failed["finished"]
        others = [task for task in record["tasks"] if task is not failed]
        is_cancelled = any(task["outcome"] == "cancelled" and task["finished"] == moment for task in others)
        for other in others:
            if moment > 0 and other["submitted"] == moment or record["mode"] == "pool" and other["started"] == moment:
                return f"{other['name']} comes or begins as {failed['name']} fails"
            if is_cancelled and other["finished"] == moment and other["started"] is not None:
                return f"{other['name']} ends as {failed['name']} fails, and others are cancelled"
    return ""


def races(record):
    for mark in record.get("marks", []):
        variable, moment = mark["variable"], mark["time"]
        if mark["kind"] != "unordered" or mark["other"]["time"] != moment:
            continue
        written = {use["value"] if use["access"] == "written" else None for use in record["accesses"]
                   if (use["on"], use["time"]) == (variable, moment) and use["access"] in ("read", "written")}
        if len(written) > 1:
            return f"at {moment} s nothing decides which use of {variable} comes first"
    return ""
