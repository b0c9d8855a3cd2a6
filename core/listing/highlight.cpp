#include "core/listing/highlight.h"

#include <algorithm>
#include <utility>

#include "core/listing/ascii.h"
#include "core/listing/reserved_names.h"

namespace interleave {
namespace {

bool is_of_word(char c) { return is_digit(c) || is_letter(c) || c == '_'; }

class Tokens {
 public:
  Tokens(std::string_view line, Language language) : line_(line), language_(language) {}

  std::vector<SourceToken> find() && {
    while (at_ < line_.size()) find_next();
    return std::move(tokens_);
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }
  bool is_python() const { return language_ == Language::python; }

  void take(std::size_t length, TokenClass kind) {
    length = std::min(length, line_.size() - at_);
    if (length == 0) return;
    const bool goes_on = !tokens_.empty() && tokens_.back().kind == kind && kind != TokenClass::keyword;
    if (goes_on) {
      tokens_.back().length += length;
    } else {
      tokens_.push_back({at_, length, kind});
    }
    at_ += length;
  }

  void find_next() {
    if (rest().starts_with(is_python() ? "#" : "//")) return take(rest().size(), TokenClass::comment);
    if (rest().starts_with("/*")) return take(rest().find("*/") + 2, TokenClass::comment);
    if (rest().starts_with("#include ")) return take_include();
    if (rest().starts_with("\"\"\"")) return take(rest().find("\"\"\"", 3) + 3, TokenClass::string);
    if (rest().starts_with('"') || rest().starts_with('\'')) return take_string(false);
    if (rest().starts_with("f\"")) return take_string(true);
    if (is_digit(rest().front())) return take_number();
    if (is_of_word(rest().front())) return take_word();
    take(1, TokenClass::plain);
  }

  void take_include() {
    constexpr std::string_view kInclude = "#include";
    take(kInclude.size(), TokenClass::keyword);
    take(1, TokenClass::plain);
    take(rest().size(), TokenClass::string);
  }

  void take_string(bool has_placeholders) {
    if (has_placeholders) take(1, TokenClass::string);
    const char quote = rest().front();
    take(1, TokenClass::string);
    while (!rest().empty() && rest().front() != quote) {
      const bool is_pair = rest().front() == '\\' || rest().starts_with("{{");
      if (has_placeholders && rest().starts_with('{') && !is_pair) {
        take(rest().find('}') + 1, TokenClass::plain);
      } else {
        take(is_pair ? 2 : 1, TokenClass::string);
      }
    }
    take(1, TokenClass::string);
  }

  void take_number() {
    std::size_t length = 1;
    for (; length < rest().size(); ++length) {
      const char last = rest()[length - 1];
      const bool is_sign = (rest()[length] == '-' || rest()[length] == '+') && (last == 'e' || last == 'E');
      if (!is_of_word(rest()[length]) && rest()[length] != '.' && !is_sign) break;
    }
    take(length, TokenClass::number);
  }

  void take_word() {
    const auto end = std::find_if_not(rest().begin(), rest().end(), is_of_word);
    const auto length = static_cast<std::size_t>(end - rest().begin());
    take(length, is_keyword(rest().substr(0, length), language_) ? TokenClass::keyword : TokenClass::plain);
  }

  std::string_view line_;
  Language language_;
  std::size_t at_ = 0;
  std::vector<SourceToken> tokens_;
};

}  // namespace

std::vector<SourceToken> tokens_of(std::string_view line, Language language) { return Tokens(line, language).find(); }

}  // namespace interleave
