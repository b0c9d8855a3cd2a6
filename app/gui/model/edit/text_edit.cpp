#include "app/gui/model/edit/text_edit.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/base/code_point.h"
#include "core/base/utf8.h"

namespace interleave::gui {

namespace {

constexpr int kPage = 20;  // lines
constexpr std::size_t kTab = 2;

bool is_within_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_of_word(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || std::isalnum(value) != 0 || byte == '_';
}

// What of a text may stand in one that is typed: no control characters but line breaks and tabs, where there are lines.
std::string admitted(std::string_view text, TextEdit::Lines lines) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(1, utf8_length(text));
    const std::string_view character = text.substr(0, length);
    const bool breaks = character == "\n" || character == "\t";
    if (utf8_length(text) == 0) {
      clean += "\uFFFD";
    } else if (breaks) {
      clean += lines == TextEdit::Lines::many ? character : " ";
    } else if (!is_control(character)) {
      clean += character;
    }
    text.remove_prefix(length);
  }
  return clean;
}

}  // namespace

TextEdit::TextEdit(std::string text, Lines lines) : text_(std::move(text)), lines_(lines) {
  if (lines == Lines::one) cursor_ = anchor_ = text_.size();
}

TextRange TextEdit::selection() const { return {std::min(anchor_, cursor_), std::max(anchor_, cursor_)}; }

bool TextEdit::press(const TextPress& press, const Clipboard& clipboard) {
  switch (press.key) {
    case TextKey::character:
      if (press.character < U' ' || press.character == 0x7F) return false;
      insert(utf8(press.character));
      return true;
    case TextKey::left:
    case TextKey::right:
    case TextKey::home:
    case TextKey::end:
      move_side(press.key, press.reach, press.extent);
      return true;
    case TextKey::up:
    case TextKey::down:
    case TextKey::page_up:
    case TextKey::page_down: {
      if (lines_ == Lines::one) return false;
      const bool page = press.key == TextKey::page_up || press.key == TextKey::page_down;
      const bool up = press.key == TextKey::up || press.key == TextKey::page_up;
      move_lines((up ? -1 : 1) * (page ? kPage : 1), press.extent);
      return true;
    }
    case TextKey::backspace:
    case TextKey::remove:
      erase(press.key, press.reach);
      return true;
    case TextKey::enter:
      if (lines_ == Lines::one) return false;
      break_line();
      return true;
    case TextKey::tab:
      if (lines_ == Lines::one || press.extent == Extent::extend) return false;
      insert(std::string(
          kTab - count_characters(std::string_view(text_).substr(line_begin(cursor_), cursor_ - line_begin(cursor_))) %
                     kTab,
          ' '));
      return true;
    case TextKey::escape:
      return false;
    case TextKey::select_all:
      select_all();
      return true;
    case TextKey::cut:
      if (copy(clipboard)) replace(selection(), {});
      return true;
    case TextKey::copy:
      copy(clipboard);
      return true;
    case TextKey::paste:
      ask(clipboard);
      take_pasted();
      return true;
    case TextKey::pasted:
      take_pasted();
      return true;
    case TextKey::undo:
      undo();
      return true;
    case TextKey::redo:
      redo();
      return true;
  }
  return false;
}

void TextEdit::place(std::size_t position, Extent extent) { move_to(boundary(position), extent); }

void TextEdit::select_word(std::size_t position) {
  position = boundary(position);
  std::size_t begin = position;
  std::size_t end = position;
  while (begin > 0 && is_of_word(text_[begin - 1])) --begin;
  while (end < text_.size() && is_of_word(text_[end])) ++end;
  if (begin == end) end = after(position);
  move_to(begin, Extent::move);
  move_to(end, Extent::extend);
}

void TextEdit::select_all() {
  move_to(0, Extent::move);
  move_to(text_.size(), Extent::extend);
}

void TextEdit::insert(std::string_view inserted) {
  const std::string clean = admitted(inserted, lines_);
  if (!clean.empty() || !selection().empty()) replace(selection(), clean);
}

void TextEdit::erase(TextKey key, Reach reach) {
  TextRange range = selection();
  if (range.empty() && key == TextKey::backspace) {
    range.begin = reach == Reach::far ? word_before(cursor_) : before(cursor_);
  } else if (range.empty()) {
    range.end = reach == Reach::far ? word_after(cursor_) : after(cursor_);
  }
  if (!range.empty()) replace(range, {});
}

// Typing on, or erasing on, is one act.
bool TextEdit::joins_last(TextRange range, std::string_view inserted) const {
  if (done_.empty() || !done_.back().open || !undone_.empty()) return false;
  const Change& last = done_.back();
  if (last.inserted.empty() != inserted.empty()) return false;
  if (inserted.empty()) return range.end == last.at || range.begin == last.at;
  return range.empty() && range.begin == last.at + last.inserted.size() && inserted != "\n";
}

void TextEdit::replace(TextRange range, std::string_view inserted) {
  const std::string removed = text_.substr(range.begin, range.end - range.begin);
  if (joins_last(range, inserted)) {
    Change& last = done_.back();
    if (range.end == last.at) {
      last.removed.insert(0, removed);
    } else {
      last.removed += removed;
    }
    last.at = std::min(last.at, range.begin);
    last.inserted += inserted;
  } else {
    const bool one_act = removed.empty() || inserted.empty();
    done_.push_back({range.begin, removed, std::string(inserted), anchor_, cursor_, one_act});
  }
  undone_.clear();
  text_.replace(range.begin, range.end - range.begin, inserted);
  cursor_ = anchor_ = range.begin + inserted.size();
  keeps_column_ = false;
}

