#include "kiosk/exchange/notice_box.hpp"

namespace kiosk {

NoticeBox::NoticeBox(base::Files& files, const base::Path& outbox, NoticeNames names, const base::Clock& clock,
                     base::Random& random, base::EventLog& log, Use use)
    : files_(files), folder_(notices_folder(outbox)), names_(std::move(names)), clock_(clock), random_(random),
      log_(log), use_(use) {
    remove_old();
}

void NoticeBox::tell(NoticeEvent event, const std::optional<storage::Ticket>& ticket) {
    if (use_ == Use::off) return;
    const base::UtcTime now = clock_.now();
    const base::Secret line = notice_line({names_.kiosk, names_.site, now, event, ticket});
    auto told = files_.make_folder(folder_, base::FolderAccess::readable_by_all);
    // Renamed into its place: the courier never meets a part of it.
    if (!told.is_error()) {
        told = files_.replace(folder_ / notice_name(now, random_), line.view(), base::FileAccess::readable_by_all);
    }
    if (told.is_error()) log_.write("notice_failed");
    remove_old();
}

void NoticeBox::tidy() {
    if (tidy_at_ && clock_.moment() >= *tidy_at_) remove_old();
}

void NoticeBox::remove_old() {
    tidy_at_.reset();
    const auto is_there = files_.exists(folder_);
    if (is_there.is_error() || !is_there.value()) return;
    const auto names = files_.list(folder_); // the oldest first
    if (names.is_error()) return log_.write("notice_failed");
    std::size_t left = names.value().size();
    std::optional<std::chrono::milliseconds> oldest;
    for (const std::string& name : names.value()) {
        const auto at = time_of_notice(name);
        const auto age = at ? clock_.now() - *at : std::chrono::milliseconds(0);
        // One from the future was written under a clock that has been set back since.
        const bool is_kept =
            use_ == Use::on && at && left <= most_notices && age >= -longest_kept && age < longest_kept;
        if (is_kept) {
            oldest = std::max(oldest.value_or(age), age);
        } else {
            --left;
            if (files_.remove(folder_ / name).is_error()) log_.write("notice_failed");
        }
    }
    if (oldest) tidy_at_ = clock_.moment() + (longest_kept - *oldest);
}

} // namespace kiosk
