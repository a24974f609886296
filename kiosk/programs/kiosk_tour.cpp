// kiosk-tour: a written visit against the real application, off-screen, with pictures. Only on a demo kiosk.
#include "base/hardening.hpp"
#include "kiosk/staff/printer_queue.hpp"
#include "kiosk/tour/tour.hpp"
#include "kiosk/tour/tour_options.hpp"

#include <cstdio>

namespace kiosk {

namespace {

PrintAnswer print_into(const base::Path& folder, int number, const base::Secret& pdf) {
    base::DiskFiles files;
    const auto file = folder / (std::to_string(number) + ".pdf");
    const bool is_there = !files.make_folder(folder, base::FolderAccess::owner_only).is_error();
    const bool is_kept = is_there && !files.replace(file, pdf.view(), base::FileAccess::owner_only).is_error();
    return is_kept ? PrintAnswer::sent : PrintAnswer::refused;
}

base::Result<int> run(const TourOptions& options) {
    base::DiskFiles files;
    base::FakeClock clock(options.now);
    base::EventLog log(clock, stderr);
    base::SeededRandom tickets(options.seed);
    const StateFolder folder{options.state};
    const Settings settings = TRY(read_settings(files, folder.settings()));
    if (!settings.is_demo) {
        return base::ask_again(folder.settings().string() + ": not a demo kiosk; make one with kioskctl init --demo");
    }
    base::Secret script = TRY(read_script_file(options.script));
    auto steps = TRY_DOING(read_script(std::move(script)), options.script.string());

    RunOptions run;
    run.language = options.language;
    run.comfort = options.comfort;
    const auto& offered = settings.languages;
    const bool is_offered = std::find(offered.begin(), offered.end(), options.language) != offered.end();
    if (!options.language.empty() && !is_offered) run.more_languages = {options.language};
    ui::Transcript transcript;
    const auto speaker = ui::Speaker::silent(transcript);
    const auto headphones = options.headphones;
    run.hearing = {speaker.get(), [headphones] { return headphones; }};
    run.sticks = stick_at(folder.demo_stick());
    // What this machine can print on is no part of a written visit, unless it is named.
    const bool is_real = !options.printer.empty();
    const bool has_printer = !options.prints.empty();
    run.printer = [&options, is_real, has_printer] {
        if (is_real) return ask_printer(options.printer);
        return has_printer ? PrinterState::ready : PrinterState::none;
    };
    int prints = 0;
    if (is_real) {
        run.print = [&options](const base::Secret& pdf) { return send_to_printer(pdf, options.printer); };
    } else if (has_printer) {
        run.print = [&](const base::Secret& pdf) { return print_into(options.prints, ++prints, pdf); };
    }
    run.set_clock = [&clock](base::UtcTime now) {
        clock.set_wall(now);
        return base::Result<void>();
    };
    const auto kiosk = TRY(RunningKiosk::open(folder, files, clock, tickets, log, run));
    const auto surface = TRY(ui::Surface::open({ui::WindowKind::off_screen, options.panel, "Family Access"}, clock));
    const auto side = kiosk->make_side_windows(windows_in(steps));
    Tour tour(*kiosk, *surface, *side, clock, transcript, options.shots);
    TRY_DOING(options.is_listened_to ? tour.run_listening(steps) : tour.run(steps), options.script.string());
    std::printf("%zu steps done, %d pictures%s%s\n", steps.size(), tour.shots_taken(),
                tour.shots_taken() > 0 ? " in " : "", tour.shots_taken() > 0 ? options.shots.c_str() : "");
    return 0;
}

} // namespace

int run_program(int count, char** arguments) {
    if (const auto hardened = base::harden_process(arguments); hardened.is_error()) {
        std::fprintf(stderr, "kiosk-tour: %s\n", hardened.error().message.c_str());
        return 1;
    }
    auto parsed = parse_tour_options(count, arguments);
    if (const int* exit = std::get_if<int>(&parsed)) return *exit;
    const auto done = run(std::get<TourOptions>(parsed));
    if (done.is_error()) {
        std::fprintf(stderr, "kiosk-tour: %s\n", done.error().message.c_str());
        return 1;
    }
    return done.value();
}

} // namespace kiosk

int main(int count, char** arguments) { return kiosk::run_program(count, arguments); }