bool TextEdit::undo() {
  if (done_.empty()) return false;
  Change change = std::move(done_.back());
  done_.pop_back();
  text_.replace(change.at, change.inserted.size(), change.removed);
  anchor_ = change.anchor;
  cursor_ = change.cursor;
  change.open = false;
  undone_.push_back(std::move(change));
  keeps_column_ = false;
  return true;
}

bool TextEdit::redo() {
  if (undone_.empty()) return false;
  Change change = std::move(undone_.back());
  undone_.pop_back();
  text_.replace(change.at, change.removed.size(), change.inserted);
  anchor_ = cursor_ = change.at + change.inserted.size();
  done_.push_back(std::move(change));
  keeps_column_ = false;
  return true;
}

void TextEdit::ask(const Clipboard& clipboard) {
  if (!clipboard.read) return;
  if (pasted_ == nullptr) pasted_ = std::make_shared<std::vector<std::string>>();
  clipboard.read([pasted = pasted_](const std::string& text) { pasted->push_back(text); });
}

// Each is an act of its own, which what is typed next does not belong to.
void TextEdit::take_pasted() {
  std::vector<std::string> texts;
  if (pasted_ != nullptr) texts.swap(*pasted_);
  for (const std::string& text : texts) {
    insert(text);
    if (!done_.empty()) done_.back().open = false;
  }
}

bool TextEdit::copy(const Clipboard& clipboard) const {
  const TextRange range = selection();
  if (range.empty() || !clipboard.write) return false;
  clipboard.write(text_.substr(range.begin, range.end - range.begin));
  return true;
}

void TextEdit::move_to(std::size_t position, Extent extent) {
  cursor_ = position;
  if (extent == Extent::move) anchor_ = position;
  if (!done_.empty()) done_.back().open = false;
  keeps_column_ = false;
}

void TextEdit::move_side(TextKey key, Reach reach, Extent extent) {
  const bool far = reach == Reach::far;
  const TextRange range = selection();
  switch (key) {
    case TextKey::left:
      // Without Shift, a selection is left at its side.
      if (!range.empty() && extent == Extent::move && !far) return move_to(range.begin, extent);
      return move_to(far ? word_before(cursor_) : before(cursor_), extent);
    case TextKey::right:
      if (!range.empty() && extent == Extent::move && !far) return move_to(range.end, extent);
      return move_to(far ? word_after(cursor_) : after(cursor_), extent);
    case TextKey::home:
      return move_to(far ? 0 : line_begin(cursor_), extent);
    default:
      return move_to(far ? text_.size() : line_end(cursor_), extent);
  }
}

void TextEdit::move_lines(int by, Extent extent) {
  std::size_t begin = line_begin(cursor_);
  const std::string_view text = text_;
  const std::size_t column = keeps_column_ ? column_ : count_characters(text.substr(begin, cursor_ - begin));
  for (; by < 0 && begin > 0; ++by) begin = line_begin(begin - 1);
  for (; by > 0 && line_end(begin) < text.size(); --by) begin = line_end(begin) + 1;
  const std::size_t end = line_end(begin);
  std::size_t position = begin;
  if (by < 0) position = 0;
  if (by > 0) position = text.size();
  for (std::size_t i = 0; by == 0 && i < column && position < end; ++i) position = after(position);
  move_to(position, extent);
  column_ = column;
  keeps_column_ = true;
}

// The new line is as far in as the one before.
void TextEdit::break_line() {
  const std::size_t begin = line_begin(selection().begin);
  const std::size_t text = std::min(text_.find_first_not_of(' ', begin), text_.size());
  const std::string indent(std::min(text, selection().begin) - begin, ' ');
  insert("\n" + indent);
}

std::size_t TextEdit::boundary(std::size_t position) const {
  position = std::min(position, text_.size());
  while (position < text_.size() && position > 0 && is_within_character(text_[position])) --position;
  return position;
}

std::size_t TextEdit::before(std::size_t position) const { return position == 0 ? 0 : boundary(position - 1); }

std::size_t TextEdit::after(std::size_t position) const {
  if (position >= text_.size()) return text_.size();
  ++position;
  while (position < text_.size() && is_within_character(text_[position])) ++position;
  return position;
}

std::size_t TextEdit::word_before(std::size_t position) const {
  while (position > 0 && !is_of_word(text_[position - 1])) --position;
  while (position > 0 && is_of_word(text_[position - 1])) --position;
  return position;
}

std::size_t TextEdit::word_after(std::size_t position) const {
  while (position < text_.size() && !is_of_word(text_[position])) ++position;
  while (position < text_.size() && is_of_word(text_[position])) ++position;
  return position;
}

std::size_t TextEdit::line_begin(std::size_t position) const {
  return position == 0 ? 0 : text_.rfind('\n', position - 1) + 1;
}

std::size_t TextEdit::line_end(std::size_t position) const {
  return std::min(text_.find('\n', position), text_.size());
}

}  // namespace interleave::gui
