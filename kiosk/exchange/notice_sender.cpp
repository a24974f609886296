#include "kiosk/exchange/notice_sender.hpp"

#include "kiosk/exchange/clock_offset.hpp"
#include "kiosk/exchange/field_reader.hpp"
#include "kiosk/exchange/notice_box.hpp"
#include "kiosk/exchange/text_forms.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::string_view file_name = "notices.json";
constexpr std::string_view format_name = "family-kiosk-courier-notices/1";
constexpr std::size_t file_most = 1024 * 1024;

using Sent = std::map<std::string, std::set<std::string>>;

base::Result<Sent> parse_sent(std::string_view text) {
    const Json json = TRY(parse_json(text));
    FieldReader fields(json, "");
    TRY(fields.must_be("format", format_name));
    const FieldReader targets = TRY(fields.object("sent"));
    Sent sent;
    for (const JsonMember& target : targets.members()) {
        const Json::Array* names = target.value.array();
        if (!is_sha256_hex(target.name) || names == nullptr) return targets.wrong("a target", "a list of notices");
        for (const Json& name : *names) {
            if (name.text() == nullptr) return targets.wrong("a target", "a list of notices");
            sent[target.name].insert(*name.text());
        }
    }
    return sent;
}

} // namespace

NoticeSender::NoticeSender(base::Files& files, const base::Clock& clock, base::Random& random, const base::Path& state,
                           std::vector<NotifyTarget> targets, Send send)
    : files_(files), clock_(clock), random_(random), notices_(notices_folder(state / "outbox")),
      folder_(state / "courier"), send_(std::move(send)) {
    for (NotifyTarget& target : targets) targets_.push_back({std::move(target)});
    read_journal();
}

// It is a memory, not a proof: if it is lost, what is still news is sent once more.
void NoticeSender::read_journal() {
    const auto bytes = files_.read(folder_ / file_name, file_most);
    if (bytes.is_error()) return;
    auto sent = parse_sent(base::text_of(bytes.value()));
    if (!sent.is_error()) sent_ = sent.release_value();
}

base::Result<void> NoticeSender::keep_journal() {
    Json::Object targets;
    for (const auto& [target, names] : sent_) {
        Json::Array list;
        for (const std::string& name : names) list.emplace_back(name);
        targets.push_back({target, std::move(list)});
    }
    base::Secret text = json_line(Json(Json::Object{{"format", format_name}, {"sent", std::move(targets)}}));
    text.append("\n");
    TRY(files_.make_folder(folder_, base::FolderAccess::readable_by_all));
    return files_.replace(folder_ / file_name, text.view(), base::FileAccess::readable_by_all);
}

std::vector<std::string> NoticeSender::news() {
    const auto is_there = files_.exists(notices_);
    if (is_there.is_error() || !is_there.value()) return {};
    auto listed = files_.list(notices_);
    if (listed.is_error()) return {};
    std::vector<std::string> names = listed.release_value();
    for (auto& [target, sent] : sent_) {
        std::erase_if(sent,
                      [&](const std::string& name) { return !std::binary_search(names.begin(), names.end(), name); });
    }
    std::erase_if(names, [&](const std::string& name) {
        const auto at = time_of_notice(name);
        return !at || clock_.now() - *at > notice_news || *at - clock_.now() > notice_news;
    });
    return names;
}

NoticeRound NoticeSender::run() {
    NoticeRound round;
    const std::vector<std::string> names = news();
    for (Target& target : targets_) {
        if (clock_.moment() >= target.rests_until) send_to(target, names, round);
    }
    return round;
}

void NoticeSender::send_to(Target& target, const std::vector<std::string>& names, NoticeRound& round) {
    std::set<std::string>& sent = sent_[target.target.name];
    for (const std::string& name : names) {
        if (sent.contains(name)) continue;
        const auto bytes = files_.read(notices_ / name, notice_bytes_most);
        if (bytes.is_error()) continue; // the kiosk took it away meanwhile
        const std::string_view line = base::text_of(bytes.value());
        const auto notice = parse_notice(line);
        if (notice.is_error()) {
            round.troubles.push_back((notices_ / name).string() + ": " + notice.error().message);
            sent.insert(name); // told once, and never sent
            continue;
        }
        const auto done = send_(target.target, notice.value(), line, name);
        if (done.is_error()) {
            const auto number = static_cast<std::size_t>(&target - targets_.data()) + 1;
            round.troubles.push_back("notify " + std::to_string(number) + ": " + done.error().message);
            ++target.failures;
            target.rests_until = clock_.moment() + std::min<std::chrono::milliseconds>(
                                                       back_off(target.failures, random_), notice_wait_most);
            return;
        }
        if (const auto theirs = done.value()) {
            // Kept or not, the notice has gone.
            (void)note_clock_offset(files_, folder_, {*theirs - clock_.now(), clock_.now()});
        }
        target.failures = 0;
        ++round.sent;
        sent.insert(name);
        // At once: what was sent twice is a doorbell that rings twice.
        if (const auto kept = keep_journal(); kept.is_error()) round.troubles.push_back(kept.error().message);
    }
}

} // namespace kiosk
