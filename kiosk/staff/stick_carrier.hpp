// Carrying by hand, for a kiosk without a network: sealed batches are copied to a stick, with the reports that whoever
// copies may take along, and what the agency sent is brought in from one. Reading and writing the stick is work for elsewhere, a piece at a time: a slow or a broken stick
// never holds up the screen. Asks first whether the role may. Main thread.
#pragma once

#include "kiosk/exchange/batch_export.hpp"
#include "kiosk/exchange/bundle_opener.hpp"
#include "kiosk/exchange/stick.hpp"
#include "kiosk/staff/report_files.hpp"
#include "kiosk/staff/work.hpp"

namespace kiosk {

enum class StickIs { none, one, several };

// What is being carried, or was last.
struct Carried {
    enum class What { nothing, out, in };
    What what = What::nothing;
    bool is_running = false;
    int done = 0; // batches and reports, or kinds of bundles, looked at so far
    int total = 0;
    // Out:
    int copied = 0;
    int already = 0;                    // stood there
    int left = 0;                       // that could not be copied
    int reports = 0;                    // files of them that are on the stick, copied now or before
    std::optional<CopyOutcome> trouble; // the first reason why
    bool has_unsealed = false;          // something could not be sealed before
    // In:
    std::vector<OpenedBundle> bundles; // of the stick, then of the inbox
    bool has_stick_gone = false;
};

class StickCarrier {
public:
    struct Parts {
        storage::Store& store;
        Sealer& sealer;
        base::Files& files;
        BundleOpener& opener;
        StateFolder folder;
        const Settings& settings;
    };
    // All outlive it, the files also what `work` runs. `wake`: called when a piece is done.
    StickCarrier(Parts parts, StickFinder sticks, Work& work, std::function<void()> wake);

    [[nodiscard]] base::Result<StickIs> look(const StaffSession& by) const;
    // Seals what waits and begins to copy all batches, then the reports, to the one stick. ask_again if there is not just one, or while
    // something is being carried.
    [[nodiscard]] base::Result<void> export_batches(const StaffSession& by);
    // Begins to use what the agency sent, from the one stick and from the inbox.
    [[nodiscard]] base::Result<void> import_bundles(const StaffSession& by);
    // Takes what is done and begins the next piece. True while there is more; goes on also if nobody looks.
    bool step();
    [[nodiscard]] const Carried& carried() const { return carried_; }

private:
    struct Place {
        base::Path root;
        BundleKind kind;
        bool is_inbox;
    };

    [[nodiscard]] base::Result<base::Path> the_stick() const;
    void take_copy(CopyOutcome outcome);
    void take_bundle(BundleRead read);
    void begin_copy();
    void begin_reading();
    void note(const Place& place, std::optional<OpenedBundle> made);
    void finish();

    Parts parts_;
    StickFinder sticks_;
    Work& work_;
    std::function<void()> wake_;
    Carried carried_;
    std::int64_t by_ = 0;
    base::Path root_;
    std::vector<CarriedBatch> batches_;
    std::vector<Report> reports_;
    std::vector<Place> places_;
    Later<CopyOutcome> copy_;
    Later<BundleRead> read_;
};

} // namespace kiosk
