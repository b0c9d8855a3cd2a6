#include "app/gui/views/drawing/code_box.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

namespace {

// Five rows of three dots for each hexadecimal digit; the left dot counts 4.
constexpr int kDigitWidth = 3;
constexpr int kDigitHeight = 5;
constexpr std::array<std::array<unsigned char, kDigitHeight>, 16> kDigits = {{{7, 5, 5, 5, 7},
                                                                              {2, 6, 2, 2, 7},
                                                                              {7, 1, 7, 4, 7},
                                                                              {7, 1, 7, 1, 7},
                                                                              {5, 5, 7, 1, 1},
                                                                              {7, 4, 7, 1, 7},
                                                                              {7, 4, 7, 5, 7},
                                                                              {7, 1, 1, 2, 2},
                                                                              {7, 5, 7, 5, 7},
                                                                              {7, 5, 7, 1, 7},
                                                                              {2, 5, 7, 5, 5},
                                                                              {6, 5, 6, 5, 6},
                                                                              {3, 4, 4, 4, 3},
                                                                              {6, 5, 5, 5, 6},
                                                                              {7, 4, 6, 4, 7},
                                                                              {7, 4, 6, 4, 4}}};

constexpr int kBoxEdge = 2;    // the frame and the space within it
constexpr int kBoxMargin = 1;  // to the letters beside it

struct BoxForm {
  char32_t number = 0;
  int columns = 2;
  int rows = 2;

  int width() const { return columns * (kDigitWidth + 1) - 1 + 2 * kBoxEdge; }
  int height() const { return rows * (kDigitHeight + 1) - 1 + 2 * kBoxEdge; }
};

BoxForm form_of(char32_t code) {
  if (code >= kLooseByte) return {code - kLooseByte, 2, 1};
  return {code, code > 0xFFFF ? 3 : 2, 2};
}

// A dot of the digits, in pixels.
float dot_of(float size) { return std::max(1.0F, std::floor(size / 15)); }

class DotPainter {
 public:
  DotPainter(ImDrawList& list, ImVec2 origin, float dot, ImU32 ink) : list_(list), at_(origin), dot_(dot), ink_(ink) {}

  void fill(int x, int y, int width, int height) {
    const ImVec2 from(at_.x + static_cast<float>(x) * dot_, at_.y + static_cast<float>(y) * dot_);
    list_.AddRectFilled(from, {from.x + static_cast<float>(width) * dot_, from.y + static_cast<float>(height) * dot_},
                        ink_);
  }

  void frame(int width, int height) {
    fill(1, 0, width - 2, 1);
    fill(1, height - 1, width - 2, 1);
    fill(0, 1, 1, height - 2);
    fill(width - 1, 1, 1, height - 2);
  }

  void digit(int x, int y, std::size_t value) {
    for (int row = 0; row < kDigitHeight; ++row) {
      for (int column = 0; column < kDigitWidth; ++column) {
        const int bit = kDigitWidth - 1 - column;
        if (((kDigits[value][static_cast<std::size_t>(row)] >> bit) & 1) != 0) fill(x + column, y + row, 1, 1);
      }
    }
  }

 private:
  ImDrawList& list_;
  ImVec2 at_;
  float dot_;
  ImU32 ink_;
};

}  // namespace

float code_box_width(char32_t code, float size) {
  return static_cast<float>(form_of(code).width() + 2 * kBoxMargin) * dot_of(size);
}

void draw_code_box(ImDrawList& list, ImVec2 at, char32_t code, float size, ImU32 ink) {
  const BoxForm form = form_of(code);
  const float dot = dot_of(size);
  const float top = at.y + std::round((size - static_cast<float>(form.height()) * dot) / 2);
  DotPainter painter(list, {at.x + kBoxMargin * dot, top}, dot, ink);
  painter.frame(form.width(), form.height());
  int shift = 4 * (form.rows * form.columns - 1);
  for (int row = 0; row < form.rows; ++row) {
    for (int column = 0; column < form.columns; ++column, shift -= 4) {
      painter.digit(kBoxEdge + column * (kDigitWidth + 1), kBoxEdge + row * (kDigitHeight + 1),
                    (form.number >> shift) & 0xFU);
    }
  }
}

}  // namespace interleave::gui
