#pragma once

#include <span>
#include <string_view>

#include "app/gui/model/input/command.h"

namespace interleave::gui {

// What the values of a type are called in commands, in their order.
struct Vocabulary {
  std::string_view what;  // "mode"
  std::span<const std::string_view> words;
};

Vocabulary vocabulary_of(Mode);
Vocabulary vocabulary_of(ClockKind);
Vocabulary vocabulary_of(Direction);
Vocabulary vocabulary_of(View);
Vocabulary vocabulary_of(Comparing);
Vocabulary vocabulary_of(Language);
Vocabulary vocabulary_of(Menu);
Vocabulary vocabulary_of(PanelGroup);
Vocabulary vocabulary_of(PanelTab);
Vocabulary vocabulary_of(Way);
Vocabulary vocabulary_of(FilePurpose);
Vocabulary vocabulary_of(NoticeAnswer);
Vocabulary vocabulary_of(ExportKind);
Vocabulary vocabulary_of(LaneKind);
Vocabulary vocabulary_of(SharedLanes);
Vocabulary vocabulary_of(OutcomesShown);
Vocabulary vocabulary_of(Directing);
Vocabulary vocabulary_of(GraphShown);
Vocabulary vocabulary_of(RepairsShown);
Vocabulary vocabulary_of(CellKind);
Vocabulary vocabulary_of(StepList);
Vocabulary vocabulary_of(ObjectKind);
Vocabulary vocabulary_of(Verb);
Vocabulary vocabulary_of(TextKey);
Vocabulary vocabulary_of(Extent);
Vocabulary vocabulary_of(Beside);

}  // namespace interleave::gui
