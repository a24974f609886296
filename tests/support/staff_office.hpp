// One office with a supervisor, a front desk and a technician, their accounts and the way in, on a clock that tests
// move. PINs cost the least there is. Kept in a temporary folder, or on the disk a test brings. One thread.
#pragma once

#include "kiosk/staff/enrolment.hpp"
#include "kiosk/staff/unlocker.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <deque>

namespace support {

// Does a job when the test says so.
class HeldWork final : public kiosk::Work {
public:
    void start(std::function<void()> job) override { jobs.push_back(std::move(job)); }
    void finish() {
        while (!jobs.empty()) {
            jobs.front()();
            jobs.pop_front();
        }
    }
    std::deque<std::function<void()>> jobs;
};

inline base::Secret secret(std::string_view text) { return base::Secret(base::bytes_of(text)); }

constexpr std::string_view supervisor_badge = "B-40021";
constexpr std::string_view supervisor_pin = "583906";
constexpr std::string_view desk_badge = "B-40007";
constexpr std::string_view desk_pin = "402817";
constexpr std::string_view technician_badge = "B-40035";
constexpr std::string_view technician_pin = "719452";

class StaffOffice {
public:
    base::FakeClock clock{morning};
    crypto::PinCost cost = crypto::least_pin_cost();
    std::unique_ptr<storage::Store> store;
    std::unique_ptr<kiosk::StaffAccounts> accounts;
    std::optional<kiosk::Unlocker> unlocker;
    std::optional<kiosk::Enrolment> enrolment;
    HeldWork work;
    int woken = 0;

    explicit StaffOffice(base::Path database = {}, const char* vfs = nullptr)
        : database_(database.empty() ? folder_.path() / "kiosk.db" : std::move(database)), vfs_(vfs),
          log_file_(std::fopen("/dev/null", "w")) {
        base::invariant(!crypto::start().is_error(), "crypto starts");
    }
    StaffOffice(const StaffOffice&) = delete;
    StaffOffice& operator=(const StaffOffice&) = delete;
    ~StaffOffice() { std::fclose(log_file_); }

    [[nodiscard]] const base::Path& folder() const { return folder_.path(); }
    [[nodiscard]] base::Result<void> open() {
        store = TRY(storage::Store::open(database_, fixed_keys(), clock, random_, vfs_));
        accounts = TRY(kiosk::StaffAccounts::open(*store, fixed_key<crypto::VaultKey>(8), clock, cost));
        const auto wake = [this] { ++woken; };
        unlocker.emplace(*accounts, work, clock, log_, wake);
        enrolment.emplace(*accounts, work, clock, wake);
        return {};
    }
    void close() {
        enrolment.reset();
        unlocker.reset();
        accounts.reset();
        store.reset();
    }
    void restart() {
        close();
        must(open());
    }
    void found() {
        using enum storage::StaffRole;
        std::vector<kiosk::FirstMember> members;
        const auto add = [&](std::string_view badge, kiosk::StaffRole role, std::string_view pin) {
            members.push_back({secret(badge), role, storage::StaffPin::own, secret(pin)});
        };
        add(supervisor_badge, supervisor, supervisor_pin);
        add(desk_badge, front_desk, desk_pin);
        add(technician_badge, technician, technician_pin);
        must(accounts->found_office(members, cost));
    }

    kiosk::Unlocked answer() {
        work.finish();
        auto told = unlocker->poll();
        REQUIRE(told.has_value());
        return std::move(*told);
    }
    kiosk::Unlocked try_pin(std::string_view badge, std::string_view pin) {
        unlocker->begin(secret(badge), secret(pin));
        return answer();
    }
    kiosk::Unlocked choose(std::string_view pin) {
        unlocker->choose_pin(secret(pin));
        return answer();
    }
    kiosk::StaffSession sign_in(std::string_view badge, std::string_view pin) {
        auto told = try_pin(badge, pin);
        REQUIRE(told.answer == kiosk::UnlockAnswer::unlocked);
        return std::move(*told.session);
    }
    // What must be chosen before the code says so.
    std::string new_code(const base::Result<void>& asked) {
        must(asked);
        work.finish();
        auto made = enrolment->poll();
        REQUIRE(made.has_value());
        const auto code = value_of(std::move(*made));
        return std::string(code.code.text());
    }
    // Wrong tries one after the other, with the waits between them.
    void miss(std::string_view badge, int times) {
        for (int i = 0; i < times; ++i) {
            clock.advance(wait_left(badge));
            try_pin(badge, "111222");
        }
    }
    [[nodiscard]] std::chrono::milliseconds wait_left(std::string_view badge) {
        return accounts->guard().wait_left(value_of(store->find_staff(badge)).tag);
    }
    // Names of all audit events so far.
    [[nodiscard]] std::vector<std::string> events() {
        std::vector<std::string> found;
        for (const auto& entry : value_of(store->audit_entries(0))) {
            const auto from = entry.text.find("\"event\":\"") + 9;
            found.push_back(entry.text.substr(from, entry.text.find('"', from) - from));
        }
        return found;
    }

private:
    TempFolder folder_;
    base::Path database_;
    const char* vfs_;
    base::SeededRandom random_{7};
    std::FILE* log_file_;
    base::EventLog log_{clock, log_file_};
};

// The same, founded.
class OpenOffice : public StaffOffice {
public:
    OpenOffice() {
        must(open());
        found();
    }
};

} // namespace support
