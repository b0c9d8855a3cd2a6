#include "app/gui/views/panels/export_dialog.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/files/export_kind.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

struct ExportShape {
  float width;
  float height;
  int scale;
};

constexpr ExportShape kExportShapes[] = {{1280, 720, 100}, {1280, 720, 200},  {1280, 720, 150},
                                         {1600, 900, 100}, {1920, 1080, 100}, {3840, 2160, 200}};

// What lies over the window is whole: from the text that begins so on.
void check_whole(const Drawn& drawn, std::string_view first, ExportShape shape) {
  const auto begin = std::find_if(drawn.texts.begin(), drawn.texts.end(),
                                  [&](const DrawnText& text) { return text.text.starts_with(first); });
  REQUIRE(begin != drawn.texts.end());
  for (auto a = begin; a != drawn.texts.end(); ++a) {
    CAPTURE(a->text);
    CHECK_FALSE(a->cut);
    CHECK(a->box.left >= 0);
    CHECK(a->box.top >= 0);
    CHECK(a->box.right <= shape.width);
    CHECK(a->box.bottom <= shape.height);
    for (auto b = begin; b != a; ++b) {
      CAPTURE(b->text);
      CHECK_FALSE(overlap(a->box, b->box));
    }
  }
}

struct ExportDesk : Desk {
  explicit ExportDesk(ExportShape shape) {
    state.paint = [](int) -> Result<Painting, std::string> { return std::string("not here"); };
    resize(shape.width, shape.height);
    use_scale(shape.scale);
    open(kShop);
  }
  void run_to_its_end() {
    update(state, command::Run{});
    pass(1000);
    frame();
  }
};

}  // namespace

TEST_CASE("the dialog that asks what to export is whole at every size, before a run and after it, as is the next") {
  for (const ExportShape shape : kExportShapes) {
    for (const bool has_run : {false, true}) {
      for (std::size_t kind = 0; kind < kExportKindCount; ++kind) {
        CAPTURE(shape.width);
        CAPTURE(shape.scale);
        CAPTURE(kind);
        ExportDesk desk(shape);
        if (has_run) desk.run_to_its_end();
        desk.control(U'e', true);
        update(desk.state, command::SetPictureTimes{4});
        update(desk.state, command::PickExport{export_kind_at(kind)});
        desk.frame();
        check_whole(desk.drawn(), "Export what", shape);
        desk.press(Key::enter);
        desk.frame();
        if (desk.state.dialog) check_whole(desk.drawn(), "Export as", shape);
      }
    }
  }
}

TEST_CASE("a notice that is wider than the window goes on in a second line") {
  for (const ExportShape shape : kExportShapes) {
    CAPTURE(shape.scale);
    ExportDesk desk(shape);
    desk.state.notice = Notice{NoticeKind::message,
                               "Wrote coffee-shop-thread-pool-results.json to /home/lessons/term/one (2560 × 1440 "
                               "pixels, 359.9 kB), which is a long story for a bar of one line"};
    desk.frame();
    const Rect button = desk.find("answer-first"_act).box;
    CHECK(button.right <= shape.width);
    std::string told;
    for (const DrawnText& text : desk.drawn().texts) {
      if (text.box.top < button.top - 60 || text.box.bottom > button.bottom + 60 || text.box.left > 40) continue;
      if (text.box.top < 50 * static_cast<float>(shape.scale) / 100) continue;
      CHECK_FALSE(text.cut);
      CHECK_FALSE(overlap(text.box, button));
      told += text.text + " ";
    }
    CHECK(told.find("Wrote coffee-shop") != std::string::npos);
    CHECK(told.find("one line") != std::string::npos);
  }
}

}  // namespace interleave::gui
