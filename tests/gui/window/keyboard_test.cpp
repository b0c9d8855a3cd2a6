// Keys as X11 reports them to the real window, with the keyboard of a country: what they changed stands in the
// settings.
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace interleave::gui {

namespace {

namespace fs = std::filesystem;

bool lacks_keyboard() {
  for (const std::string_view program : {INTERLEAVE_XVFB_RUN, INTERLEAVE_SETXKBMAP, INTERLEAVE_XDOTOOL}) {
    if (program.find("NOTFOUND") == std::string_view::npos) continue;
    std::cout << "skipped: no Xvfb, setxkbmap or xdotool" << std::endl;
    return true;
  }
  return false;
}

// Opens the window on a display of its own, presses the digit 2 until it has come there, since X gives the keys to
// nobody until the window has the focus for good, then each of the keys once, by X11's numbers of their places; and
// lets the window close as soon as its settings say what is expected, or half a minute later. $1: the keyboard, $2: the
// keys, $3: what is expected, line by line.
constexpr const char* kScript = R"(
"$SETXKBMAP" "$1" || exit 9
"$WINDOW" coffee-shop & window=$!
shown=$(timeout 30 "$XDOTOOL" search --sync --onlyvisible --name Interleave | head -1)
"$XDOTOOL" windowfocus --sync "$shown"
for i in $(seq 150); do
  "$XDOTOOL" key 11
  sleep 0.2
  grep -qF '"mode": "coroutine"' "$XDG_CONFIG_HOME/interleave/settings.json" && break
done
for key in $2; do "$XDOTOOL" key "$key"; done
for i in $(seq 150); do
  missing=0
  while read -r line; do grep -qF -- "$line" "$XDG_CONFIG_HOME/interleave/settings.json" || missing=1; done <<<"$3"
  [ $missing = 0 ] && break
  sleep 0.2
done
kill $window
)";

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The settings after those keys.
std::string settings_after(const std::string& keyboard, const std::string& keys, const std::string& expected) {
  const fs::path home = fs::temp_directory_path() / ("interleave-keyboard-" + std::to_string(getpid()));
  fs::create_directories(home);
  std::ofstream(home / "script") << kScript;
  const std::string command =
      "env HOME='" + home.string() + "' XDG_CONFIG_HOME='" + home.string() + "' XDG_STATE_HOME='" + home.string() +
      "' SETXKBMAP='" INTERLEAVE_SETXKBMAP "' XDOTOOL='" INTERLEAVE_XDOTOOL "' WINDOW='" INTERLEAVE_WINDOW
      "' '" INTERLEAVE_XVFB_RUN "' -a -s '-screen 0 1280x1024x24' bash '" +
      (home / "script").string() + "' " + keyboard + " '" + keys + "' '" + expected + "' >/dev/null 2>&1";
  static_cast<void>(std::system(command.c_str()));
  std::string settings = text_of(home / "interleave" / "settings.json");
  fs::remove_all(home);
  return settings;
}

struct Row {
  const char* keyboard;
  const char* keys;
  const char* expected;
};

// 12, 13: the digits 3 and 4; 34, 35: [ and ]; 46: L; 54: C; 56: B.
constexpr Row kRows[] = {
    {"fr", "12", "\"mode\": \"threads\""},
    {"fr", "13 34 54", "\"mode\": \"pool\"\n\"max_workers\": 1,\n\"comparing\": true"},
    {"de", "13 34 35 35 35", "\"mode\": \"pool\"\n\"max_workers\": 4,"},
    {"ru", "13 54 46 ctrl+56", "\"comparing\": true\n\"language\": \"cpp\"\n\"hidden\": true"},
    {"gr", "54 46", "\"comparing\": true\n\"language\": \"cpp\""},
    {"ara", "54 46", "\"comparing\": true\n\"language\": \"cpp\""},
};

}  // namespace

TEST_CASE("each key acts once in the real window, whatever the keyboard types there") {
  if (lacks_keyboard()) return;
  for (const Row& row : kRows) {
    const std::string settings = settings_after(row.keyboard, row.keys, row.expected);
    std::istringstream lines(row.expected);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(row.keyboard);
      CAPTURE(row.keys);
      CAPTURE(settings);
      CHECK(settings.find(line) != std::string::npos);
    }
  }
}

}  // namespace interleave::gui
