// The readiness check: can this kiosk be opened to families today. Does by itself what needs no eyes and hands, counts
// what staff say of the rest, and keeps the result in the audit log and as a sheet without any person in it. Works
// without a network, and with a full disk but for keeping the sheet. Main thread.
#pragma once

#include "kiosk/staff/health_reader.hpp"
#include "kiosk/staff/sound_check.hpp"
#include "ui/phrasebook.hpp"

#include <array>

namespace kiosk {

enum class ReadinessItem { screen, touch, sound, scanner, printer, network, sealing };
constexpr int readiness_item_count = static_cast<int>(ReadinessItem::sealing) + 1;
[[nodiscard]] std::string_view name_of(ReadinessItem item);

enum class ReadinessOutcome { open, passed, failed, skipped };

class ReadinessResult {
public:
    [[nodiscard]] ReadinessOutcome of(ReadinessItem item) const { return outcomes_[static_cast<std::size_t>(item)]; }
    void set(ReadinessItem item, ReadinessOutcome outcome) { outcomes_[static_cast<std::size_t>(item)] = outcome; }
    [[nodiscard]] std::int64_t count(ReadinessOutcome outcome) const;
    [[nodiscard]] std::optional<ReadinessItem> first_open() const;

private:
    std::array<ReadinessOutcome, readiness_item_count> outcomes_{};
};

[[nodiscard]] const char* outcome_id(ReadinessOutcome outcome);
// Ready only if all was looked at; what was left out is counted.
[[nodiscard]] ui::Words readiness_verdict(const ui::Phrasebook& words, const ReadinessResult& result);

// Seals a record, made for this, to a key made for this, and opens it again: the way of every record, but nothing of it
// is kept or sent.
[[nodiscard]] bool can_seal_and_open(const base::Clock& clock);

class Readiness {
public:
    // All outlive it.
    Readiness(HealthReader& health, storage::Store& store, base::Files& files, StateFolder folder,
              const base::Clock& clock);

    // What the kiosk can tell by itself: network by the courier's word, printer where there is none, sealing.
    [[nodiscard]] base::Result<ReadinessResult> begin(const StaffSession& by);
    // For the step in which the person listens.
    [[nodiscard]] SoundCheck& sound() { return sound_; }
    [[nodiscard]] const SoundCheck& sound() const { return sound_; }
    // Writes the audit event; what is still open counts as skipped.
    [[nodiscard]] base::Result<void> finish(const StaffSession& by, ReadinessResult& result);
    // The sheet as a PDF, to be printed.
    [[nodiscard]] base::Result<base::Secret> make_sheet(const StaffSession& by, const ReadinessResult& result,
                                                        const ui::Phrasebook& words, const Settings& settings);
    // The sheet as a PDF in reports/ of the state folder, where the newest are kept; gives back its file.
    [[nodiscard]] base::Result<base::Path> keep_sheet(const StaffSession& by, const ReadinessResult& result,
                                                      const ui::Phrasebook& words, const Settings& settings);

private:
    HealthReader& health_;
    storage::Store& store_;
    base::Files& files_;
    StateFolder folder_;
    const base::Clock& clock_;
    SoundCheck sound_;
};

} // namespace kiosk
