#include "tests/gui/layout_rules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace interleave::gui {

namespace {

constexpr float kLeastText = 15;  // of ascender to descender: letters of 12 pixels and more

// The scenario's title is the user's, as long as it likes: on the toolbar it may be cut, the panel below has all of it.
bool is_title_on_toolbar(const DrawnText& text, Shape shape) {
  const float scale = static_cast<float>(shape.scale) / 100;
  return text.box.top < 40 * scale && text.box.left < 300 * scale;
}

// Whether the text is the beginning of one of the words, and an ellipsis.
bool begins_any(const std::vector<std::string>& words, std::string_view text) {
  constexpr std::string_view kCut = "…";
  if (!text.ends_with(kCut)) return false;
  text.remove_suffix(kCut.size());
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.starts_with(text); });
}

std::string words(const Rect& box) {
  return fmt::format("({:g}, {:g})-({:g}, {:g})", box.left, box.top, box.right, box.bottom);
}

// What overlaps among the texts of [from, to), found from top to bottom.
void add_overlapping(const std::vector<DrawnText>& texts, std::size_t from, std::size_t to, Broken& broken) {
  std::vector<const DrawnText*> sorted;
  for (std::size_t i = from; i < to; ++i) sorted.push_back(&texts[i]);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->box.top < b->box.top; });
  for (std::size_t a = 0; a < sorted.size(); ++a) {
    for (std::size_t b = a + 1; b < sorted.size() && sorted[b]->box.top < sorted[a]->box.bottom; ++b) {
      if (!overlap(sorted[a]->box, sorted[b]->box)) continue;
      broken.push_back(fmt::format("\"{}\" {} overlaps \"{}\" {}", sorted[a]->text, words(sorted[a]->box),
                                   sorted[b]->text, words(sorted[b]->box)));
    }
  }
}

}  // namespace

Broken cut_or_small_texts(const Drawn& drawn, Shape shape, Cuts cuts, const std::vector<std::string>& own_words) {
  Broken broken;
  const float least = std::floor(kLeastText * static_cast<float>(shape.scale) / 100);
  for (const DrawnText& text : drawn.texts) {
    const auto tell = [&](const char* what) {
      broken.push_back(fmt::format("\"{}\" {} {}", text.text, words(text.box), what));
    };
    if (cuts == Cuts::none && text.cut && !is_title_on_toolbar(text, shape) && !begins_any(own_words, text.text))
      tell("is cut off");
    if (text.size < least) tell("is too small");
    if (text.box.left < 0 || text.box.top < 0 || text.box.right > shape.width || text.box.bottom > shape.height) {
      tell("leaves the window");
    }
  }
  return broken;
}

Broken overlapping_controls(const Drawn& drawn, Shape shape) {
  Broken broken;
  const auto& controls = drawn.controls;
  for (std::size_t a = 0; a < controls.size(); ++a) {
    const Rect& box = controls[a].box;
    if (box.right > shape.width) {
      broken.push_back(fmt::format("control {} {} leaves the window", controls[a].act.name(), words(box)));
    }
    // What stands above covers what is below.
    for (std::size_t b = a < drawn.controls_below ? 0 : drawn.controls_below; b < a; ++b) {
      if (!overlap(box, controls[b].box)) continue;
      broken.push_back(fmt::format("control {} {} overlaps {} {}", controls[a].act.name(), words(box),
                                   controls[b].act.name(), words(controls[b].box)));
    }
  }
  return broken;
}

Broken overlapping_panels(const Drawn& drawn) {
  Broken broken;
  for (std::size_t a = 0; a < drawn.panels.size(); ++a) {
    if (drawn.panels[a].empty()) broken.push_back(fmt::format("panel {} has no room", words(drawn.panels[a])));
    for (std::size_t b = 0; b < a; ++b) {
      if (!overlap(drawn.panels[a], drawn.panels[b])) continue;
      broken.push_back(fmt::format("panel {} overlaps {}", words(drawn.panels[a]), words(drawn.panels[b])));
    }
  }
  return broken;
}

Broken overlapping_texts(const std::vector<DrawnText>& texts, std::size_t from) {
  Broken broken;
  add_overlapping(texts, std::min(from, texts.size()), texts.size(), broken);
  return broken;
}

Broken overlapping_texts(const Drawn& drawn) {
  Broken broken;
  add_overlapping(drawn.texts, 0, drawn.texts_below, broken);
  add_overlapping(drawn.texts, drawn.texts_below, drawn.texts.size(), broken);
  return broken;
}

}  // namespace interleave::gui
