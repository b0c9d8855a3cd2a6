"""compile_alone_test.py COMPILER: what the check of each file by itself finds, in small builds that it is given."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("compile_alone.py")
LIST = "#pragma once\n#include <vector>\nusing List = std::vector<int>;\n"


def checked(files):
    """What the check says of a build of FILES, name -> text; each that ends in .cpp is compiled there."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        tree = root / "build"
        tree.mkdir()
        for name, text in files.items():
            (root / name).write_text(text)
        compiled = [str(root / name) for name in files if name.endswith(".cpp")]
        (tree / "CMakeCache.txt").write_text(f"CMAKE_HOME_DIRECTORY:INTERNAL={root}\n")
        (tree / "compile_commands.json").write_text(json.dumps([
            {"file": file, "directory": str(tree),
             "command": f"{sys.argv[1]} -std=c++20 -Wall -Werror -I{root} -o {file}.o -c {file}"} for file in compiled]))
        result = subprocess.run([sys.executable, "-B", CHECK, tree], capture_output=True, text=True)
        return result, [place.name for place in (tree / "read_before").glob("*.pch")]


def users_of_list(count):
    """So many files that the list is read once for all of them."""
    return {f"user_{number}.cpp": '#include "list.h"\nint size(const List& list) { return static_cast<int>(list.size()); }\n'
            for number in range(count)}


class CompileAlone(unittest.TestCase):
    def test_files_that_ask_for_all_they_use_stand_alone_and_what_they_share_is_read_once(self):
        result, read_before = checked({"list.h": LIST, **users_of_list(4)})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("4 of 4", result.stderr)
        self.assertEqual(read_before, ["0-list.h.pch"])

    def test_a_header_is_not_given_what_its_source_asks_for_after_it(self):
        result, _ = checked({"list.h": LIST, **users_of_list(4), "bare.h": "#pragma once\nint sum(const std::vector<int>&);\n",
                             "bare.cpp": '#include "bare.h"\n#include "list.h"\nint sum(const List&) { return 0; }\n'})
        self.assertEqual(result.returncode, 1)
        self.assertIn("bare.cpp cannot be compiled by itself", result.stderr)
        self.assertIn("4 of 5", result.stderr)

    def test_a_header_is_not_given_itself(self):
        result, _ = checked({"list.h": LIST.replace("#include <vector>\n", ""), "list.cpp": '#include "list.h"\n',
                             "a.cpp": '#include <vector>\n#include "list.h"\n', "b.cpp": '#include <vector>\n#include "list.h"\n'})
        self.assertEqual(result.returncode, 1)
        self.assertIn("list.cpp cannot be compiled by itself", result.stderr)

    def test_a_file_is_not_given_what_it_asks_for_under_a_condition(self):
        result, _ = checked({"list.h": LIST, **users_of_list(4),
                             "maybe.cpp": '#ifdef NOWHERE\n#include "list.h"\n#endif\nint size(const List&);\n'})
        self.assertEqual(result.returncode, 1)
        self.assertIn("maybe.cpp cannot be compiled by itself", result.stderr)

    def test_a_build_of_no_files_is_no_success(self):
        result, _ = checked({})
        self.assertNotEqual(result.returncode, 0)


unittest.main(argv=sys.argv[:1])
