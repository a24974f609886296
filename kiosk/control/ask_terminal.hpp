// Asks the operator for something that must not be seen or kept. Main thread.
#pragma once

#include "base/result.hpp"
#include "base/secret.hpp"

namespace kiosk {

enum class Echo { shown, hidden };

// One line of stdin without its end. On a terminal it asks with `prompt` on stderr, and what is typed is not shown if
// hidden; otherwise it reads the next line. ask_again if there is none, or it is longer than 64 bytes.
[[nodiscard]] base::Result<base::Secret> ask_terminal(const char* prompt, Echo echo);

} // namespace kiosk
