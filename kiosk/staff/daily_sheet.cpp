#include "kiosk/staff/daily_sheet.hpp"

#include "kiosk/screens/visit_words.hpp"
#include "kiosk/staff/desk_day.hpp"
#include "kiosk/visits/office_time.hpp"
#include "ui/paper.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using base::Result;
using storage::Expected;
using namespace std::chrono_literals;

constexpr int rows_for_unlisted = 8;
constexpr std::size_t most_sealed = std::size_t{16} * 1024 * 1024;

std::string full_name(const storage::Visit& visit) {
    return visit.family_name.empty() ? visit.given_name : visit.given_name + " " + visit.family_name;
}

ui::Words who_of(const ui::Phrasebook& words, std::span<const Expected> all, const Expected& person) {
    std::vector<ui::Words> others;
    for (const auto& other : all) {
        const auto& [mine, theirs] = std::tie(person.visit, other.visit);
        if (mine.person_id == theirs.person_id) continue;
        if (!names_either(person.keep_apart, theirs.person_id, theirs.visit_id) &&
            !names_either(other.keep_apart, mine.person_id, mine.visit_id)) {
            continue;
        }
        others.push_back(words("label_sheet_other", {{"name", full_name(theirs)}, {"start", theirs.start}}));
    }
    if (!others.empty()) return words("label_sheet_apart", {{"name", full_name(person.visit)}, {"others", others}});
    if (person.keep_apart.empty()) return ui::Words::of_record(full_name(person.visit));
    return words("label_sheet_apart_from_nobody_listed", {{"name", full_name(person.visit)}});
}

bool is_kept_apart(std::span<const Expected> all, const Expected& person) {
    return !person.keep_apart.empty() || std::ranges::any_of(all, [&](const Expected& other) {
        return names_either(other.keep_apart, person.visit.person_id, person.visit.visit_id);
    });
}

ui::Words with_whom(const ui::Phrasebook& words, const storage::Visit& visit) {
    std::vector<ui::Words> people;
    for (const auto& name : names_in(visit)) people.push_back(ui::Words::of_record(name));
    if (const auto helper = visit.text("helper_name"); !helper.empty()) people.push_back(ui::Words::of_record(helper));
    return people.empty() ? ui::Words() : words("label_names", {{"names", people}});
}

std::vector<ui::Words> labels_for(const ui::Phrasebook& words, std::initializer_list<const char*> first) {
    std::vector<ui::Words> labels;
    for (const char* id : first) labels.push_back(words(id));
    for (const char* id : {"label_sheet_came", "label_sheet_seen", "label_sheet_started", "label_sheet_ended"}) {
        labels.push_back(words(id));
    }
    return labels;
}

} // namespace

Result<base::Secret> make_daily_sheet(std::span<const Expected> expected, std::chrono::year_month_day day,
                                      const Settings& settings, base::UtcTime now, const ui::Phrasebook& words) {
    const auto noon = TRY(
        utc_of_local(std::chrono::local_days{std::chrono::sys_days(day).time_since_epoch()} + 12h, settings.time_zone));
    const auto size = settings.paper == "a4" ? ui::PaperSize::a4 : ui::PaperSize::letter;
    const auto paper = TRY(ui::Paper::begin(size, words, ui::PaperTurn::sideways));
    paper->footer([&](int page) { return words("note_sheet_footer", {{"page", std::int64_t{page}}}); });
    paper->title(words("title_day_sheet", {{"day", noon}}));
    paper->text(words("note_day_sheet_made", {{"place", settings.site_name}, {"at", now}}));
    paper->columns({62, 140, 84, 78, 90, 56, 56, 56, 56});
    paper->row_of_labels(labels_for(words, {"label_column_time", "label_column_who", "label_sheet_visit",
                                            "label_column_where", "label_sheet_with"}));
    for (const auto& person : expected) {
        paper->row_to_fill({words("label_row_time", {{"start", person.visit.start}}), who_of(words, expected, person),
                            kind_and_status(words, person.visit), room_of(person.visit),
                            with_whom(words, person.visit)},
                           is_kept_apart(expected, person) ? ui::RowMark::care : ui::RowMark::none);
    }
    if (expected.empty()) paper->text(words("note_no_visits_today"));
    paper->heading(words("title_sheet_unlisted"));
    paper->text(words("note_sheet_unlisted"));
    paper->columns({164, 150, 140, 56, 56, 56, 56});
    paper->row_of_labels(labels_for(words, {"label_column_who", "label_sheet_for_whom", "label_column_where"}));
    for (int i = 0; i < rows_for_unlisted; ++i) paper->row_to_fill({});
    return paper->finish();
}

