// A page in one of its states, drawn as the application draws it. One thread.
#pragma once

#include "kiosk/app/frame.hpp"
#include "kiosk/screens/screen.hpp"
#include "tests/support/kiosk_world.hpp"

namespace audits {

// Whether help and Finish stand on it.
enum class Ways { all, none };

struct PageState {
    std::string name;
    std::function<void(ui::Canvas&)> draw;
    Ways ways = Ways::all;
};

constexpr const char* site_name = "Willow Street Family Center";

inline PageState page_state(const std::string& name, kiosk::AnyScreen state) {
    const auto shared = std::make_shared<kiosk::AnyScreen>(std::move(state));
    return {name,
            [shared](ui::Canvas& canvas) {
                const bool is_home = std::holds_alternative<kiosk::home::State>(*shared);
                const bool is_end = std::holds_alternative<kiosk::checked_in::State>(*shared);
                std::visit([&](const auto& page) { (void)draw(canvas, page); }, *shared);
                (void)kiosk::draw_frame(canvas, {site_name, is_home, is_end, false, "07"});
            },
            Ways::all};
}

inline storage::Visit some_visit() {
    auto visit = support::visit_of(support::guest(0), "V-0", support::morning + std::chrono::minutes(30)).visit;
    visit.more["with_names"] = "Maximiliano;Guadalupe;Theo";
    return visit;
}

} // namespace audits
