#include "app/gui/model/explain/deadlock_text.h"

#include <fmt/format.h>

namespace interleave::gui {

namespace {

DeadlockArrow arrow_of(const Timeline& timeline, const DeadlockLink& link) {
  DeadlockArrow arrow{link.waiter, link.holder, "its end", {}};
  if (link.object != ObjectId::none) arrow.what = full_name(timeline.info().objects[index(link.object)]);
  if (link.for_worker) arrow.what = "a worker";
  const std::string_view deed = missing_deed(timeline, link);
  if (!deed.empty()) arrow.missing = fmt::format("nobody is left to {}", deed);
  const bool is_kept = link.object != ObjectId::none && link.holder != TaskId::none &&
                       timeline.tasks()[index(link.holder)].finished.has_value();
  if (is_kept) arrow.missing = timeline.tasks()[index(link.holder)].name + " kept it when it ended";
  return arrow;
}

}  // namespace

DeadlockPicture deadlock_picture(const Timeline& timeline) {
  const std::vector<DeadlockLink> links = deadlock_of(timeline);
  const std::size_t circle = circle_length(links);
  DeadlockPicture picture;
  for (std::size_t i = 0; i < links.size(); ++i) {
    (i < circle ? picture.circle : picture.others).push_back(arrow_of(timeline, links[i]));
  }
  return picture;
}

std::vector<std::string> waiting_labels(const Timeline& timeline, const DeadlockLink& link) {
  const DeadlockArrow arrow = arrow_of(timeline, link);
  const bool awaits = link.object == ObjectId::none && !link.for_worker;
  const std::string label = awaits ? "awaits " + timeline.tasks()[index(link.holder)].name : "waits for " + arrow.what;
  if (arrow.missing.empty()) return {label};
  return {fmt::format("{}: {}", label, arrow.missing), label};
}

std::string arrow_text(const Timeline& timeline, const DeadlockArrow& arrow) {
  const auto name_of = [&](TaskId task) { return timeline.tasks()[index(task)].name; };
  const bool awaits = arrow.what == "its end";
  std::string text = awaits ? fmt::format("{} awaits {}", name_of(arrow.waiter), name_of(arrow.holder))
                            : fmt::format("{} waits for {}", name_of(arrow.waiter), arrow.what);
  if (!arrow.missing.empty()) return text + ": " + arrow.missing;
  if (!awaits && arrow.holder != TaskId::none) text += fmt::format(", which {} has", name_of(arrow.holder));
  return text;
}

}  // namespace interleave::gui
