// The kiosk's window under X11: how soon it shows, what a picture costs, what it weighs, and what it costs when idle.
#include "tests/bench/demo_kiosk.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/idle.hpp"
#include "tests/bench/plain_frame.hpp"
#include "tests/bench/proc_files.hpp"
#include "tests/bench/sections.hpp"
#include "tests/bench/visitor.hpp"

#include <SDL2/SDL.h>

namespace bench {

namespace {

constexpr int redraws = 60;
constexpr int touches_of_a_choice = 9;

base::Result<void> print_memory(const std::string& when, const ui::Surface& surface) {
    const Memory memory = TRY(memory_of_this_process());
    print_line("memory " + when + ": RSS", amount(memory.resident_mb, "MB"),
               "PSS " + amount(memory.proportional_mb, "MB") + ", textures " +
                   amount(static_cast<double>(surface.texture_bytes()) / (1 << 20), "MB") + " of at most " +
                   amount(static_cast<double>(ui::Surface::most_texture_bytes) / (1 << 20), "MB"));
    return {};
}

base::Result<void> check_in(Visitor& visitor, const ui::Surface& surface) {
    std::vector<double> pages, choices;
    pages.push_back(TRY(visitor.tap("Check in for a visit")));
    visitor.type("48271930");
    TRY(visitor.tap("Find my visit"));
    TRY(visitor.expect("Is this your visit today?"));
    for (int i = 0; i < touches_of_a_choice; ++i) choices.push_back(TRY(visitor.tap("A quiet room")));
    TRY(visitor.tap("Yes, check me in"));
    TRY(visitor.expect("You are checked in"));
    TRY(print_memory("at \"You are checked in\"", surface));
    pages.push_back(TRY(visitor.tap("Finish")));
    TRY(visitor.expect("What would you like to do?"));
    TRY(print_memory("after the visit, at home again", surface));
    print_line("from touch to picture: a choice", amount(median_of(choices), "ms"),
               "median of " + std::to_string(choices.size()) + ", by the wall");
    print_line("from touch to picture: a page never shown before", amount(pages.front(), "ms"), "its words are set");
    print_line("from touch to picture: Finish, all forgotten", amount(pages.back(), "ms"), "every texture overwritten");
    return {};
}

// As if another window had stood before ours: the same page has to be drawn again.
void expose() {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
}

struct FrameTimes {
    std::vector<double> drawn; // CPU, one logic frame and the picture
    std::vector<double> drawn_wall;
    std::vector<double> logic; // CPU, nothing to draw
};

base::Result<FrameTimes> time_frames(kiosk::App& app, ui::Surface& surface) {
    FrameTimes times;
    app.update(surface);
    for (int i = 0; i < redraws; ++i) {
        const ui::FrameCount before = surface.frames();
        {
            expose();
            const Stopwatch cpu(Stopwatch::Kind::cpu), wall(Stopwatch::Kind::wall);
            app.update(surface);
            times.drawn.push_back(cpu.milliseconds());
            times.drawn_wall.push_back(wall.milliseconds());
        }
        {
            const Stopwatch cpu(Stopwatch::Kind::cpu);
            app.update(surface);
            times.logic.push_back(cpu.milliseconds());
        }
        if (surface.frames().drawn != before.drawn + 1) return base::call_staff("not one picture for one exposure");
    }
    return times;
}

base::Result<void> measure_open_window(FrameTimes& times) {
    const base::SystemClock clock;
    const auto demo = TRY(DemoKiosk::open(clock));
    const Stopwatch watch(Stopwatch::Kind::wall), cpu(Stopwatch::Kind::cpu);
    const auto surface =
        TRY(ui::Surface::open({ui::WindowKind::full_screen, demo->running().settings().panel, "Bench"}, clock));
    demo->app().update(*surface);
    const double wall_ms = watch.milliseconds(), cpu_ms = cpu.milliseconds();
    if (surface->frames().drawn != 1) return base::call_staff("the first update drew no picture");
    print_section("Window: full screen, " + std::to_string(surface->panel().width_px) + "×" +
                  std::to_string(surface->panel().height_px) + ", SDL driver " + SDL_GetCurrentVideoDriver());
    print_line("from opening the window to the first picture", amount(wall_ms, "ms"), "CPU " + amount(cpu_ms, "ms"));
    TRY(print_memory("after the first picture", *surface));
    Visitor visitor(demo->app(), *surface, clock);
    TRY_DOING(check_in(visitor, *surface), "a visit");
    times = TRY(time_frames(demo->app(), *surface));
    return measure_idle(demo->app(), *surface);
}

} // namespace

base::Result<void> measure_window() {
    FrameTimes times;
    TRY(measure_open_window(times));
    const auto plain = TRY_DOING(plain_frames(redraws), "Dear ImGui's own drawing");
    print_ratio("home page drawn again: CPU", median_of(times.drawn), median_of(plain), "ms",
                "Dear ImGui's own letters and shapes");
    print_line("  by the wall", amount(median_of(times.drawn_wall), "ms"), "median of " + std::to_string(redraws));
    print_ratio("frame in which nothing changed: CPU", median_of(times.logic), median_of(times.drawn), "ms",
                "the frame that is drawn");
    return {};
}

} // namespace bench
