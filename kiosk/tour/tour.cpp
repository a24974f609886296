#include "kiosk/tour/tour.hpp"

#include "kiosk/tour/memory_scan.hpp"
#include "ui/stops.hpp"

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace kiosk {

namespace {

using namespace std::chrono_literals;

constexpr auto between_steps = 400ms; // a person's pace: past the guard that follows a change of page
constexpr auto patience = 3000ms;     // how long `expect` lets the clock run
constexpr auto look_every = 100ms;

base::Result<void> check_name(std::string_view name) {
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!is_plain) return base::ask_again("a picture's or a log's name has only a-z, 0-9, - and _");
    }
    return {};
}

std::string buttons_of(const ui::SemanticTree& tree) {
    std::string ids;
    for (const auto& node : tree.nodes()) {
        if (node.role == ui::Role::button) ids += (ids.empty() ? "" : " ") + node.id;
    }
    return ids;
}

} // namespace

SideWindows::Wanted windows_in(const std::vector<Step>& steps) {
    SideWindows::Wanted wanted{SideWindows::Place::off_screen, false, false};
    for (const Step& step : steps) {
        if (step.kind != StepKind::window) continue;
        wanted.has_board = wanted.has_board || step.text.text() == "board";
        wanted.has_calls = wanted.has_calls || step.text.text() == "calls";
    }
    return wanted;
}

Tour::Tour(RunningKiosk& kiosk, ui::Surface& surface, SideWindows& side, base::FakeClock& clock,
           const ui::Transcript& transcript, base::Path shots)
    : kiosk_(kiosk), first_(surface), side_(side), clock_(clock), transcript_(transcript), shots_(std::move(shots)) {}

const ui::SemanticTree& Tour::tree() const { return window_.tree != nullptr ? *window_.tree : kiosk_.app().tree(); }

base::Result<void> Tour::go_to_window(std::string_view name) {
    window_ = name == "board" ? side_.board() : name == "calls" ? side_.call_display() : SideWindows::Shown{};
    if (name != "kiosk" && window_.surface == nullptr) return base::ask_again("this kiosk has no such window");
    return {};
}

void Tour::update() {
    kiosk_.app().update(first_);
    // Words that cannot be loaded would have stopped the kiosk before.
    base::invariant(!side_.update(first_).is_error(), "the words of the further windows are there");
    kiosk_.pass_time();
}

void Tour::pass(std::chrono::milliseconds time) {
    const auto end = clock_.moment() + time;
    update();
    while (clock_.moment() < end) {
        auto next = end;
        for (const auto& wake : {kiosk_.wake_at(), first_.wake_at(), side_.wake_at()}) {
            if (wake) next = std::min(*wake, next);
        }
        next = std::max(next, clock_.moment() + 1ms);
        clock_.advance(next - clock_.moment());
        update();
    }
}

base::Result<void> Tour::tap(std::string_view name) {
    int matches = 0;
    const auto* node = tree().find_by_name(name, true, &matches);
    if (!node) {
        return base::ask_again(
            std::string(matches == 0 ? "no button with that name" : "more than one button with that name") +
            "; the page has: " + buttons_of(tree()));
    }
    const ui::Point at = node->rect.centre();
    surface().push_touch(at, at);
    return {};
}

base::Result<void> Tour::press(const Step& step) {
    const std::string_view name = step.text.text();
    struct Named {
        std::string_view name;
        ui::Key key;
    };
    constexpr std::array<Named, ui::key_count> keys{{{"up", ui::Key::up},
                                                     {"down", ui::Key::down},
                                                     {"left", ui::Key::left},
                                                     {"right", ui::Key::right},
                                                     {"choose", ui::Key::choose},
                                                     {"back", ui::Key::back},
                                                     {"tab", ui::Key::next},
                                                     {"previous", ui::Key::previous},
                                                     {"erase", ui::Key::erase},
                                                     {"star", ui::Key::language},
                                                     {"square", ui::Key::repeat},
                                                     {"plus", ui::Key::louder},
                                                     {"minus", ui::Key::quieter},
                                                     {"listen", ui::Key::listen},
                                                     {"blank", ui::Key::blank_screen},
                                                     {"faster", ui::Key::faster},
                                                     {"slower", ui::Key::slower},
                                                     {"text-size", ui::Key::text_size},
                                                     {"hide", ui::Key::hide},
                                                     {"exit", ui::Key::quick_exit},
                                                     {"service", ui::Key::service},
                                                     {"switch-next", ui::Key::switch_next},
                                                     {"switch-choose", ui::Key::switch_choose}}};
    for (const auto& each : keys) {
        if (each.name != name) continue;
        for (int i = 0; i < step.times; ++i) {
            if (i > 0) pass(look_every);
            surface().push_key(each.key);
        }
        return {};
    }
    std::string names;
    for (const auto& each : keys) names += " " + std::string(each.name);
    return base::ask_again("keys are" + names);
}

base::Result<void> Tour::expect(const Step& step) {
    for (auto waited = 0ms;; waited += look_every) {
        if (tree().shows(step.text.text())) return {};
        if (waited >= patience) break;
        pass(look_every);
    }
    return base::ask_again("the page does not show what is expected; it has: " + buttons_of(tree()));
}

