#include "app/gui/views/drawing/code_layout.h"

#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

Listing code_of_coffee_shop(Mode mode, Language language) {
  return list_program(testing::built_in("coffee-shop"), mode, 2, language);
}

std::string text_of_row(const Listing& listing, const CodeRow& row) {
  const std::string& text = listing.lines()[row.line].text;
  return std::string(row.indent, ' ') + text.substr(row.begin, row.end - row.begin);
}

std::string joined(const Listing& listing, const std::vector<CodeRow>& rows) {
  std::string all;
  for (const CodeRow& row : rows) {
    all += row.folded > 0 ? "(" + std::to_string(row.folded) + ")" : text_of_row(listing, row);
    all += '\n';
  }
  return all;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

constexpr auto kBlocks = [](const ListingLine& line) {
  return line.text.find("sleep") != std::string::npos ? std::size_t{8} : std::size_t{0};
};

}  // namespace

TEST_CASE("folded, the code is what somebody writes who has a library") {
  const Listing listing = code_of_coffee_shop(Mode::sequential, Language::python);
  CHECK(joined(listing, lay_out_code(listing, Support::folded, {80, {}})) ==
        "(3)\nimport time\n(3)\n\n\n"
        "def order(item, seconds):\n"
        "    print(f\"Ordered {item}\")\n"
        "    time.sleep(seconds * SECOND)\n"
        "    print(f\"\\t>> Received {item}\")\n"
        "\n\n"
        "def main():\n"
        "    order(\"coffee\", 1)\n"
        "    order(\"food\", 5)\n"
        "    order(\"cake\", 3)\n"
        "\n\n"
        "main()\n");
}

TEST_CASE("what is too wide goes on below, further in, broken behind a space, a comma or a bracket") {
  const Listing listing = code_of_coffee_shop(Mode::pool, Language::python);
  const std::string text = joined(listing, lay_out_code(listing, Support::folded, {30, {}}));
  CHECK(text.find("    with ThreadPoolExecutor(\n      max_workers=2) as pool:\n") != std::string::npos);
  CHECK(text.find("        pool.submit(order, \n          \"food\", 5)\n") != std::string::npos);
}

TEST_CASE("at every width each line's text is there once and in order but for spaces, and no row is wider") {
  for (Mode mode : kModes) {
    for (Language language : kLanguages) {
      const Listing listing = code_of_coffee_shop(mode, language);
      for (std::size_t columns = 16; columns < 60; ++columns) {
        std::vector<std::string> texts(listing.lines().size());
        for (const CodeRow& row : lay_out_code(listing, Support::shown, {columns, kBlocks})) {
          CHECK(text_of_row(listing, row).size() <= columns);
          texts[row.line] += listing.lines()[row.line].text.substr(row.begin, row.end - row.begin);
        }
        for (std::size_t i = 0; i < texts.size(); ++i)
          CHECK(without_spaces(texts[i]) == without_spaces(listing.lines()[i].text));
      }
    }
  }
}

TEST_CASE("every line that may be marked has room for its marks behind its last row") {
  const Listing listing = code_of_coffee_shop(Mode::threads, Language::python);
  for (std::size_t columns = 20; columns < 60; ++columns) {
    for (const CodeRow& row : lay_out_code(listing, Support::folded, {columns, kBlocks})) {
      if (!row.is_last || row.folded > 0) continue;
      CHECK(text_of_row(listing, row).size() + kBlocks(listing.lines()[row.line]) <= columns);
    }
  }
}

TEST_CASE("a row begins and ends between characters") {
  const Scenario scenario =
      testing::scenario_with_tasks(R"({"name": "a", "steps": [{"print": "ÄÖÜäöüß€€€€€€€€€€€€€€€€€€€€€€€€€€"}]})");
  const Listing listing = list_program(scenario, Mode::sequential, 1, Language::python);
  for (const CodeRow& row : lay_out_code(listing, Support::folded, {16, {}})) {
    const std::string& text = listing.lines()[row.line].text;
    if (row.end < text.size()) CHECK((static_cast<unsigned char>(text[row.end]) & 0xC0U) != 0x80U);
  }
}

}  // namespace interleave::gui
