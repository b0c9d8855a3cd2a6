#include "core/lesson/markdown.h"

#include <algorithm>
#include <fmt/format.h>
#include <md4c.h>
#include <optional>
#include <string>
#include <utility>

#include "core/lesson/entities.h"
#include "core/lesson/inner_path.h"
#include "core/lesson/lines.h"
#include "core/lesson/marked_line.h"
#include "core/lesson/own_fence.h"

namespace interleave::lesson {
namespace {

constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
constexpr int kGoOn = 0;
constexpr int kStop = 1;

std::string_view comment_inside(std::string_view html) {
  html.remove_prefix(std::min<std::size_t>(html.size(), std::string_view("<!--").size()));
  return without_blanks(html.substr(0, html.find("-->")));
}

// Builds the blocks while the text is gone through.
class BlockBuilder {
 public:
  BlockBuilder(std::string_view text, std::size_t begin, std::size_t end, Findings& findings)
      : text_(text.substr(0, end)), at_(begin), start_(begin), seen_(begin), findings_(findings) {}

  int enter_block(MD_BLOCKTYPE type, void* detail);
  int leave_block(MD_BLOCKTYPE type);
  int enter_span(MD_SPANTYPE type, void* detail);
  int leave_span(MD_SPANTYPE type);
  int add_text(MD_TEXTTYPE type, std::string_view text);

  Blocks take() { return std::move(blocks_); }

 private:
  // A block that has others in it, while it is open.
  struct Open {
    Blocks outside;  // what stands before it where it stands
    List list = {};
    std::size_t offset = 0;
  };

  bool open();
  void close(Block block);
  void flush();
  void finish_paragraph();
  void add(decltype(Block::what) what) { blocks_.push_back({std::move(what), start_}); }
  void find(std::size_t offset, std::string message) { findings_.add(offset, std::move(message)); }
  std::size_t next_line() const;
  void find_rule();
  void skip_underline();
  void take_html(std::string_view html);
  void take_picture();
  void enter_code(const MD_ATTRIBUTE& info);
  void note_place(std::string_view text);
  void begin_words() {
    words_.clear();
    pictures_ = 0;
    begun_ = false;
  }

  std::string_view text_;  // ends with what is read
  std::size_t at_;         // of the last text that was seen
  std::size_t start_;      // of the first of the block
  std::size_t seen_;       // the end of all that blocks were made of so far
  Findings& findings_;

  Blocks blocks_;  // where the next one goes
  std::vector<Open> open_;
  Table table_;
  std::vector<Words> row_;
  CodeBlock code_;
  int level_ = 1;  // of the heading

