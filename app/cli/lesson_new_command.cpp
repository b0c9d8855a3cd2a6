#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/lesson_commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/base/utf8.h"

namespace interleave::cli {
namespace {

constexpr std::string_view kSkeleton = R"(---
# What is known of the lesson. Only the title must be there.
title: {title}
author: Your name
locale: en
minutes: 5
# needs: start-here, calling
---

# {title}

One question that this lesson answers. Text is Markdown, with *emphasis*, `code`, lists, tables and pictures.

<!-- A comment that nobody sees. -->
<!-- notes: What only you see while you speak. -->

---

# What there is

Below stands what the slide does, a line each. The scenario is a built-in one (`interleave-cli list` names them), or a
file beside this lesson.

```interleave
open coffee-shop
set-mode sequential
show timeline,console
```

<!-- pause -->

This appears at the next key. Now it runs.

```interleave
run
```

---

# Foretell it

The answer is hidden until it was given. The engine knows the right one; each wrong idea has words of its own.

```interleave
set-mode coroutine
show timeline
playhead 0
hide future
```

```predict
makespan
How long do the three orders take as coroutines?
- right: All three wait over the same seconds, and the longest decides.
- sequential: That is one after another. It would be so if each waited for the one before it.
- shared-out: The waiting is not shared out. Each order waits as long as before, at the same time as the others.
```

What follows a question appears after the answer.

---

# Your change

Give coffee 4 s, and look at what happens.

```interleave
edit coffee seconds 4
show timeline
run
```

---

# The machine so far

**Rule:** waits that have begun overlap.
)";

// "coffee-break" as "Coffee break".
std::string title_of(std::string name) {
  std::replace(name.begin(), name.end(), '-', ' ');
  if (!name.empty()) name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}

std::string skeleton(const std::string& title) {
  constexpr std::string_view kTitle = "{title}";
  std::string text(kSkeleton);
  for (std::size_t at = text.find(kTitle); at != std::string::npos; at = text.find(kTitle, at + title.size())) {
    text.replace(at, kTitle.size(), title);
  }
  return text;
}

struct NewOptions {
  std::string name = "my-lesson";
  std::string output = "-";
};

ExitCode execute_new(const NewOptions& options) {
  const bool is_name = !options.name.empty() && !has_control_characters(options.name) &&
                       first_invalid_utf8(options.name) == std::string_view::npos;
  if (!is_name) {
    complain(fmt::format("{} is no name for a lesson; write one such as coffee-break", in_quotes(options.name)));
    return ExitCode::bad_input;
  }
  std::error_code none;
  const OutputTarget target(options.output);
  if (!target.is_stdout() && std::filesystem::exists(options.output, none)) {
    complain(fmt::format("{} is there already; name another file for the new lesson", options.output));
    return ExitCode::bad_input;
  }
  return deliver(target, skeleton(title_of(options.name)));
}

}  // namespace

Command add_lesson_new_command(CLI::App& lesson) {
  CLI::App* const app = lesson.add_subcommand("new", "Write a lesson to begin with, which says what stands where");
  const auto options = std::make_shared<NewOptions>();
  app->add_option("NAME", options->name, "Of the lesson, such as coffee-break");
  app->add_option("-o,--output", options->output,
                  "Write there instead of standard output; a file that is\nthere is left alone")
      ->type_name("FILE");
  app->footer("Example: interleave-cli lesson new coffee-break -o coffee-break.lesson.md");
  return {app, [options] { return execute_new(*options); }};
}

}  // namespace interleave::cli
