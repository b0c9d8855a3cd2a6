#include "tests/architecture/include_rule.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace interleave::architecture {
namespace {

using Layers = std::set<std::string, std::less<>>;

const Layers kWithoutThreads = {"core/base",     "core/scenario", "core/runtime", "core/record",      "core/execution",
                                "core/timeline", "core/looks",    "core/listing", "core/interchange", "core/run",
                                "core/explore",  "core/lesson",   "core/predict"};

Layers joined(Layers layers, const Layers& others) {
  layers.insert(others.begin(), others.end());
  return layers;
}

// A folder of floors, from the ground up: each may know those below it, and files beside the floors all of them.
struct House {
  std::string_view folder;
  std::vector<std::string_view> floors;
};

const House kModel = {"app/gui/model", {"picture", "edit", "files", "state", "explain", "input", "update", "lesson"}};
const House kViews = {"app/gui/views", {"drawing", "widgets", "timeline", "edit", "explore", "panels", "lesson"}};

std::string floor_of(const House& house, std::string_view name) { return fmt::format("{}/{}", house.folder, name); }

// The floors below that layer of the house, or all of them; nothing for a layer that is not of the house.
std::optional<Layers> floors_below(const House& house, std::string_view layer) {
  Layers below;
  for (const std::string_view name : house.floors) {
    std::string floor = floor_of(house, name);
    if (floor == layer) return below;
    below.insert(std::move(floor));
  }
  return layer == house.folder ? std::optional(below) : std::nullopt;
}

Layers all_of(const House& house) {
  Layers all = floors_below(house, house.folder).value();
  all.emplace(house.folder);
  return all;
}

const Layers kWindow = joined(kWithoutThreads, joined(all_of(kModel), all_of(kViews)));

// What each folder may know besides itself. A new folder is refused until it has its line here.
const std::map<std::string, Layers, std::less<>> kAllowed = {
    {"core/base", {}},
    {"core/scenario", {"core/base"}},
    {"core/runtime", {"core/base"}},
    {"core/threads", {"core/base", "core/runtime"}},
    {"core/record", {"core/base"}},
    {"core/execution", {"core/base", "core/scenario", "core/runtime", "core/record"}},
    {"core/timeline", {"core/base", "core/record"}},
    {"core/looks", {"core/base", "core/record", "core/timeline"}},
    {"core/listing", {"core/base", "core/scenario"}},
    {"core/interchange", {"core/base", "core/record", "core/timeline", "core/looks"}},
    {"core/run", {"core/base", "core/scenario", "core/runtime", "core/record", "core/execution", "core/timeline"}},
    {"core/explore",
     {"core/base", "core/scenario", "core/runtime", "core/record", "core/execution", "core/timeline", "core/run"}},
    {"core/lesson", {"core/base"}},
    {"core/predict", {"core/base", "core/scenario", "core/record", "core/timeline", "core/run", "core/explore"}},
    {"core/processes", {"core/base", "core/scenario", "core/runtime", "core/threads", "core/record", "core/execution"}},
    {"core/live",
     {"core/base", "core/scenario", "core/runtime", "core/threads", "core/record", "core/execution", "core/processes",
      "core/timeline", "core/run"}},
    {"app/files", {"core/base", "core/lesson"}},
    {"app/command_line", {"core/base"}},
    // Of the model only what shows a lesson without a window.
    {"app/cli", joined(kWithoutThreads, {"app/files", "app/command_line", "app/gui/model/lesson", "core/threads",
                                         "core/processes", "core/live"})},
    {"app/gui/platform", joined(kWindow, {"app/files", "core/threads", "core/processes", "core/live"})},
    {"app/gui", joined(kWindow, {"app/files", "app/command_line", "app/gui/platform", "core/threads", "core/processes",
                                 "core/live"})},
};

std::optional<Layers> allowed_for(std::string_view layer) {
  if (const auto below = floors_below(kModel, layer)) return joined(kWithoutThreads, *below);
  if (const auto below = floors_below(kViews, layer)) return joined(joined(kWithoutThreads, all_of(kModel)), *below);
  const auto found = kAllowed.find(layer);
  return found == kAllowed.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::array kWindowHeaders = {"imgui", "imstb", "GLFW/", "glad/", "GL/", "KHR/", "X11/"};
constexpr std::array kThreadHeaders = {
    "thread", "mutex", "shared_mutex", "condition_variable", "semaphore", "future", "stop_token", "latch", "barrier"};

bool starts_with_any(std::string_view text, const auto& prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return text.starts_with(prefix); });
}

