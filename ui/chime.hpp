// Sounds that are no speech: made by code, no recording. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

namespace ui {

// Both mono, samples_a_second (ui/voice).
[[nodiscard]] std::vector<std::int16_t> chime();     // before a call: two soft falling tones that say "listen"
[[nodiscard]] std::vector<std::int16_t> desk_bell(); // for those who work here: one tone, struck three times

} // namespace ui