  bool begun_ = false;  // the block's first text was seen
  Words words_;
  int strong_ = 0;
  int slanted_ = 0;
  std::string link_;
  std::optional<Image> image_;  // while its description is read
  std::size_t image_at_ = 0;
  Image picture_;  // the last one of the paragraph
  std::size_t pictures_ = 0;
  bool in_code_ = false;
  bool in_html_ = false;
  bool in_comment_ = false;
};

void BlockBuilder::note_place(std::string_view text) {
  const bool is_of_text = text.data() >= text_.data() && text.data() + text.size() <= text_.data() + text_.size();
  if (is_of_text && !text.empty()) {
    at_ = static_cast<std::size_t>(text.data() - text_.data());
    seen_ = at_ + text.size();
  }
  if (!begun_) start_ = at_;
  begun_ = true;
}

bool BlockBuilder::open() {
  if (open_.size() >= 2 * kDeepest) {  // a list and its item are one depth
    find(at_,
         fmt::format("lists and quotes stand within each other more than {} deep here; write it flatter", kDeepest));
    return false;
  }
  open_.push_back({std::move(blocks_), {}, at_});
  blocks_.clear();
  return true;
}

void BlockBuilder::close(Block block) {
  block.offset = open_.back().offset;
  blocks_ = std::move(open_.back().outside);
  open_.pop_back();
  blocks_.push_back(std::move(block));
}

// The words of an item that are in no paragraph of their own.
void BlockBuilder::flush() {
  if (!words_.empty() || pictures_ > 0) finish_paragraph();
  begin_words();
}

void BlockBuilder::finish_paragraph() {
  Words words = trimmed(std::move(words_));
  if (pictures_ == 0) {
    if (!words.empty()) add(Paragraph{std::move(words)});
  } else if (pictures_ == 1 && words.empty()) {
    add(std::move(picture_));
  } else {
    find(image_at_, "a picture stands in a paragraph of its own; leave a blank line above and below it");
  }
  begin_words();
}

std::size_t BlockBuilder::next_line() const {
  const bool begins_line = seen_ == 0 || text_[seen_ - 1] == '\n';
  return begins_line ? seen_ : line_at(text_, seen_).next;
}

void BlockBuilder::find_rule() {
  Line line = line_at(text_, next_line());
  while (!is_rule(line.text) && line.next < text_.size()) line = line_at(text_, line.next);
  find(line.offset, "a line across the slide is not known; begin a new slide by --- between two blank lines");
  at_ = seen_ = line.next;
}

// The line below a heading that is no text of it.
void BlockBuilder::skip_underline() {
  const std::size_t begin = start_ == 0 ? 0 : text_.rfind('\n', start_ - 1) + 1;
  if (begun_ && is_underlined_heading(line_at(text_, begin).text)) seen_ = line_at(text_, next_line()).next;
}

// The lesson's own fences are no Markdown wherever they are read, so one that comes here stands within something.
void BlockBuilder::enter_code(const MD_ATTRIBUTE& info) {
  code_ = {text_of(info), ""};
  auto doubt = fence_doubt(code_.language);
  if (is_own_fence(code_.language)) {
    doubt = fmt::format("a fence {} stands in no list and in no quote; write it at the beginning of its line",
                        code_.language);
  }
  if (!doubt) return;
  note_place({info.text, info.size});
  const std::size_t mark = text_.find_last_not_of(kBlanks, at_ - 1);
  find(text_.find_last_not_of(text_[mark], mark) + 1, std::move(*doubt));
}

int BlockBuilder::enter_block(MD_BLOCKTYPE type, void* detail) {
  flush();
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_LI:
      return open() ? kGoOn : kStop;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      if (!open()) return kStop;
      if (type == MD_BLOCK_OL) {
        open_.back().list.numbered = true;
        open_.back().list.first = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
      }
      return kGoOn;
    case MD_BLOCK_HR:
      find_rule();
      return kGoOn;
    case MD_BLOCK_H:
      level_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      return kGoOn;
    case MD_BLOCK_CODE:
      in_code_ = true;
      enter_code(static_cast<const MD_BLOCK_CODE_DETAIL*>(detail)->info);
      return kGoOn;
    case MD_BLOCK_HTML:
      in_html_ = true;
      return kGoOn;
    case MD_BLOCK_TABLE:
      table_ = {};
      return kGoOn;
    case MD_BLOCK_TR:
      row_.clear();
      return kGoOn;
    case MD_BLOCK_TH: {
      const MD_ALIGN align = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align;
      table_.columns.push_back(align == MD_ALIGN_RIGHT    ? Column::right
                               : align == MD_ALIGN_CENTER ? Column::middle
                                                          : Column::left);
      return kGoOn;
    }
    default:
      return kGoOn;
  }
}

int BlockBuilder::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      flush();
      close({Quote{std::move(blocks_)}});
      break;
    case MD_BLOCK_LI: {
      flush();
      Blocks item = std::move(blocks_);
      blocks_ = std::move(open_.back().outside);
      open_.pop_back();
      open_.back().list.items.push_back(std::move(item));
      break;
    }
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      close({std::move(open_.back().list)});
      break;
    case MD_BLOCK_H: {
      constexpr int kDeepestHeading = 3;
      skip_underline();
      if (level_ > kDeepestHeading) find(start_, "a heading has one to three #; write ### for the smallest");
      if (pictures_ > 0) find(image_at_, "a picture stands in a paragraph of its own, and in no heading");
      add(Heading{std::min(level_, kDeepestHeading), trimmed(std::move(words_))});
      begin_words();
      break;
    }
    case MD_BLOCK_CODE:
      in_code_ = false;
      add(std::move(code_));
      begin_words();
      break;
    case MD_BLOCK_HTML:
      in_html_ = false;
      begin_words();
      break;
    case MD_BLOCK_P:
      finish_paragraph();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (pictures_ > 0) find(image_at_, "a picture stands in a paragraph of its own, and in no table");
      row_.push_back(trimmed(std::move(words_)));
      begin_words();
      break;
    case MD_BLOCK_TR:
      if (table_.head.empty()) {
        table_.head = std::move(row_);
      } else {
        table_.rows.push_back(std::move(row_));
      }
      break;
    case MD_BLOCK_TABLE:
      add(std::move(table_));
      break;
    default:
      break;
  }
  return kGoOn;
}

