#include "app/gui/model/edit/cell_offers.h"

#include <algorithm>
#include <cctype>

#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/edit/step_help.h"
#include "app/gui/model/edit/step_names.h"
#include "core/base/overloaded.h"

namespace interleave::gui {

namespace {

using Offers = std::vector<CellOffer>;

bool is_of_name(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || std::isalnum(value) != 0 || byte == '_';
}

char lower(char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); }

bool begins_with(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && std::equal(with.begin(), with.end(), text.begin(),
                                                  [](char one, char other) { return lower(one) == lower(other); });
}

void add(Offers& offers, const std::vector<std::string>& names, std::string_view what) {
  for (const std::string& name : names) {
    const bool known = std::any_of(offers.begin(), offers.end(), [&](const CellOffer& o) { return o.text == name; });
    if (!known) offers.push_back({name, std::string(what)});
  }
}

Offers in_braces(Offers offers) {
  for (CellOffer& offer : offers) offer.text = "{" + offer.text + "}";
  return offers;
}

std::string_view what_is(SharedUse use) {
  return use == SharedUse::variable ? "shared" : use == SharedUse::lock ? "lock" : "queue";
}

Offers shared_offers(const Scenario& scenario, SharedUse use, const NamesHere& names) {
  Offers offers;
  add(offers, shared_names(scenario, use), what_is(use));
  Offers parameters;
  add(parameters, names.parameters, "parameter");
  const Offers braced = in_braces(parameters);
  offers.insert(offers.end(), braced.begin(), braced.end());
  return offers;
}

// What expressions are made of: values that are known here first.
Offers value_offers(const NamesHere& names) {
  Offers offers;
  for (auto name = names.given.rbegin(); name != names.given.rend(); ++name) add(offers, {*name}, "own value");
  add(offers, names.indexes, "index");
  add(offers, names.parameters, "parameter");
  add(offers, names.values, "own value");
  return offers;
}

Offers quantity_offers(const NamesHere& names) {
  Offers offers;
  add(offers, names.parameters, "parameter");
  add(offers, names.indexes, "index");
  return in_braces(offers);
}

Offers task_offers(const Scenario& scenario, std::size_t self) {
  Offers offers;
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    if (i != self) offers.push_back({scenario.tasks[i].name, "task"});
  }
  return offers;
}

// As they stand in a list.
Offers listed(Offers offers) {
  for (CellOffer& offer : offers) offer.text = typed_list({offer.text});
  return offers;
}

Offers verb_offers() {
  Offers offers;
  for (const Verb verb : verbs_by_group())
    offers.push_back({std::string(name(verb)), std::string(help_of(verb).brief)});
  return offers;
}

Offers function_offers(const Scenario& scenario) {
  Offers offers;
  for (const Function& function : scenario.functions) offers.push_back({function.name, ""});
  return offers;
}

Offers mode_offers() {
  Offers offers;
  for (const Mode mode : kModes) offers.push_back({std::string(name(mode)), ""});
  return offers;
}

// Names for what the argument's parameter is for.
Offers argument_offers(const Scenario& scenario, const Cell& cell) {
  Offers offers;
  const auto function = scenario.tasks[cell.task].function;
  if (!function) return offers;
  for (const SharedUse use : {SharedUse::variable, SharedUse::lock, SharedUse::queue}) {
    const auto given = parameters_for(scenario, use);
    for (const std::size_t position : given[*function]) {
      const bool is_meant = scenario.functions[*function].parameters[position] == cell.parameter;
      if (is_meant) add(offers, shared_names(scenario, use), what_is(use));
    }
  }
  return offers;
}

// How much of the text before the cursor an offer takes the place of.
enum class Replaces : std::uint8_t { all, item, word, placeholder };

struct Source {
  Offers offers;
  Replaces replaces = Replaces::all;
};

