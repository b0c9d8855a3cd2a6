#include "app/gui/views/widgets/offer_list.h"

#include <algorithm>

#include "app/gui/views/widgets/cell_view.h"

namespace interleave::gui {

namespace {

constexpr float kOfferRow = 24;
constexpr float kOfferPadding = 8;
constexpr float kOfferGap = 16;
constexpr float kOfferFrame = 3;
constexpr std::size_t kMostOffers = 8;

// Those that have room, with the one that stands in the text among them.
struct ShownOffers {
  std::size_t first = 0;
  std::size_t count = 0;
};

ShownOffers shown_of(const CellEdit& editing, std::size_t all, float room, float row) {
  ShownOffers shown{0, std::min({all, kMostOffers, static_cast<std::size_t>(std::max(0.0F, room / row))})};
  if (editing.typed && editing.offer >= shown.count) shown.first = editing.offer + 1 - shown.count;
  shown.first = std::min(shown.first, all - shown.count);
  return shown;
}

float width_of(const Ui& ui, const CellOffers& offers, const ShownOffers& shown) {
  float names = 0;
  float kinds = 0;
  for (std::size_t i = shown.first; i < shown.first + shown.count; ++i) {
    names = std::max(names, ui.canvas.text_width(offers.all[i].text, Style::body));
    kinds = std::max(kinds, ui.canvas.text_width(offers.all[i].what, Style::small));
  }
  return names + (kinds > 0 ? ui.px(kOfferGap) + kinds : 0) + 2 * ui.px(kOfferPadding + kOfferFrame) + 2;
}

void draw_offer(const Ui& ui, Rect row, const CellOffer& offer, bool chosen) {
  const bool over = ui.pointer.over(row);
  if (chosen || over) ui.canvas.fill(row, chosen ? ui.theme.accent : ui.theme.hover, ui.px(3));
  const Color ink = chosen ? ui.theme.on_accent : ui.theme.text;
  row = row.inset(ui.px(kOfferPadding), 0);
  row.cut_left(ui.canvas.text(row, offer.text, Style::body, ink));
  row.cut_left(std::min(ui.px(kOfferGap), row.width()));
  if (!offer.what.empty() && row.width() > ui.px(kOfferGap)) {
    ui.canvas.text(row, offer.what, Style::small, chosen ? ink : ui.theme.quiet_text, Align::right);
  }
}

}  // namespace

bool over_offers(const Ui& ui) { return ui.pointer.over(ui.memory.offers); }

void draw_offers(const Ui& ui, Rect panel) {
  ui.memory.offers = {};
  const auto& editing = ui.state.panel.editing;
  const Rect field = cell_field(ui);
  if (!editing || field.empty() || !editing->error.empty()) return;
  const CellOffers offers = offers_of(ui.state.scenario(), *editing);
  if (offers.all.empty()) return;
  const float row = ui.px(kOfferRow);
  const float frame = 2 * ui.px(kOfferFrame);
  const float below = panel.bottom - field.bottom - ui.px(2) - frame;
  const float above = field.top - panel.top - ui.px(2) - frame;
  const bool hangs = below >= std::min(above, row * static_cast<float>(std::min(offers.all.size(), kMostOffers)));
  const ShownOffers shown = shown_of(*editing, offers.all.size(), hangs ? below : above, row);
  if (shown.count == 0) return;
  const float height = row * static_cast<float>(shown.count) + frame;
  const float top = hangs ? field.bottom + ui.px(2) : field.top - ui.px(2) - height;
  const float width = std::min(std::max(width_of(ui, offers, shown), field.width()), panel.width());
  const float left = std::clamp(field.left, panel.left, panel.right - width);
  Rect box{left, top, left + width, top + height};
  ui.memory.offers = box;
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.raised, ui.px(4));
  ui.canvas.frame(box, ui.theme.quiet_text, 1, ui.px(4));
  box = box.inset(ui.px(kOfferFrame), ui.px(kOfferFrame));
  for (std::size_t i = shown.first; i < shown.first + shown.count; ++i) {
    const Rect place = box.cut_top(row);
    draw_offer(ui, place, offers.all[i], editing->typed && editing->offer == i);
    if (ui.pointer.pressed && ui.pointer.over(place)) ui.wish(command::TakeOffer{i});
  }
}

}  // namespace interleave::gui
