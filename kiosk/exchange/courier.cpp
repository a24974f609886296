#include "kiosk/exchange/courier.hpp"

#include "crypto/digest.hpp"
#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/text_forms.hpp"

#include <set>

namespace kiosk {

struct Courier::Batch {
    base::Path name; // of the .age file, relative to the exchange's root
    std::string hash;
    [[nodiscard]] base::Path signature() const { return signature_name(name.string()); }
};

Courier::Courier(base::Files& files, const base::Clock& clock, const base::Path& state, std::string target)
    : files_(files), clock_(clock), outbox_(state / "outbox"), folder_(state / "courier") {
    journal_.target = std::move(target);
}

base::Result<CourierRound> Courier::run() {
    journal_ = read_journal(files_, folder_, journal_.target);
    const CourierJournal before = journal_;
    CourierRound round;
    const auto batches = find_batches(round);
    if (batches.is_error()) return batches.error();
    auto transport = open_transport(files_, journal_.target);
    if (transport.is_error()) {
        journal_.last_failure = {CourierFailure::target_unreachable, clock_.now()};
        (void)keep_if_changed(before); // the target's error is the one to tell
        return transport.error();
    }
    for (const Batch& batch : batches.value()) deliver(*transport.value(), batch, round);
    forget_what_left_the_outbox(batches.value());
    TRY_DOING(keep_if_changed(before), "keeping the courier's journal");
    return round;
}

base::Result<std::vector<Courier::Batch>> Courier::find_batches(CourierRound& round) {
    const bool is_there = TRY(files_.exists(outbox_));
    if (!is_there) return base::ask_again(outbox_.string() + ": no such folder; --state takes a kiosk's state folder");
    std::vector<Batch> found;
    const base::Path kiosks = outbox_ / "kiosks";
    const bool has_any = TRY(files_.exists(kiosks));
    if (!has_any) return found;
    for (const std::string& kiosk : names_in(kiosks, round)) {
        if (!is_exchange_name(kiosk)) continue;
        const base::Path upward = outbox_ / upward_folder(kiosk);
        for (const std::string& epoch : names_in(upward, round)) {
            if (!is_epoch(epoch)) continue;
            for (const std::string& folder : names_in(upward / epoch, round)) {
                if (is_batch_folder_name(folder)) find_pairs(upward_folder(kiosk) / epoch / folder, found, round);
            }
        }
    }
    return found;
}

std::vector<std::string> Courier::names_in(const base::Path& folder, CourierRound& round) {
    auto names = files_.list(folder);
    if (!names.is_error()) return names.release_value();
    note(CourierFailure::unreadable_here, names.error().message, round);
    return {};
}

void Courier::find_pairs(const base::Path& folder, std::vector<Batch>& found, CourierRound& round) {
    const std::vector<std::string> listed = names_in(outbox_ / folder, round);
    const std::set<std::string> names(listed.begin(), listed.end());
    for (const std::string& name : names) {
        const auto batch = parse_batch_name(name);
        // Without its signature the kiosk is not done with it.
        if (batch && names.contains(signature_name(name))) found.push_back({folder / name, batch->hash});
    }
}

void Courier::deliver(Transport& transport, const Batch& batch, CourierRound& round) {
    const std::string key = batch.name.string();
    if (journal_.delivered.contains(key)) {
        // Asked again each time, as the target may have been restored from an old backup or be another stick.
        const auto has_sealed = transport.has(batch.name);
        const auto has_signature = transport.has(batch.signature());
        if (!has_sealed.is_error() && has_sealed.value() && !has_signature.is_error() && has_signature.value()) {
            ++round.already;
            return;
        }
    }
    const auto sealed = files_.read(outbox_ / batch.name, batch_sealed_most);
    const auto signature = files_.read(outbox_ / batch.signature(), signature_most);
    if (sealed.is_error() || signature.is_error()) {
        note(CourierFailure::unreadable_here, (sealed.is_error() ? sealed : signature).error().message, round);
        return;
    }
    const std::string sha256 = base::to_hex(crypto::sha256(sealed.value()));
    if (!sha256.starts_with(batch.hash)) {
        note(CourierFailure::damaged_here, key + ": not the file that its name tells", round);
        return;
    }
    bool is_sealed_new = false;
    bool is_signature_new = false;
    if (!carry(transport, batch.name, sealed.value(), is_sealed_new, round)) return;
    if (!carry(transport, batch.signature(), signature.value(), is_signature_new, round)) return;
    const bool is_new = is_sealed_new || is_signature_new;
    ++(is_new ? round.delivered : round.already);
    if (is_new) journal_.last_delivery = clock_.now();
    journal_.delivered[key] = sha256;
}

bool Courier::carry(Transport& transport, const base::Path& name, base::ByteView content, bool& is_new,
                    CourierRound& round) {
    const auto standing = transport.compare(name, content);
    if (standing.is_error()) {
        note(CourierFailure::target_refused, standing.error().message, round);
        return false;
    }
    switch (standing.value()) {
    case AtTarget::same: return true;
    case AtTarget::other:
        note(CourierFailure::other_content, name.string() + ": the target holds another file under this name", round);
        return false;
    case AtTarget::absent: break;
    }
    const auto put = transport.put(name, content);
    if (put.is_error()) {
        note(CourierFailure::target_refused, put.error().message, round);
        return false;
    }
    is_new = true;
    return true;
}

void Courier::note(CourierFailure kind, std::string trouble, CourierRound& round) {
    journal_.last_failure = {kind, clock_.now()};
    round.troubles.push_back(std::move(trouble));
}

base::Result<void> Courier::keep_if_changed(const CourierJournal& before) {
    if (journal_ == before) return {};
    return keep_journal(files_, folder_, journal_);
}

void Courier::forget_what_left_the_outbox(const std::vector<Batch>& batches) {
    std::set<std::string> here;
    for (const Batch& batch : batches) here.insert(batch.name.string());
    std::erase_if(journal_.delivered, [&](const auto& entry) { return !here.contains(entry.first); });
}

} // namespace kiosk