DailySheet::Day DailySheet::today() const { return local_day(clock_.now(), settings_.time_zone); }

Result<std::vector<Expected>> DailySheet::expected(const StaffSession& by, Day day) {
    const auto* key = TRY(office_key_of(by));
    return store_.expected(*key, day);
}

base::Path DailySheet::file_of(Day day) const {
    char name[16 + sizeof(".pdf.age")];
    std::snprintf(name, sizeof(name), "%04d-%02u-%02u.pdf.age", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return folder() / name;
}

Result<std::string> DailySheet::roster() {
    const auto version = TRY(store_.roster_version());
    return version ? version->sha256 : "";
}

Result<std::optional<DailySheet::Day>> DailySheet::first_not_kept() {
    const bool is_of_another_roster = kept_.roster != TRY(roster());
    for (auto day = std::chrono::sys_days(today()); day <= std::chrono::sys_days(today()) + ahead; ++day) {
        if (is_of_another_roster || !kept_.days.contains(day)) return std::optional<Day>(day);
    }
    return std::optional<Day>();
}

bool DailySheet::is_kept() {
    const auto missing = first_not_kept();
    return !missing.is_error() && !missing.value();
}

Result<void> DailySheet::seal(Day day, const base::Secret& pdf) {
    const auto office = TRY(store_.office());
    if (!office) return base::call_staff("sheet: this office has no key yet");
    TRY(files_.make_folder(folder(), base::FolderAccess::owner_only));
    TRY_DOING(files_.replace(file_of(day), office->seal(pdf.view()), base::FileAccess::owner_only),
              "keeping the sealed sheet");
    const auto now = TRY(roster());
    if (kept_.roster != now) kept_ = {now, {}};
    kept_.days.insert(day);
    return {};
}

Result<base::Secret> DailySheet::make_to_print(const StaffSession& by, const ui::Phrasebook& words) {
    TRY(demand(by, StaffAction::print_sheet));
    const auto people = TRY(expected(by, today()));
    TRY(store_.append_audit("sheet_printed", {{"by", by.number}, {"rows", static_cast<std::int64_t>(people.size())}}));
    auto pdf = TRY(make_daily_sheet(people, today(), settings_, clock_.now(), words));
    (void)seal(today(), pdf);
    return pdf;
}

Result<void> DailySheet::keep(const StaffSession& by, const ui::Phrasebook& words) {
    TRY(demand(by, StaffAction::print_sheet));
    const auto day = TRY(first_not_kept());
    if (!day) return {};
    const auto people = TRY(expected(by, *day));
    TRY(store_.append_audit("sheet_made", {{"by", by.number}, {"rows", static_cast<std::int64_t>(people.size())}}));
    return seal(*day, TRY(make_daily_sheet(people, *day, settings_, clock_.now(), words)));
}

Result<bool> DailySheet::is_there() { return files_.exists(file_of(today())); }

Result<base::Secret> DailySheet::open(const StaffSession& by) {
    TRY(demand(by, StaffAction::print_sheet));
    const auto* key = TRY(office_key_of(by));
    if (!TRY(is_there())) return base::ask_again("sheet: none of today is kept here");
    TRY(store_.append_audit("sheet_opened", {{"by", by.number}}));
    return key->open(TRY(files_.read(file_of(today()), most_sealed)));
}

Result<void> DailySheet::remove_old() {
    if (!TRY(files_.exists(folder()))) return {};
    const auto first = file_of(today()).filename().string();
    const auto last = file_of(std::chrono::sys_days(today()) + ahead).filename().string();
    for (const auto& name : TRY(files_.list(folder()))) {
        if (name < first || name > last) TRY(files_.remove(folder() / name));
    }
    return files_.sync_folder(folder());
}

} // namespace kiosk
