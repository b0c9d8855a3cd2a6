"""Installs a build into an empty folder, moves that elsewhere, and holds what is there to the build.

installed.py CMAKE BUILD PROGRAM...
"""
import pathlib
import subprocess
import sys
import tempfile

CMAKE, BUILD, *BUILT = sys.argv[1:]
WINDOW = len(BUILT) > 1

EXPECTED = {
    "bin/interleave-cli",
    "share/doc/interleave/copyright",
    "share/doc/interleave/lessons.md",
    "share/doc/interleave/scenario-format.md",
    "share/interleave/schema/scenario.schema.json",
    "share/interleave/scenarios/coffee-shop.json",
    "share/man/man1/interleave-cli.1",
}
EXPECTED_WITH_WINDOW = {
    "bin/interleave",
    "share/applications/interleave.desktop",
    "share/icons/hicolor/scalable/apps/interleave.svg",
    "share/man/man1/interleave.1",
    "share/metainfo/interleave.metainfo.xml",
}


def output(folder, *command):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


problems = []
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([CMAKE, "--install", BUILD, "--prefix", f"{folder}/first"], check=True, stdout=subprocess.DEVNULL)
    prefix = pathlib.Path(folder, "first").rename(pathlib.Path(folder, "a place with blanks"))
    there = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()}
    expected = EXPECTED | (EXPECTED_WITH_WINDOW if WINDOW else set())
    problems += [f"{path} was not installed" for path in sorted(expected - there)]
    # What was fetched may install itself too, elsewhere.
    ours = {path for path in there if path.startswith("bin/") or "interleave" in path}
    scenarios = {path for path in ours if path.startswith("share/interleave/scenarios/")}
    problems += [f"{path} was installed too" for path in sorted(ours - scenarios - expected)]

    for built in BUILT:
        name = pathlib.Path(built).name
        if output(folder, prefix / "bin" / name, "--help") != output(folder, built, "--help"):
            problems.append(f"the installed {name} has another --help than the built one")
    installed_cli, built_cli = prefix / "bin/interleave-cli", BUILT[0]
    for scenario in ("coffee-shop", prefix / "share/interleave/scenarios/downloads.json"):
        arguments = ("run", scenario, "--mode", "pool", "--format", "json")
        if output(folder, installed_cli, *arguments) != output(folder, built_cli, *arguments):
            problems.append(f"the installed command line runs {scenario} otherwise than the built one")

for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
