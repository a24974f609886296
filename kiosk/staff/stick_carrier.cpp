#include "kiosk/staff/stick_carrier.hpp"

#include "kiosk/exchange/foreign_folder.hpp"

#include <algorithm>

namespace kiosk {

namespace {

// After these the next batch would fare no better.
bool ends_copying(CopyOutcome outcome) {
    switch (outcome) {
    case CopyOutcome::stick_gone:
    case CopyOutcome::stick_full:
    case CopyOutcome::stick_refuses: return true;
    case CopyOutcome::copied:
    case CopyOutcome::already:
    case CopyOutcome::other_content:
    case CopyOutcome::damaged_here: break;
    }
    return false;
}

} // namespace

StickCarrier::StickCarrier(Parts parts, StickFinder sticks, Work& work, std::function<void()> wake)
    : parts_(std::move(parts)), sticks_(std::move(sticks)), work_(work), wake_(std::move(wake)) {}

base::Result<StickIs> StickCarrier::look(const StaffSession& by) const {
    TRY(demand(by, StaffAction::export_batches));
    const auto found = sticks_().size();
    return found == 0 ? StickIs::none : found == 1 ? StickIs::one : StickIs::several;
}

base::Result<base::Path> StickCarrier::the_stick() const {
    if (carried_.is_running) return base::ask_again("the stick is in use");
    const auto found = sticks_();
    if (found.size() != 1) return base::ask_again("one stick is expected");
    return found.front();
}

base::Result<void> StickCarrier::export_batches(const StaffSession& by) {
    TRY(demand(by, StaffAction::export_batches));
    root_ = TRY(the_stick());
    by_ = by.number;
    Carried carried;
    carried.what = Carried::What::out;
    carried.has_unsealed = parts_.sealer.seal(AuditAlone::travels).is_error();
    batches_ = TRY(batches_to_carry(parts_.store, parts_.files, parts_.folder.outbox(), parts_.settings.kiosk));
    reports_ = reports_to_carry(parts_.files, parts_.folder, parts_.settings.kiosk, by.role);
    carried.total = static_cast<int>(batches_.size() + reports_.size());
    carried.is_running = true;
    carried_ = carried;
    return {};
}

base::Result<void> StickCarrier::import_bundles(const StaffSession& by) {
    TRY(demand(by, StaffAction::import_bundles));
    root_ = TRY(the_stick());
    by_ = by.number;
    places_.clear();
    for (const BundleKind kind : all_bundle_kinds) places_.push_back({root_, kind, false});
    for (const BundleKind kind : all_bundle_kinds) places_.push_back({parts_.folder.inbox(), kind, true});
    carried_ = {};
    carried_.what = Carried::What::in;
    carried_.total = static_cast<int>(places_.size());
    carried_.is_running = true;
    return {};
}

bool StickCarrier::step() {
    if (!carried_.is_running) return false;
    if (auto outcome = copy_.take()) take_copy(*outcome);
    if (auto read = read_.take()) take_bundle(std::move(*read));
    if (copy_.is_running() || read_.is_running()) return true;
    if (carried_.done >= carried_.total) {
        finish();
        return false;
    }
    carried_.what == Carried::What::out ? begin_copy() : begin_reading();
    return true;
}

void StickCarrier::begin_copy() {
    std::function<CopyOutcome()> copy;
    if (const auto next = static_cast<std::size_t>(carried_.done); next < batches_.size()) {
        copy = [&files = parts_.files, outbox = parts_.folder.outbox(), root = root_, batch = batches_[next]] {
            return copy_batch(files, outbox, root, batch);
        };
    } else {
        copy = [&files = parts_.files, root = root_, report = reports_[next - batches_.size()]] {
            return copy_file(files, root, report.name, report.file);
        };
    }
    copy_.start(
        work_,
        [root = root_, sticks = sticks_, copy]() -> CopyOutcome {
            // Where a stick was mounted an empty folder may stay: it is no stick.
            const auto found = sticks();
            if (std::ranges::find(found, root) == found.end()) return CopyOutcome::stick_gone;
            return copy();
        },
        wake_);
}

void StickCarrier::take_copy(CopyOutcome outcome) {
    const bool is_report = static_cast<std::size_t>(carried_.done++) >= batches_.size();
    const bool is_there = outcome == CopyOutcome::copied || outcome == CopyOutcome::already;
    if (is_report && is_there) {
        ++carried_.reports;
    } else if (outcome == CopyOutcome::copied) {
        ++carried_.copied;
    } else if (outcome == CopyOutcome::already) {
        ++carried_.already;
    } else {
        ++carried_.left;
        if (!carried_.trouble || ends_copying(outcome)) carried_.trouble = outcome;
    }
    if (!ends_copying(outcome)) return;
    carried_.left += carried_.total - carried_.done;
    carried_.done = carried_.total;
}

void StickCarrier::begin_reading() {
    const Place& place = places_[static_cast<std::size_t>(carried_.done)];
    if (!place.is_inbox && standing_at(place.root) != Standing::folder) carried_.has_stick_gone = true;
    auto job = parts_.opener.reading(place.root, place.kind);
    if (job.is_error()) {
        note(place, parts_.opener.open(place.root, place.kind, by_));
        ++carried_.done;
        return;
    }
    read_.start(work_, job.release_value(), wake_);
}

void StickCarrier::take_bundle(BundleRead read) {
    const Place& place = places_[static_cast<std::size_t>(carried_.done)];
    ++carried_.done;
    note(place, parts_.opener.use(place.kind, std::move(read), by_));
}

void StickCarrier::note(const Place& place, std::optional<OpenedBundle> made) {
    if (!made) return;
    // What the courier has left there stays there after it was used.
    const bool is_known = made->outcome == BundleOutcome::refused && made->why == BundleRefusal::not_newer;
    if (place.is_inbox && (is_known || made->outcome == BundleOutcome::not_used)) return;
    carried_.bundles.push_back(std::move(*made));
}

void StickCarrier::finish() {
    carried_.is_running = false;
    batches_.clear();
    reports_.clear();
    places_.clear();
    // What cannot be written to the log now has happened all the same.
    if (carried_.what == Carried::What::out) {
        (void)parts_.store.append_audit("batches_exported", {{"by", by_}, {"batches", carried_.copied}});
        return;
    }
    const auto count = [&](BundleOutcome outcome) { return count_of(carried_.bundles, outcome); };
    (void)parts_.store.append_audit("bundles_imported",
                                    {{"by", by_},
                                     {"applied", count(BundleOutcome::applied)},
                                     {"refused", count(BundleOutcome::refused) + count(BundleOutcome::not_kept)}});
}

} // namespace kiosk
