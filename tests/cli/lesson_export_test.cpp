#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "tests/cli/support/page.h"
#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"
#include "tests/support/png_bytes.h"

namespace interleave::test {
namespace {

constexpr const char* kTeaHouse =
    "---\ntitle: Tea & <cake>\nauthor: A. \"Teacher\"\nlocale: en\nminutes: 8\nneeds: start-here\n---\n\n"
    "# One after another\n\nTea takes `2 s`.\n\n```interleave\nopen coffee-shop\nset-mode sequential\n"
    "show timeline,console,code\nhighlight line sleep\nrun\n```\n\n<!-- notes: Wait <here>. -->\n\n---\n\n"
    "# As coroutines\n\n```interleave\nset-mode coroutine\n```\n\n```predict\nmakespan\nHow long?\n"
    "- right: The longest decides.\n- sequential: One after another.\n```\n\nFood decides.\n\n---\n\n"
    "# Alone\n\n```predict\nlength cake\n- right: Its own wait.\n```\n\n---\n\n# Rule\n\n**Waits** overlap.\n";

std::string exported(const std::string& lesson, const std::vector<std::string>& options = {}) {
  std::vector<std::string> call = {"lesson", "export", lesson};
  call.insert(call.end(), options.begin(), options.end());
  const Finished finished = cli(call);
  CHECK(finished.exit_code == 0);
  CHECK(finished.err == "");
  return finished.out;
}

std::string slide(const std::string& page, int number) {
  const std::size_t begin = page.find("<p class=\"number\">" + std::to_string(number) + "</p>");
  return page.substr(begin, page.find("</section>", begin) - begin);
}

}  // namespace

TEST_CASE("a lesson is exported as one page with its title, its slides, their text, runs and programs") {
  const TemporaryFolder folder;
  const std::string page = exported(folder.write("tea.lesson.md", kTeaHouse));
  CHECK(problem_with_page(page) == "");
  CHECK(contains(page, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">"));
  CHECK(contains(page, "<title>Tea &amp; &lt;cake&gt;</title>"));
  CHECK(contains(page, "A. &quot;Teacher&quot;, 8 minutes, 4 slides; before it: start-here<"));
  const std::string first = slide(page, 1);
  CHECK(contains(first, "<h2>One after another</h2>"));
  CHECK(contains(first, "<p>Tea takes <code>2 s</code>.</p>"));
  CHECK(contains(first, ">sequential, simulated: finished after 9 s<"));
  CHECK(contains(first, ">By task<"));
  CHECK(!contains(first, ">By worker ("));
  CHECK(contains(first, "The program in Python"));
  CHECK(contains(first, "<mark>    time.sleep(seconds * SECOND)</mark>"));
  CHECK(contains(first, "Received coffee\n"));
  CHECK(contains(slide(page, 4), "<p><strong>Waits</strong> overlap.</p>"));
}

TEST_CASE("a question has its answers to tick, or a line to fill in, and nothing that tells the right one") {
  const TemporaryFolder folder;
  const std::string page = exported(folder.write("tea.lesson.md", kTeaHouse));
  const std::string asking = slide(page, 2);
  CHECK(contains(asking, "<p class=\"ask\">How long?</p>"));
  CHECK(contains(asking, "<span class=\"letter\">A</span><span>5 s</span>"));
  CHECK(contains(asking, "<span class=\"letter\">B</span><span>9 s</span>"));
  CHECK(!contains(asking, "<svg"));
  const std::string alone = slide(page, 3);
  CHECK(contains(alone, "<input class=\"line\" type=\"text\""));
  CHECK(!contains(alone, "3 s"));
  for (const char* told : {"The longest decides", "One after another.", "Food decides", "after 5 s<", "Its own wait",
                           "Wait &lt;here", "Answers"}) {
    CAPTURE(told);
    CHECK(!contains(page, told));
  }
}

TEST_CASE("a teacher's copy is that of the students with a section of answers and notes behind it") {
  const TemporaryFolder folder;
  const std::string lesson = folder.write("tea.lesson.md", kTeaHouse);
  const std::string page = exported(lesson);
  const std::string copy = exported(lesson, {"--answers"});
  CHECK(problem_with_page(copy) == "");
  const std::string same = page.substr(0, page.find("</main>"));
  CHECK(copy.starts_with(same));
  const std::string answers = copy.substr(same.size());
  CHECK(answers.starts_with("<section id=\"answers\">\n<h2>Answers</h2>\n"));
  for (const char* told :
       {"<dt class=\"correct\"><span class=\"letter\">A</span> 5 s ✓</dt>\n<dd>The longest decides.</dd>",
        "<dt><span class=\"letter\">B</span> 9 s</dt>\n<dd>One after another.</dd>", "<p>Food decides.</p>",
        ">coroutine, simulated: finished after 5 s<", "<dt class=\"correct\">3 s ✓</dt>\n<dd>Its own wait.</dd>",
        "<p>Wait &lt;here&gt;.</p>"}) {
    CAPTURE(told);
    CHECK(contains(answers, told));
  }
}

TEST_CASE("no built-in lesson's page tells an answer, and its teacher's copy tells all of them") {
  for (const std::string& name : names_of_lessons()) {
    CAPTURE(name);
    const std::string page = exported(name);
    const std::string copy = exported(name, {"--answers"});
    CHECK(problem_with_page(page) == "");
    CHECK(problem_with_page(copy) == "");
    const std::string same = page.substr(0, page.find("</main>"));
    REQUIRE(copy.starts_with(same));
    const std::string answers = copy.substr(same.size());
    const auto right = parts_between(answers, "<dt class=\"correct\">", "</dt>\n");
    CHECK(right.size() == parts_between(page, "<div class=\"question\">", "</div>").size());
    for (const std::string& said : parts_between(answers, "<dd>", "</dd>")) CHECK(!contains(page, said));
    for (const std::string& asking : parts_between(page, "<section class=\"slide\">", "</section>")) {
      if (contains(asking, "class=\"question\"")) CHECK(!contains(asking, ": finished after "));
    }
    // What stands with the answers stands nowhere before them.
    const auto pictures = pictures_of(answers);
    CHECK(!pictures.empty());
    for (const std::string& picture : pictures_of(page)) {
      CHECK(std::find(pictures.begin(), pictures.end(), picture) == pictures.end());
    }
  }
}

TEST_CASE("pictures are in the page, and text is escaped wherever it comes from") {
  const TemporaryFolder folder;
  folder.write("cook.png", testing::png_bytes(8, 8));
  const std::string text =
      "---\ntitle: </title><script>\nauthor: <b>\n---\n\n# \\<i> &amp;amp; \"q\"\n\n![\\<cook> \"x\"](cook.png)\n\n"
      "| a | b |\n| :-: | --: |\n| `<td>` | *1* |\n\n```js\n</pre><script>&\n\tx\n```\n\n> quote\n\n2. two\n3. "
      "three\n\n"
      "[link](http://a.example/x)\n\n```json scenario\n{\"interleave\": 1, \"title\": \"</svg><script>\", \"tasks\": "
      "[{\"name\": \"<task>\", \"steps\": [{\"print\": \"<out>\"}, {\"sleep\": 2}]}]}\n```\n\n```interleave\n"
      "set-mode coroutine\nshow timeline,console,code\nrun\n```\n\n<!-- notes: </p> & more\nand more -->\n";
  const std::string page = exported(folder.write("a.lesson.md", text), {"--answers"});
  CHECK(problem_with_page(page) == "");
  for (const char* part :
       {"<title>&lt;/title&gt;&lt;script&gt;</title>",
        "<img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAI", "\" alt=\"&lt;cook&gt; &quot;x&quot;\"/>",
        "<tr><td class=\"middle\"><code>&lt;td&gt;</code></td><td class=\"right\"><em>1</em></td></tr>",
        "<pre><code>&lt;/pre&gt;&lt;script&gt;&amp;\n    x</code></pre>", "<ol start=\"2\">", "<p>link</p>",
        "&lt;/svg&gt;&lt;script&gt;", "&lt;task&gt;", "&lt;out&gt;", "&lt;/p&gt; &amp; more<br/>\nand more"}) {
    CAPTURE(std::string(part));
    CHECK(contains(page, part));
  }
}

TEST_CASE("a comparison and outcomes are tables") {
  const TemporaryFolder folder;
  const std::string page = exported(
      folder.write("a.lesson.md",
                   "---\ntitle: A\n---\n\n# A\n\n```interleave\nopen coffee-shop\ncompare sequential,coroutine\n```\n"
                   "\n---\n\n# B\n\n```interleave\nopen last-ticket\nset-mode threads\nshow outcomes\n```\n"));
  CHECK(problem_with_page(page) == "");
  CHECK(contains(slide(page, 1), "<tr><td>Coroutine</td><td>5.00 s</td><td>1</td><td>finished</td></tr>"));
  CHECK(!contains(slide(page, 1), "Threads"));
  CHECK(contains(slide(page, 2), "<figcaption>6 interleavings, 2 outcomes</figcaption>"));
  CHECK(
      contains(slide(page, 2), "<tr><td>4 of 6</td><td>50 %</td><td>finished, tickets 0, an update is lost</td></tr>"));
  CHECK(!contains(page, "<svg"));
}

TEST_CASE("what a part of a slide shows as the one before it did stands there once") {
  const TemporaryFolder folder;
  const std::string page = exported(folder.write(
      "a.lesson.md",
      "---\ntitle: A\n---\n\n# A\n\n```interleave\nopen coffee-shop\nrun until 1\n```\n\n<!-- pause -->\n\n"
      "More.\n\n```interleave\nplayhead 2\n```\n\n<!-- pause -->\n\nOther.\n\n```interleave\n"
      "set-mode threads\nrun\n```\n"));
  CHECK(pictures_of(page).size() == 2);
}

TEST_CASE("a lesson with mistakes is told of as lesson check tells of it, and nothing is written") {
  const TemporaryFolder folder;
  std::string text = kTeaHouse;
  text.replace(text.find("set-mode coroutine"), 18, "set-mode corutine");
  const std::string lesson = folder.write("tea.lesson.md", text);
  const Finished finished = cli({"lesson", "export", lesson, "-o", folder.path("tea.html")});
  CHECK(finished.exit_code == 2);
  CHECK(finished.out == "");
  CHECK(finished.err == cli({"lesson", "check", lesson}).err);
  CHECK(folder.names() == std::vector<std::string>{"tea.lesson.md"});
}

TEST_CASE("a page goes to a file wholly or not at all, and never to the lesson itself") {
  const TemporaryFolder folder;
  const std::string lesson = folder.write("tea.lesson.md", kTeaHouse);
  const std::string file = folder.write("tea.html", "old");
  const Finished finished = cli({"lesson", "export", lesson, "--output", file});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out == "");
  CHECK(contents_of(file) == exported(lesson));
  check_refused({"lesson", "export", lesson, "-o", lesson}, "is the lesson itself; name another file for the page");
  CHECK(contents_of(lesson) == kTeaHouse);
  check_refused({"lesson", "export", lesson, "-o", folder.path("none/tea.html")}, "none");
}

TEST_CASE("a built-in lesson is exported by its name, and one that is not there is named with what was meant") {
  CHECK(contains(exported("start-here"), "<h1>"));
  check_refused({"lesson", "export", "strat-here"}, "there is no lesson \"strat-here\"; did you mean start-here?");
  check_refused({"lesson", "export", "none.lesson.md"}, "cannot read none.lesson.md");
  check_refused({"lesson", "export"}, "LESSON");
}

}  // namespace interleave::test
