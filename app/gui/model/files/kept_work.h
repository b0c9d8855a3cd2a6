#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/gui/model/files/files.h"

// Unsaved work survives a crash: it is kept in files of the program's own, and offered at the next start.
namespace interleave::gui {

struct AppState;

// What a kept file holds.
struct KeptWork {
  std::string path;   // where the scenario is saved; empty where nowhere
  std::string time;   // when it was kept
  FileStamp stamp;    // of the file that the work began from
  std::string text;   // the scenario's file
  std::string typed;  // the same as somebody was typing it, which could not be read yet; else empty
};

std::string to_text(const KeptWork& work);
// None where it is no such file, or only a part of one.
std::optional<KeptWork> parse_kept(std::string_view text);

// What a crash left behind is offered.
void offer_left_behind(AppState& state);
void restore_kept(AppState& state, const std::string& place);

// Keeps unsaved work a second after it was changed at the latest. The seconds until it wants to be called, if any.
std::optional<double> keep_unsaved(AppState& state, double host_seconds);
// What was kept is no longer needed.
void forget_kept(AppState& state);

}  // namespace interleave::gui
