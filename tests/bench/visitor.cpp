#include "tests/bench/visitor.hpp"

#include "tests/bench/figures.hpp"

namespace bench {

using namespace std::chrono_literals;

namespace {

constexpr auto pace = 400ms; // past the guard that follows a change of page
constexpr auto patience = 3000ms;

} // namespace

void Visitor::pass(std::chrono::milliseconds time) {
    const base::Moment end = clock_.moment() + time;
    for (base::Moment now = clock_.moment(); now < end; now = clock_.moment()) {
        app_.update(surface_);
        const auto wake = app_.wake_at();
        surface_.wait(std::max((wake ? std::min(*wake, end) : end) - now, 0ms));
    }
    app_.update(surface_);
}

base::Result<double> Visitor::tap(std::string_view name) {
    pass(pace);
    const ui::Node* node = app_.tree().find_by_name(name, true);
    if (node == nullptr) return base::call_staff("the page has no button \"" + std::string(name) + "\"");
    const ui::Point at = node->rect.centre();
    const std::uint64_t drawn = surface_.frames().drawn;
    const Stopwatch watch(Stopwatch::Kind::wall);
    surface_.push_touch(at, at);
    app_.update(surface_);
    const double time = watch.milliseconds();
    if (surface_.frames().drawn == drawn) return base::call_staff("a touch was not answered by a picture");
    return time;
}

void Visitor::type(std::string_view digits) {
    pass(pace);
    surface_.push_text(digits);
    pass(pace);
}

base::Result<void> Visitor::expect(std::string_view words) {
    const base::Moment end = clock_.moment() + patience;
    while (!app_.tree().shows(words)) {
        if (clock_.moment() >= end) return base::call_staff("the page never says \"" + std::string(words) + "\"");
        pass(50ms);
    }
    return {};
}

} // namespace bench
