// What staff keep of the day: how far each arrival has come, and what people asked for. Lies beside the arrivals and
// goes with them when the day is over; what the agency is told travels as submissions. Main thread.
#pragma once

#include "base/secret.hpp"
#include "storage/submission.hpp"

#include <memory>

namespace storage {

// How far an arrival has come. A moment that has not come is none.
struct DeskState {
    std::optional<base::UtcTime> acknowledged;
    std::optional<base::UtcTime> called;
    std::optional<base::UtcTime> started;
    std::optional<base::UtcTime> ended;
    std::string room;                              // to which they were called, if another than the roster's
    std::string interpreter_language;              // BCP 47, as asked for at check-in
    std::shared_ptr<const base::Secret> own_words; // of "something else"; none if there were none
};

struct DeskArrival {
    Arrival arrival;
    DeskState state;
};

enum class DeskItemKind { person, safety, interpreter, ride, change, message };

// Something that somebody asked for today.
struct DeskItem {
    base::Uuid submission; // with which it came
    DeskItemKind kind{};
    base::UtcTime at;
    std::optional<Ticket> ticket; // none: nobody knows who it was
    std::string detail;           // a code: the page it was asked on, or a language
    std::optional<base::UtcTime> seen;
    std::optional<base::UtcTime> done;
};

} // namespace storage
