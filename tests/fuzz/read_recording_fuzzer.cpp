// libFuzzer's entry: whatever the bytes, reading gives a run that every writer can write, or says what is wrong. They
// are taken as a file, and, since hardly any would have the right checksum, also as the contents of one.
//
//   cmake -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DINTERLEAVE_FUZZ=ON -DINTERLEAVE_GUI=OFF
//   cmake --build build/fuzz --target read_recording_fuzzer
//   build/fuzz/tests/fuzz/read_recording_fuzzer -max_total_time=60 -rss_limit_mb=512 CORPUS
//
// A good corpus: recordings without their first 28 bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/interchange/chart.h"
#include "core/interchange/record_json.h"
#include "core/interchange/recording.h"
#include "core/interchange/recording_format.h"
#include "core/interchange/span_csv.h"
#include "core/interchange/svg_chart.h"
#include "core/interchange/trace.h"

namespace {

void read(std::string_view bytes) {
  const auto recording = interleave::read_recording(bytes);
  if (!recording) {
    if (recording.error().empty()) std::abort();
    return;
  }
  const interleave::Timeline& timeline = *recording.value().timeline;
  record_json(timeline);
  text_chart(timeline, {});
  trace_json(timeline);
  span_csv(timeline);
  svg_chart(timeline);
  const std::string again = write_recording(timeline, recording.value().scenario);
  const auto same = interleave::read_recording(again);
  if (!same || record_json(*same.value().timeline) != record_json(timeline)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  for (std::uint64_t version = 1; version <= interleave::kRecordingVersion; ++version) {
    read(interleave::packed_recording({bytes, version}));
  }
  return 0;
}
