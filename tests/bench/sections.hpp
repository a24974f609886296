// The sections of the bench. Each prints what it measured; an error means that something could not be measured, never
// that a number is bad. Main thread.
#pragma once

#include "base/result.hpp"

namespace bench {

[[nodiscard]] base::Result<void> measure_window();
[[nodiscard]] base::Result<void> measure_text();
[[nodiscard]] base::Result<void> measure_look_up();
[[nodiscard]] base::Result<void> measure_storage();
[[nodiscard]] base::Result<void> measure_sealing();
[[nodiscard]] base::Result<void> measure_speech();
[[nodiscard]] base::Result<void> measure_staff();

} // namespace bench