Source source_of_part(const Scenario& scenario, const Cell& cell) {
  const Step* const step = step_at(steps_of(scenario, cell.task), cell.path);
  if (step == nullptr) return {};
  const NamesHere names = names_at(scenario, cell.task, cell.path);
  const Overloaded source = {[&](const part::Text&) {
                               Offers offers = value_offers(names);
                               offers.push_back({"task", "the task's name"});
                               return Source{in_braces(std::move(offers)), Replaces::placeholder};
                             },
                             [&](const part::Seconds&) { return Source{quantity_offers(names)}; },
                             [&](const part::Count&) { return Source{quantity_offers(names)}; },
                             [&](const part::Timeout&) { return Source{quantity_offers(names)}; },
                             [&](const part::Made&) {
                               return Source{value_offers(names), Replaces::word};
                             },
                             [&](const part::Condition&) {
                               return Source{value_offers(names), Replaces::word};
                             },
                             [&](const part::Shared& part) { return Source{shared_offers(scenario, part.use, names)}; },
                             [&](const part::OtherTask&) { return Source{task_offers(scenario, cell.task)}; },
                             [&](const part::OtherTasks&) {
                               return Source{listed(task_offers(scenario, cell.task)), Replaces::item};
                             },
                             [&](const part::Own&) {
                               Source own;
                               add(own.offers, names.values, "own value");
                               return own;
                             },
                             [&](const part::Callee&) { return Source{function_offers(scenario)}; },
                             [&](const part::Arguments&) {
                               return Source{in_braces(value_offers(names)), Replaces::placeholder};
                             },
                             [](const part::Flag&) {
                               return Source{{{"true", "nobody awaits it"}}};
                             },
                             [](const auto&) { return Source{}; }};
  Source found;
  for_each_part(*step, [&](const auto& part, const auto&) {
    if (part.key == cell.parameter) found = source(part);
  });
  return found;
}

Source source_of(const Scenario& scenario, const Cell& cell) {
  switch (cell.kind) {
    case CellKind::function:
      return {function_offers(scenario)};
    case CellKind::opening_mode:
      return {mode_offers()};
    case CellKind::value:
      return {argument_offers(scenario, cell)};
    case CellKind::place:
      return {verb_offers()};
    case CellKind::step:
      return cell.parameter == kVerbKey ? Source{verb_offers()} : source_of_part(scenario, cell);
    default:
      return {};
  }
}

// Where the word, item or placeholder begins that the cursor stands in.
std::size_t begin_of(std::string_view before, Replaces replaces) {
  std::size_t begin = 0;
  switch (replaces) {
    case Replaces::all:
      return 0;
    case Replaces::item:
      begin = before.rfind(',') == std::string_view::npos ? 0 : before.rfind(',') + 1;
      while (begin < before.size() && (before[begin] == ' ' || before[begin] == '[')) ++begin;
      return begin;
    case Replaces::word:
      begin = before.size();
      while (begin > 0 && is_of_name(before[begin - 1])) --begin;
      return begin;
    case Replaces::placeholder:
      begin = before.rfind('{');
      if (begin == std::string_view::npos || before.find('}', begin) != std::string_view::npos) return before.size();
      return begin;
  }
  return begin;
}

}  // namespace

CellOffers offers_for(const Scenario& scenario, const Cell& cell, const TextEdit& typed) {
  const std::string_view text = typed.text();
  Source source = source_of(scenario, cell);
  const bool is_whole = typed.selection() == TextRange{0, text.size()};
  if (is_whole && source.replaces != Replaces::placeholder) return {{0, text.size()}, std::move(source.offers)};
  const std::string_view before = text.substr(0, typed.cursor());
  const std::size_t begin = begin_of(before, source.replaces);
  const std::string_view prefix = before.substr(begin);
  // Of a text, nothing is offered but in braces.
  if (source.replaces == Replaces::placeholder && prefix.empty()) return {};
  CellOffers offers{{begin, source.replaces == Replaces::all ? text.size() : typed.cursor()}, {}};
  for (CellOffer& offer : source.offers) {
    if (begins_with(offer.text, prefix)) offers.all.push_back(std::move(offer));
  }
  const bool is_typed_out = offers.all.size() == 1 && offers.all.front().text == prefix;
  if (is_typed_out) offers.all.clear();
  return offers;
}

}  // namespace interleave::gui
