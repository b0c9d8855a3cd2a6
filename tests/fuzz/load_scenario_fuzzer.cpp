// libFuzzer's entry: whatever the bytes, loading gives a scenario or says where in the text it is wrong; and a scenario
// that is written again and read is the same.
//
//   cmake -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DINTERLEAVE_FUZZ=ON -DINTERLEAVE_GUI=OFF
//   cmake --build build/fuzz --target load_scenario_fuzzer
//   build/fuzz/tests/fuzz/load_scenario_fuzzer -max_total_time=60 CORPUS assets/scenarios
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/scenario/loader.h"
#include "core/scenario/writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto result = interleave::load_scenario({reinterpret_cast<const char*>(data), size}, "fuzz");
  const bool is_explained = result || (!result.error().empty() && result.error().front().position.column <= size + 1);
  if (!is_explained || (result && result.value().tasks.empty())) std::abort();
  if (!result) {
    to_string(result.error());
    return 0;
  }
  const auto again = interleave::load_scenario(interleave::to_json(result.value()), "written");
  if (!again || !(again.value() == result.value())) std::abort();
  return 0;
}
