#include "app/gui/platform/gallery_files.h"

#include <filesystem>
#include <fmt/format.h>
#include <iostream>

#include "app/files/replace_file.h"
#include "app/gui/model/gallery.h"
#include "app/gui/platform/screenshot.h"

namespace interleave::gui {

std::string write_gallery(Graphics& graphics, const std::string& directory, Size size,
                          const std::function<AppState()>& fresh_state) {
  std::error_code failed;  // then no picture can be written, which says why
  std::filesystem::create_directories(directory, failed);
  for (const GalleryPicture& picture : gallery()) {
    AppState state = fresh_state();
    show(picture, state);
    const std::string file = fmt::format("{}/{}.png", directory, picture.name);
    if (std::string error = write_screenshot(graphics, state, size, file); !error.empty()) return error;
    std::cout << file << '\n';
  }
  return replace_file(directory + "/README.md", gallery_page()).value_or("");
}

}  // namespace interleave::gui
