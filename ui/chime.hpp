// Two soft falling tones that say "listen": made by code, no recording. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

namespace ui {

[[nodiscard]] std::vector<std::int16_t> chime(); // mono, samples_a_second (ui/voice)

} // namespace ui
