// Gathers and judges what Health holds: from the store, the state folder, the courier's journal, the clock and what the
// application has seen of its devices. Needs no network, no free disk and no right clock; what cannot be read becomes a
// condition, never an error. Main thread.
#pragma once

#include "kiosk/staff/audit_watch.hpp"
#include "kiosk/staff/clock_watch.hpp"
#include "kiosk/state/state_folder.hpp"

#include <functional>

namespace kiosk {

// What the application knows of its devices; kioskctl, which has none, leaves them unknown.
struct Devices {
    std::function<PrinterState()> printer = [] { return PrinterState::not_asked; };
    std::function<SoundState()> sound = [] { return SoundState::unused; };
    std::optional<base::UtcTime> last_scan = {}; // the application notes it, and nothing of what was scanned
};

class HealthReader {
public:
    static constexpr std::chrono::hours late{2}; // a record that waits longer is somebody's business

    // All outlive it.
    HealthReader(storage::Store& store, base::Files& files, StateFolder folder, const base::Clock& clock);
    // The store cannot be opened; why, is told to the operator. What the folder and the clock say is still told.
    HealthReader(std::string store_trouble, base::Files& files, StateFolder folder, const base::Clock& clock);

    [[nodiscard]] Health read();
    [[nodiscard]] Devices& devices() { return devices_; }
    // Looks through the audit log; null without a store.
    [[nodiscard]] AuditWatch* audit_watch() { return audit_watch_ ? &*audit_watch_ : nullptr; }
    [[nodiscard]] ClockWatch& clock_watch() { return clock_watch_; }
    // For tests.
    using SpaceTeller = std::function<base::Result<base::DiskSpace>(const base::Path&)>;
    void set_space_teller(SpaceTeller teller) { space_teller_ = std::move(teller); }

private:
    void read_store(Health& health, const std::optional<CourierJournal>& journal);
    [[nodiscard]] base::Result<void> read_waiting(WaitingHealth& waiting, const std::optional<CourierJournal>& journal);
    [[nodiscard]] DeliveryHealth delivery_of(const std::optional<CourierJournal>& journal) const;
    [[nodiscard]] SpaceHealth read_space();
    [[nodiscard]] RosterHealth read_roster();
    [[nodiscard]] AuditHealth read_audit();

    storage::Store* store_;
    std::string store_trouble_;
    base::Files& files_;
    StateFolder folder_;
    const base::Clock& clock_;
    Devices devices_;
    std::optional<AuditWatch> audit_watch_;
    ClockWatch clock_watch_;
    SpaceTeller space_teller_ = base::disk_space;
};

} // namespace kiosk
