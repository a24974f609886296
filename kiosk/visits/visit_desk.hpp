// What a visitor can do about today's visits: find them, check in, take it back, ask for a person. Decides nothing
// about screens; turns every answer into plain values. Main thread.
#pragma once

#include "base/event_log.hpp"
#include "kiosk/exchange/record_line.hpp"
#include "kiosk/exchange/sealer.hpp"
#include "kiosk/state/settings.hpp"
#include "kiosk/visits/code_guard.hpp"
#include "storage/store.hpp"

namespace kiosk {

// Somebody whose letter or code was right, for as long as their visit to the kiosk lasts.
struct Found {
    std::vector<storage::Visit> visits; // today's, earliest first; never empty
    Proof proof = Proof::code;
};

enum class LookUpAnswer { found, not_found, wait, resting, out_of_order };

enum class BirthDateAnswer { right, wrong, closed };

struct LookUp {
    LookUpAnswer answer = LookUpAnswer::not_found;
    std::optional<Found> found;
    base::Moment answer_at; // the answer is held back until then, whatever it is
};

// What a person said about today.
struct Today {
    int adults = 0;
    int children = 0;
    std::vector<std::string> needs; // codes of the catalogue
    std::string interpreter_language;
    std::string_view other_note = {}; // their own words, in the screen's memory; at most most_other_note characters
    std::optional<storage::StaffAct> by_staff = {}; // entered by a member of the staff
    std::optional<base::UtcTime> slip_time = {};    // when they came, from a slip that was filled in meanwhile
};

// What the desk knows of an arrival, as far as its own person may be told.
enum class DeskKnows { not_yet, overdue, yes, gone }; // gone: taken back, or of a day that is over

struct CheckedIn {
    storage::Arrival arrival;
    bool was_already = false; // an earlier check-in stands; nothing new was kept
};

// Something the desk would like to hear of at once. Names no person and no visit: it outlives a visit to the kiosk.
struct News {
    enum class What { arrived, taken_back, asked_person, asked_safety };
    What what{};
    std::optional<storage::Ticket> ticket; // of whoever has checked in, or had
};

class VisitDesk {
public:
    VisitDesk(storage::Store& store, CodeGuard guard, Sealer& sealer, const Settings& settings,
              const base::Clock& clock, base::Random& tickets, base::EventLog& log);

    // A typed code: 8 digits. A wrong check digit is no miss but answers like one.
    [[nodiscard]] LookUp look_up_typed(std::string_view digits);
    // A scanned letter. Stays open while typing waits or rests; counts no miss, since its key cannot be guessed.
    [[nodiscard]] LookUp look_up_scanned(std::string_view scanned);
    // Whether the birth date is that of the person found; if so their proof is raised. A miss counts like a wrong code,
    // and while a code may not be typed, no birth date is looked at either.
    [[nodiscard]] BirthDateAnswer prove_birth_date(Found& found, std::string_view digits_mmddyyyy);

    [[nodiscard]] base::Result<std::optional<storage::Arrival>> find_arrival(const storage::Visit& visit);
    [[nodiscard]] DeskKnows desk_knows(const storage::Arrival& arrival);
    // Keeps the check-in; when this returns without error it is on the disk. No visit: an unlisted person.
    [[nodiscard]] base::Result<CheckedIn> check_in(const Found* found, const storage::Visit* visit, const Today& today,
                                                   const std::string& language);
    [[nodiscard]] base::Result<void> take_back(const Found* found, const storage::Arrival& arrival,
                                               const std::string& language);
    [[nodiscard]] base::Result<void> ask_for_help(const Found* found, HelpKind kind, const std::string& page,
                                                  const std::string& language);

    // Seals what is pending; called after the page with the answer is on the glass. Failure is logged and tried again.
    void seal_pending();
    [[nodiscard]] bool has_pending() const { return has_pending_; }
    // What happened since this was last asked; for whoever passes it on after the page is on the glass.
    [[nodiscard]] std::vector<News> take_news() { return std::exchange(news_, {}); }
    void note_pending() { has_pending_ = true; } // a record was kept beside this desk
    // Grows with each check-in, request and taking back that was kept.
    [[nodiscard]] std::uint64_t changes() const { return changes_; }
    [[nodiscard]] std::chrono::milliseconds wait_left() const { return guard_.wait_left(); }
    [[nodiscard]] bool is_resting() const { return guard_.is_resting(); }
    [[nodiscard]] CodeGuard& guard() { return guard_; } // for those who lift it

private:
    [[nodiscard]] LookUp look_up(std::string_view visit_code, std::string_view qr_key, bool counts);
    [[nodiscard]] RecordHead head(const Found* found, const storage::Visit* visit, storage::SubmissionKind kind,
                                  const std::string& language);
    [[nodiscard]] base::Result<storage::Ticket> free_ticket(std::chrono::year_month_day day);

    storage::Store& store_;
    CodeGuard guard_;
    Sealer& sealer_;
    const Settings& settings_;
    const base::Clock& clock_;
    base::Random& tickets_;  // chooses tickets; a tour seeds it so that its pictures do not change
    base::SystemRandom ids_; // ids are never repeatable
    base::EventLog& log_;
    bool has_pending_ = false;
    std::vector<News> news_;
    std::uint64_t changes_ = 0;
};

} // namespace kiosk
