#include "app/gui/platform/real_pictures.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <stb_image.h>
#include <system_error>
#include <utility>

#include "app/files/lesson_picture.h"

namespace interleave::gui {

namespace {

constexpr int kMostPictureSide = 4096;  // pixels: what any graphics can hold
constexpr std::size_t kMostPicturesKept = 24;
constexpr std::chrono::seconds kPictureLooksApart{2};  // between two looks at its file
constexpr int kChannels = 4;

Pixels decoded(const std::string& png) {
  Pixels pixels;
  int channels = 0;
  stbi_uc* const data =
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(png.data()), static_cast<int>(png.size()), &pixels.width,
                            &pixels.height, &channels, kChannels);
  if (data == nullptr) return {};
  const auto count = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
  pixels.rgba.assign(data, data + count * kChannels);
  stbi_image_free(data);
  return pixels;
}

// So many times smaller, each pixel the mean of those that it stands for.
Pixels shrunk(const Pixels& large, int times) {
  Pixels small{(large.width + times - 1) / times, (large.height + times - 1) / times, {}};
  small.rgba.reserve(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) * kChannels);
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      std::array<int, kChannels> sum{};
      int count = 0;
      for (int row = y * times; row < std::min((y + 1) * times, large.height); ++row) {
        for (int column = x * times; column < std::min((x + 1) * times, large.width); ++column, ++count) {
          const auto at = (static_cast<std::size_t>(row) * static_cast<std::size_t>(large.width) +
                           static_cast<std::size_t>(column)) *
                          kChannels;
          for (std::size_t i = 0; i < kChannels; ++i) sum[i] += large.rgba[at + i];
        }
      }
      for (const int channel : sum) small.rgba.push_back(static_cast<std::uint8_t>(channel / count));
    }
  }
  return small;
}

class RealPictures : public Pictures {
 public:
  explicit RealPictures(std::shared_ptr<Textures> textures) : textures_(std::move(textures)) {}
  ~RealPictures() override { forget_all(); }
  RealPictures(const RealPictures&) = delete;
  RealPictures& operator=(const RealPictures&) = delete;

  const ShownPicture* find(const std::string& folder, const std::string& file) override {
    const auto now = std::chrono::steady_clock::now();
    const std::pair key{folder, file};
    const auto known = kept_.find(key);
    if (known != kept_.end() && now - known->second.looked_at < kPictureLooksApart) return shown(known->second);
    std::error_code none;
    const auto changed = std::filesystem::last_write_time(std::filesystem::path(folder) / file, none);
    if (known != kept_.end() && known->second.changed == changed) {
      known->second.looked_at = now;
      return shown(known->second);
    }
    if (kept_.size() >= kMostPicturesKept) forget_all();
    Kept& kept = kept_[key];
    drop(kept);
    kept = {load(folder, file), changed, now};
    return shown(kept);
  }

 private:
  struct Kept {
    std::optional<ShownPicture> picture;
    std::filesystem::file_time_type changed;
    std::chrono::steady_clock::time_point looked_at;
  };

  static const ShownPicture* shown(const Kept& kept) { return kept.picture ? &*kept.picture : nullptr; }

  std::optional<ShownPicture> load(const std::string& folder, const std::string& file) const {
    const auto png = read_lesson_picture(folder, file);
    if (!png) return std::nullopt;
    const Pixels whole = decoded(png.value());
    if (whole.empty()) return std::nullopt;
    const int longest = std::max(whole.width, whole.height);
    const Pixels pixels =
        longest <= kMostPictureSide ? whole : shrunk(whole, (longest + kMostPictureSide - 1) / kMostPictureSide);
    const std::uintptr_t texture = textures_->make(pixels.width, pixels.height);
    textures_->write(texture, 0, 0, pixels);
    return ShownPicture{texture, whole.width, whole.height};
  }
  void drop(Kept& kept) const {
    if (kept.picture) textures_->drop(kept.picture->texture);
    kept.picture.reset();
  }
  void forget_all() {
    for (auto& one : kept_) drop(one.second);
    kept_.clear();
  }

  std::shared_ptr<Textures> textures_;
  std::map<std::pair<std::string, std::string>, Kept> kept_;
};

}  // namespace

std::shared_ptr<Pictures> real_pictures(std::shared_ptr<Textures> textures) {
  return std::make_shared<RealPictures>(std::move(textures));
}

}  // namespace interleave::gui
