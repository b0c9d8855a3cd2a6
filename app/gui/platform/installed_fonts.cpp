#include "app/gui/platform/installed_fonts.h"

#include <array>
#include <atomic>
#include <filesystem>

#ifdef INTERLEAVE_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace interleave::gui {

namespace {

std::atomic<std::size_t>& search_count() {
  static std::atomic<std::size_t> count = 0;
  return count;
}

}  // namespace

std::size_t InstalledFonts::searches() { return search_count(); }

#ifdef INTERLEAVE_FONTCONFIG

struct InstalledFonts::Found {
  FcFontSet* fonts = nullptr;
};

// Sorted by how near they are to upright text without serifs in the user's languages; of fonts that add no letter to
// those before them, none.
InstalledFonts::InstalledFonts() : found_(std::make_unique<Found>()) {
  ++search_count();
  FcPattern* wanted = FcPatternCreate();
  FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
  FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result = FcResultMatch;
  found_->fonts = FcFontSort(nullptr, wanted, FcTrue, nullptr, &result);
  FcPatternDestroy(wanted);
}

InstalledFonts::~InstalledFonts() {
  if (found_->fonts != nullptr) FcFontSetDestroy(found_->fonts);
}

std::vector<FontFile> InstalledFonts::with(char32_t letter) const {
  std::vector<FontFile> files;
  const int count = found_->fonts == nullptr ? 0 : found_->fonts->nfont;
  for (int i = 0; i < count; ++i) {
    const FcPattern* font = found_->fonts->fonts[i];
    FcCharSet* letters = nullptr;
    FcChar8* file = nullptr;
    int index = 0;
    const bool known = FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) == FcResultMatch &&
                       FcPatternGetString(font, FC_FILE, 0, &file) == FcResultMatch;
    if (!known || FcCharSetHasChar(letters, letter) == FcFalse) continue;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    files.push_back({reinterpret_cast<const char*>(file), index});
  }
  return files;
}

#else

struct InstalledFonts::Found {
  std::vector<FontFile> files;
};

InstalledFonts::InstalledFonts() : found_(std::make_unique<Found>()) {
  ++search_count();
  constexpr std::array<const char*, 2> kFiles = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                                                 "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"};
  for (const char* file : kFiles) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) found_->files.push_back({file, 0});
  }
}

InstalledFonts::~InstalledFonts() = default;

std::vector<FontFile> InstalledFonts::with(char32_t) const { return found_->files; }

#endif

}  // namespace interleave::gui
