#include "app/gui/platform/font_faces.h"

#include <algorithm>

#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

std::size_t FontFaces::number_of(const FontFile& file) {
  const auto same = [&](const Known& known) { return known.file == file; };
  const auto found = std::find_if(faces_.begin(), faces_.end(), same);
  if (found != faces_.end()) return static_cast<std::size_t>(found - faces_.begin());
  faces_.push_back({file, FontFace::open(file)});
  return faces_.size() - 1;
}

bool FontFaces::draws(std::size_t number, std::u32string_view letters) {
  const auto& face = faces_[number].face;
  const auto drawn = [&](char32_t letter) { return is_unseen(letter) || face->draws(letter); };
  return face != nullptr && std::all_of(letters.begin(), letters.end(), drawn);
}

bool FontFaces::is_own(std::size_t number, Style style) const {
  return faces_[number].file.path == own_[static_cast<std::size_t>(style)];
}

std::optional<std::size_t> FontFaces::drawing(std::u32string_view letters, Style style,
                                              std::optional<std::size_t> before) {
  const auto seen = std::find_if_not(letters.begin(), letters.end(), is_unseen);  // which no font draws
  if (seen == letters.end()) return std::nullopt;
  if (before && draws(*before, letters)) return before;
  if (const std::string& own = own_[static_cast<std::size_t>(style)]; !own.empty()) {
    if (const std::size_t number = number_of({own, 0}); draws(number, letters)) return number;
  }
  if (elsewhere_ == Elsewhere::left_alone) return std::nullopt;
  if (installed_ == nullptr) installed_ = std::make_unique<InstalledFonts>();
  for (const FontFile& file : installed_->with(*seen)) {
    if (const std::size_t number = number_of(file); draws(number, letters)) return number;
  }
  return std::nullopt;
}

}  // namespace interleave::gui
