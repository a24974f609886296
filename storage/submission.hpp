// Submissions: what people entered, append-only and immutable. Each lies encrypted until it is sealed into a batch;
// then only a stub is left, and nothing once its day is over. The store never looks into a line. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/secret.hpp"
#include "base/uuid.hpp"
#include "storage/ids.hpp"

#include <optional>
#include <string>

namespace storage {

enum class SubmissionKind {
    check_in,
    check_out,
    visit_response,
    visit_report,
    message,
    contact_update,
    strengths_and_needs,
    service_request,
    help_request,
    withdrawal,
    staff_event,
    audit,
    feedback,
};
[[nodiscard]] std::string_view name_of(SubmissionKind kind); // as in the batch format
[[nodiscard]] std::optional<SubmissionKind> submission_kind_named(std::string_view name);

// Picture and number by which a person is called: "Robin 12". Never two alike among those of one day.
enum class TicketMark { robin, maple, harbor, laurel, star, sunny, house, heart };
constexpr int ticket_mark_count = 8;
constexpr int ticket_number_most = 99;
[[nodiscard]] std::string_view name_of(TicketMark mark);

struct Ticket {
    TicketMark mark{};
    int number = 0; // 1 to 99
    auto operator<=>(const Ticket&) const = default;
};

// Today's arrival, the stub that a check_in leaves behind: what the same person is shown when they come back to the
// screen, and what staff need today.
struct Arrival {
    base::Uuid submission;
    VisitId visit_id;   // empty for an unlisted person
    PersonId person_id; // empty for an unlisted person
    Ticket ticket;
    base::UtcTime at;
    int adults = 0;
    int children = 0;
    std::vector<std::string> needs; // codes of the catalogue, no free text
};

// A submission about to be kept. `line` is the record as it goes into the batch: one JSON object, no line end.
struct NewSubmission {
    base::Uuid id;
    SubmissionKind kind{};
    base::Secret line;
};

struct PendingSubmission {
    base::Uuid id;
    SubmissionKind kind{};
    base::Secret line;
};

} // namespace storage
