#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/edit/clipboard.h"
#include "app/gui/model/edit/text_press.h"

namespace interleave::gui {

// A stretch of a text, in bytes.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// A text that somebody types into: valid UTF-8, a cursor, a selection, an undo of its own. Positions are bytes, always
// between two characters. A text of one line takes no line breaks: pasted ones become blanks.
class TextEdit {
 public:
  enum class Lines : std::uint8_t { one, many };

  explicit TextEdit(std::string text = {}, Lines lines = Lines::one);

  const std::string& text() const { return text_; }
  std::size_t cursor() const { return cursor_; }
  TextRange selection() const;
  Lines lines() const { return lines_; }

  // Does what the key means here. False where it means nothing to this text: Esc, Tab and Enter in one line, a
  // character that is none.
  bool press(const TextPress& press, const Clipboard& clipboard);
  // Whether the clipboard has answered since, and TextKey::pasted would put in what it gave, at the cursor.
  bool has_pasted() const { return pasted_ != nullptr && !pasted_->empty(); }

  void place(std::size_t position, Extent extent);
  void select_word(std::size_t position);
  void select_all();
  // In place of the selection.
  void insert(std::string_view inserted);

 private:
  // What one act took out and put in, and where the cursor was.
  struct Change {
    std::size_t at = 0;
    std::string removed;
    std::string inserted;
    std::size_t anchor = 0;
    std::size_t cursor = 0;
    bool open = false;  // what is typed next belongs to it
  };

  void erase(TextKey key, Reach reach);
  void replace(TextRange range, std::string_view inserted);
  bool joins_last(TextRange range, std::string_view inserted) const;
  void move_to(std::size_t position, Extent extent);
  void move_side(TextKey key, Reach reach, Extent extent);
  void move_lines(int by, Extent extent);
  void break_line();
  bool undo();
  bool redo();
  bool copy(const Clipboard& clipboard) const;
  void ask(const Clipboard& clipboard);
  void take_pasted();

  std::size_t before(std::size_t position) const;
  std::size_t after(std::size_t position) const;
  std::size_t word_before(std::size_t position) const;
  std::size_t word_after(std::size_t position) const;
  std::size_t line_begin(std::size_t position) const;
  std::size_t line_end(std::size_t position) const;
  std::size_t boundary(std::size_t position) const;

  std::string text_;
  Lines lines_;
  std::size_t cursor_ = 0;
  std::size_t anchor_ = 0;  // the other end of the selection
  std::size_t column_ = 0;  // where up and down aim, in characters
  bool keeps_column_ = false;
  std::vector<Change> done_;
  std::vector<Change> undone_;
  // The clipboard's answers, not yet put in. Shared with it, for it may answer when this text is gone.
  std::shared_ptr<std::vector<std::string>> pasted_;
};

}  // namespace interleave::gui
