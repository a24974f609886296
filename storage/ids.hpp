// Names for the agency's own identifiers, so that one cannot be given for another.
#pragma once

#include <compare>
#include <string>

namespace storage {

template <typename Kind>
struct Id {
    std::string text;
    auto operator<=>(const Id&) const = default;
};

using VisitId = Id<struct VisitKind>;
using PersonId = Id<struct PersonKind>;

} // namespace storage
