// Holds what somebody who listens was told against all that could be seen on the way. Keeps what it saw, so only for
// demo kiosks. Main thread.
#pragma once

#include "ui/semantics.hpp"
#include "ui/speaker.hpp"

#include <map>
#include <set>

namespace kiosk {

class Unheard {
public:
    void see(const ui::SemanticTree& tree);
    // The same controls as on a page that was seen before: nothing to walk through again.
    [[nodiscard]] bool is_new(const ui::SemanticTree& tree);
    // "id: words", of all that was seen and never said.
    [[nodiscard]] std::vector<std::string> never_said(const ui::Transcript& transcript) const;

private:
    std::map<std::string, std::string> seen_; // words to the id of the node that had them
    std::set<std::string> quiet_;             // ids of which the first words are enough
    std::set<std::string> walked_;
};

} // namespace kiosk
