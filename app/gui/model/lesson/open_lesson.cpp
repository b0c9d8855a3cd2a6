#include "app/gui/model/lesson/open_lesson.h"

#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/walk_slides.h"
#include "app/gui/model/update/menus.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/lesson/built_in_lessons.h"
#include "core/lesson/lesson_reader.h"

namespace interleave::gui {

namespace {

struct LessonText {
  std::string text;
  std::string folder;
};

Result<LessonText, std::string> lesson_text(const AppState& state, const std::string& name) {
  if (const auto* const built_in = lesson::find_built_in_lesson(name))
    return LessonText{std::string(built_in->text), ""};
  std::string why = "there are no files here";
  if (state.files != nullptr) {
    auto text = state.files->read(name);
    if (text) return LessonText{std::move(text).value(), std::filesystem::path(name).parent_path().string()};
    why = text.error().message;
  }
  std::vector<std::string_view> names;
  for (const auto& one : lesson::built_in_lessons()) names.push_back(one.name);
  const auto meant = nearest_name(name, names);
  return meant ? fmt::format("There is no lesson {}; did you mean {}?", in_quotes(name), *meant)
               : fmt::format("That lesson cannot be opened: {}.", why);
}

// Of a built-in one there is none.
FileStamp stamp_of(const AppState& state, const std::string& name) {
  const bool is_file = state.files != nullptr && lesson::find_built_in_lesson(name) == nullptr;
  return is_file ? state.files->stamp(name) : FileStamp{};
}

void tell_of_mistakes(AppState& state, const std::string& name) {
  tell(state,
       fmt::format("There is something wrong with this lesson: interleave-cli lesson check {} says what.", name));
}

}  // namespace

void open_lesson(AppState& state, const std::string& name) {
  auto text = lesson_text(state, name);
  if (!text) return tell(state, text.error());
  lesson::ReadLesson read = lesson::read_lesson(text.value().text);
  if (read.lesson.slides.empty()) {
    return tell(state, fmt::format("That lesson has no slide: interleave-cli lesson check {} says why.", name));
  }
  close_menu(state);
  state.lesson = std::make_shared<LessonShow>();
  state.lesson->lesson = std::make_shared<const lesson::Lesson>(std::move(read.lesson));
  state.lesson->name = name;
  state.lesson->folder = std::move(text.value().folder);
  state.lesson->stamp = stamp_of(state, name);
  show_first_slide(state, *state.lesson);
  if (!read.findings.empty()) tell_of_mistakes(state, name);
}

void reread_edited_lesson(AppState& state) {
  if (state.lesson == nullptr) return;
  LessonShow& show = *state.lesson;
  const FileStamp stamp = stamp_of(state, show.name);
  if (!stamp.exists || stamp == show.stamp) return;
  show.stamp = stamp;
  const auto text = lesson_text(state, show.name);
  if (!text) return tell(state, text.error());
  lesson::ReadLesson read = lesson::read_lesson(text.value().text);
  if (read.lesson.slides.empty()) return tell_of_mistakes(state, show.name);
  show.lesson = std::make_shared<const lesson::Lesson>(std::move(read.lesson));
  show.questions.clear();
  show.redrawn.clear();
  show.starts.erase(std::next(show.starts.begin()), show.starts.end());
  go_to_slide(state, show, show.slide);
  if (!read.findings.empty()) return tell_of_mistakes(state, show.name);
  remark(state, "The lesson was edited: this is what its file says now.");
}

void close_lesson(AppState& state) {
  const bool hidden = std::exchange(state.answer_first, false);
  state.future_hidden = false;
  state.highlighted.clear();
  state.compared_modes.clear();
  state.believed.reset();
  state.typed_in_lesson.clear();
  state.next_lesson.clear();
  state.shows_slides = false;
  state.lesson.reset();
  if (hidden && state.has_program()) predict(state);
}

}  // namespace interleave::gui