// The first line, without its break; `text` goes on behind it.
std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

struct Include {
  std::string_view target;
  bool quoted;
};

std::optional<Include> parse_include(std::string_view line) {
  const auto skip_blanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  skip_blanks();
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with("include")) return std::nullopt;
  line.remove_prefix(std::string_view("include").size());
  skip_blanks();
  if (!line.starts_with('"') && !line.starts_with('<')) return std::nullopt;
  const bool quoted = line.front() == '"';
  line.remove_prefix(1);
  return Include{line.substr(0, line.find(quoted ? '"' : '>')), quoted};
}

bool may_show_a_window(std::string_view layer) {
  return layer == "app/gui" || layer == "app/gui/platform" || floors_below(kViews, layer);
}

std::optional<std::string> objection_to_own(std::string_view layer, std::string_view target) {
  const std::string to = layer_of(target);
  if (to.empty()) return "does not start at core/ or app/";
  if (to == layer) return std::nullopt;
  const auto allowed = allowed_for(layer);
  if (!allowed) return fmt::format("is in {}, a folder the dependency rule does not know", layer);
  if (!allowed->contains(to)) return fmt::format("{} may not know {}", layer, to);
  return std::nullopt;
}

std::optional<std::string> objection_to_foreign(std::string_view layer, std::string_view target) {
  if (starts_with_any(target, kWindowHeaders) && !may_show_a_window(layer)) {
    return fmt::format("{} may know no window library", layer);
  }
  const bool is_thread_header = std::ranges::find(kThreadHeaders, target) != kThreadHeaders.end();
  const bool has_threads = layer == "core/threads" || layer == "core/processes";
  if (is_thread_header && layer.starts_with("core/") && !has_threads) {
    return "threads and what blocks them are for core/threads and core/processes alone";
  }
  return std::nullopt;
}

}  // namespace

std::string layer_of(std::string_view path) {
  const auto folder_of = [](std::string_view text) { return text.substr(0, std::min(text.rfind('/'), text.size())); };
  if (!path.starts_with("core/") && !path.starts_with("app/")) return {};
  std::string_view folder = folder_of(path);
  // Folders below a layer belong to it.
  const bool has_floors = path.starts_with(kModel.folder) || path.starts_with(kViews.folder);
  const std::size_t depth = has_floors ? 4 : path.starts_with("app/gui/") ? 3 : 2;
  while (static_cast<std::size_t>(std::ranges::count(folder, '/')) >= depth) folder = folder_of(folder);
  return std::string(folder);
}

std::vector<std::string> own_includes(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const auto include = parse_include(take_line(text));
    if (include && include->quoted) found.emplace_back(include->target);
  }
  return found;
}

std::vector<std::string> forbidden_includes(std::string_view path, std::string_view text) {
  const std::string layer = layer_of(path);
  std::vector<std::string> found;
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    const auto include = parse_include(line);
    if (!include) continue;
    const bool own = include->quoted || include->target.starts_with("core/") || include->target.starts_with("app/");
    const auto objection =
        own ? objection_to_own(layer, include->target) : objection_to_foreign(layer, include->target);
    if (objection) found.push_back(fmt::format("{}:{}: {}: {}", path, number, line, *objection));
  }
  return found;
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& root, std::string_view folder,
                                               const std::vector<std::string_view>& extensions) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && std::ranges::find(extensions, extension) != extensions.end()) {
      files.push_back(entry.path().lexically_relative(root));
    }
  }
  std::ranges::sort(files);
  return files;
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace interleave::architecture
