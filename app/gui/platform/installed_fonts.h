#pragma once

#include <memory>
#include <string>
#include <vector>

namespace interleave::gui {

// A font of a file, which may hold several.
struct FontFile {
  std::string path;
  int index = 0;

  bool operator==(const FontFile&) const = default;
};

// The fonts that this computer has, the best for reading first: as fontconfig knows them, or where that is not there,
// those that the window comes with. Looks for them when it is made, which takes some milliseconds.
class InstalledFonts {
 public:
  InstalledFonts();
  ~InstalledFonts();
  InstalledFonts(const InstalledFonts&) = delete;
  InstalledFonts& operator=(const InstalledFonts&) = delete;

  // Those that say they have the letter.
  std::vector<FontFile> with(char32_t letter) const;
  // How often fonts were looked for since the program's start.
  static std::size_t searches();

 private:
  struct Found;
  std::unique_ptr<Found> found_;
};

}  // namespace interleave::gui
