// Carries what lies in the outbox to the agency's exchange: each .age first, its signature last, so that whoever finds
// a signature finds the file. Reads nothing of the kiosk but the outbox, opens no sealed file, needs no key. One thread.
#pragma once

#include "base/clock.hpp"
#include "kiosk/exchange/courier_journal.hpp"
#include "kiosk/exchange/transport.hpp"

#include <string>
#include <vector>

namespace kiosk {

// What one round over the outbox came to.
struct CourierRound {
    int delivered = 0;                 // batches that were not there before
    int already = 0;                   // batches that stood there with the same content
    std::vector<std::string> troubles; // one for each batch or folder that could not be delivered
};

class Courier {
public:
    // `state` is the kiosk's state folder; `target` a URL.
    Courier(base::Files& files, const base::Clock& clock, const base::Path& state, std::string target);

    // Tries every batch once; one that fails never keeps another. An error only if nothing could be tried at all.
    // Either way the last failure is kept in the journal.
    [[nodiscard]] base::Result<CourierRound> run();

private:
    struct Batch; // one pair of files in the outbox

    [[nodiscard]] base::Result<std::vector<Batch>> find_batches(CourierRound& round);
    [[nodiscard]] std::vector<std::string> names_in(const base::Path& folder, CourierRound& round);
    void find_pairs(const base::Path& folder, std::vector<Batch>& found, CourierRound& round);
    void deliver(Transport& transport, const Batch& batch, CourierRound& round);
    // Puts one file there unless it stands there already; `is_new` tells which. False if it could do neither.
    [[nodiscard]] bool carry(Transport& transport, const base::Path& name, base::ByteView content, bool& is_new,
                             CourierRound& round);
    void note(CourierFailure kind, std::string trouble, CourierRound& round);
    [[nodiscard]] base::Result<void> keep_if_changed(const CourierJournal& before);
    void forget_what_left_the_outbox(const std::vector<Batch>& batches);

    base::Files& files_;
    const base::Clock& clock_;
    base::Path outbox_;
    base::Path folder_; // the courier's own
    CourierJournal journal_;
};

} // namespace kiosk
