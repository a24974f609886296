#include "storage/submission.hpp"

#include <array>

namespace storage {

namespace {

// In the order of the enums; record_forms keeps the places, batches carry the names.
constexpr std::array<std::string_view, 13> kind_names = {
    "check_in",     "check_out",      "visit_response",      "visit_report",
    "message",      "contact_update", "strengths_and_needs", "service_request",
    "help_request", "withdrawal",     "staff_event",         "audit",
    "feedback",
};
static_assert(kind_names.size() == static_cast<std::size_t>(SubmissionKind::feedback) + 1);

constexpr std::array<std::string_view, ticket_mark_count> mark_names = {
    "robin", "maple", "harbor", "laurel", "star", "sunny", "house", "heart",
};
static_assert(mark_names.size() == static_cast<std::size_t>(TicketMark::heart) + 1);

} // namespace

std::string_view name_of(SubmissionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<SubmissionKind> submission_kind_named(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (kind_names[i] == name) return static_cast<SubmissionKind>(i);
    }
    return std::nullopt;
}

std::string_view name_of(TicketMark mark) { return mark_names[static_cast<std::size_t>(mark)]; }

} // namespace storage