int BlockBuilder::enter_span(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_STRONG) ++strong_;
  if (type == MD_SPAN_EM) ++slanted_;
  if (type == MD_SPAN_A) link_ = text_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
  if (type == MD_SPAN_IMG && !image_) {
    const auto& source = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
    if (source.text != nullptr) note_place({source.text, source.size});
    image_at_ = at_;
    image_ = Image{text_of(source), ""};
  }
  return kGoOn;
}

int BlockBuilder::leave_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_STRONG) --strong_;
  if (type == MD_SPAN_EM) --slanted_;
  if (type == MD_SPAN_A) link_.clear();
  if (type == MD_SPAN_IMG) take_picture();
  return kGoOn;
}

void BlockBuilder::take_picture() {
  if (!image_) return;
  if (auto problem = picture_path_problem(image_->file)) find(image_at_, std::move(*problem));
  picture_ = std::move(*image_);
  image_.reset();
  ++pictures_;
}

void BlockBuilder::take_html(std::string_view html) {
  if (!in_comment_ && html.starts_with("<!--")) {
    in_comment_ = true;
    const std::string_view inside = comment_inside(html);
    if (inside == "pause" || inside.starts_with("notes:")) {
      find(at_, "this comment is one of the lesson's own, and stands on lines of its own");
    }
  }
  if (in_comment_) {
    in_comment_ = html.find("-->") == std::string_view::npos;
    return;
  }
  if (without_blanks(html).empty()) return;
  find(at_, R"(this is HTML, of which only comments are known; write it in Markdown, and \< where the sign is meant)");
}

int BlockBuilder::add_text(MD_TEXTTYPE type, std::string_view text) {
  const bool was_begun = begun_;
  note_place(text);
  if (type == MD_TEXT_HTML) {
    // A block of HTML is told of once.
    if (!in_html_ || !was_begun || in_comment_) take_html(text);
    return kGoOn;
  }
  std::string shown = type == MD_TEXT_ENTITY   ? entity_text(text)
                      : type == MD_TEXT_BR     ? "\n"
                      : type == MD_TEXT_SOFTBR ? " "
                                               : std::string(text);
  if (image_) {
    image_->description += shown;
    return kGoOn;
  }
  const bool is_code = type == MD_TEXT_CODE;
  if (is_code && in_code_) {
    code_.text += shown;
    return kGoOn;
  }
  append(words_, {std::move(shown), {strong_ > 0, slanted_ > 0, is_code}, link_});
  return kGoOn;
}

BlockBuilder& builder_of(void* data) { return *static_cast<BlockBuilder*>(data); }

constexpr MD_PARSER kParser = {
    .abi_version = 0,
    .flags = kFlags,
    .enter_block = [](MD_BLOCKTYPE type, void* detail,
                      void* data) { return builder_of(data).enter_block(type, detail); },
    .leave_block = [](MD_BLOCKTYPE type, void*, void* data) { return builder_of(data).leave_block(type); },
    .enter_span = [](MD_SPANTYPE type, void* detail, void* data) { return builder_of(data).enter_span(type, detail); },
    .leave_span = [](MD_SPANTYPE type, void*, void* data) { return builder_of(data).leave_span(type); },
    .text =
        [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
          return builder_of(data).add_text(type, {text, size});
        },
    .debug_log = nullptr,
    .syntax = nullptr,
};

}  // namespace

Blocks read_blocks(std::string_view text, std::size_t begin, std::size_t end, Findings& findings) {
  BlockBuilder builder(text, begin, end, findings);
  const int result = md_parse(text.data() + begin, static_cast<MD_SIZE>(end - begin), &kParser, &builder);
  // Stopped: then it has been said why, and the blocks so far hold no part of what was open.
  if (result != kGoOn && findings.empty()) findings.add(begin, "this cannot be read as Markdown");
  return builder.take();
}

Words read_words(std::string_view text, std::size_t offset, Findings& findings) {
  Findings inside;
  const Blocks blocks = read_blocks(text, 0, text.size(), inside);
  for (const Finding& finding : inside.all()) findings.add(offset, finding.message);
  Words words;
  for (const Block& block : blocks) {
    const auto* const paragraph = std::get_if<Paragraph>(&block.what);
    if (paragraph == nullptr) {
      findings.add(offset, "only words can stand here; write it as a paragraph");
      break;
    }
    if (!words.empty()) append(words, {"\n\n"});
    for (const Piece& piece : paragraph->words) append(words, piece);
  }
  return words;
}

}  // namespace interleave::lesson