base::Result<void> Tour::hear(std::string_view words) const {
    const auto& lines = transcript_.lines;
    const bool is_heard = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(heard_before_), lines.end(),
                                      [&](const auto& line) { return line.text.find(words) != std::string::npos; });
    if (is_heard) return {};
    return base::ask_again(std::to_string(lines.size() - heard_before_) +
                           " things were said since the last touch or key, and not what is to be heard");
}

base::Result<void> Tour::write_transcript(std::string_view name) const {
    TRY(check_name(name));
    std::error_code failed;
    std::filesystem::create_directories(shots_, failed);
    const auto path = shots_ / (std::string(name) + ".txt");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "we"), &std::fclose);
    if (!file) return base::ask_again(path.string() + ": cannot be written");
    for (const auto& line : transcript_.lines) {
        std::fprintf(file.get(), "[%s] %s\n", line.language.c_str(), line.text.c_str());
    }
    return {};
}

base::Result<void> Tour::take_shot(std::string_view name) {
    TRY(check_name(name));
    std::error_code failed;
    std::filesystem::create_directories(shots_, failed);
    ++shots_taken_;
    return surface().save_png(shots_ / (std::string(name) + ".png"));
}

base::Result<void> Tour::find_remains(const base::Path& words) {
    const auto remains = TRY(scan_memory(words));
    if (remains.hits == 0) {
        std::printf("%d words looked for in %zu bytes of memory, none found\n", remains.words, remains.bytes_scanned);
        return {};
    }
    std::string message = std::to_string(remains.hits) + " remains in memory:";
    for (const auto& place : remains.places) message += " " + place + ";";
    return base::call_staff(message);
}

base::Result<void> Tour::run(const Step& step) {
    switch (step.kind) {
    case StepKind::tap: return tap(step.text.text());
    case StepKind::type: surface().push_text(step.text.text()); return {};
    case StepKind::key: return press(step);
    case StepKind::scan: surface().push_scan(step.text.text()); return {};
    case StepKind::wait: pass(step.time); return {};
    case StepKind::expect: return expect(step);
    case StepKind::absent:
        if (!tree().shows(step.text.text())) return {};
        return base::ask_again("the page shows what should be absent");
    case StepKind::shot: return take_shot(step.text.text());
    case StepKind::window: return go_to_window(step.text.text());
    case StepKind::hear: return hear(step.text.text());
    case StepKind::say_log: return write_transcript(step.text.text());
    case StepKind::remains: return find_remains(base::Path(step.text.text()));
    case StepKind::end: ::kill(::getpid(), SIGKILL); return {};
    }
    return {};
}

void Tour::press_at_once(ui::Key key) {
    surface().push_key(key);
    update();
}

// To the end of each row and back on the next.
void Tour::walk_group() {
    const auto& page = tree();
    const auto& nodes = page.nodes();
    const auto focused = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) { return node.is_focused; });
    if (focused == nodes.end() || focused->group.empty()) return;
    const auto rows = ui::rows_of(page, focused->group);
    std::vector<std::size_t> lengths;
    lengths.reserve(rows.size());
    for (const auto& row : rows) lengths.push_back(row.size());
    const bool is_right_to_left = page.is_right_to_left();
    for (std::size_t row = 0; row < lengths.size(); ++row) {
        if (row > 0) press_at_once(ui::Key::down);
        const bool is_right = (row % 2 == 0) != is_right_to_left;
        for (std::size_t cell = 1; cell < lengths[row]; ++cell) {
            press_at_once(is_right ? ui::Key::right : ui::Key::left);
        }
    }
}

void Tour::walk_page() {
    if (window_.surface != nullptr) return; // only the kiosk is listened to
    // Each person begins anew, and finds listening off.
    if (!kiosk_.app().comfort().is_listening) press_at_once(ui::Key::listen);
    unheard_->see(tree());
    if (!unheard_->is_new(tree())) return;
    // Once round: the first key may only show the ring.
    const std::size_t stops = ui::stops_of(tree(), ui::TitleStop::first).size();
    for (std::size_t i = 0; i <= stops; ++i) {
        press_at_once(ui::Key::next);
        walk_group();
    }
    unheard_->see(tree());
}

base::Result<void> Tour::run_listening(std::vector<Step>& steps) {
    unheard_.emplace();
    TRY(run(steps));
    const auto missing = unheard_->never_said(transcript_);
    if (missing.empty()) return {};
    std::string message = "seen and never said:";
    for (const auto& each : missing) message += "\n  " + each;
    return base::call_staff(message);
}

base::Result<void> Tour::run(std::vector<Step>& steps) {
    pass(between_steps);
    if (unheard_) walk_page();
    for (auto& step : steps) {
        const bool is_touch = step.kind == StepKind::tap || step.kind == StepKind::key || step.kind == StepKind::type ||
                              step.kind == StepKind::scan;
        // A person sees a page before they touch it; what changed it may have come only just now.
        if (is_touch) pass(between_steps);
        if (is_touch) heard_before_ = transcript_.lines.size();
        TRY_DOING(run(step), "line " + std::to_string(step.line));
        step.text.clear();
        if (is_touch) pass(look_every);
        if (unheard_) walk_page();
    }
    return {};
}

} // namespace kiosk
