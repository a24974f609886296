// A message of a catalog as people see it: its places filled with plain examples, once for one and once for many. The
// fills follow the pattern itself, so that a message with a new place needs no line here. One thread.
#pragma once

#include <string>
#include <vector>

namespace audits {

// `pattern`: an ICU message pattern; `language`: BCP 47. Without bold marks.
[[nodiscard]] std::vector<std::string> sample_sentences(const std::string& pattern, const std::string& language);

} // namespace audits
