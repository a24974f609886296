// family-kiosk: the screen. Seals batches, serves control.sock; has no use for a network.
#include "base/disk_space.hpp"
#include "base/hardening.hpp"
#include "kiosk/app/running_kiosk.hpp"
#include "kiosk/control/audit_commands.hpp"
#include "kiosk/control/commands.hpp"
#include "kiosk/control/control_server.hpp"
#include "kiosk/control/staff_commands.hpp"
#include "kiosk/programs/command_line.hpp"
#include "kiosk/staff/printer_queue.hpp"
#include "kiosk/staff/printer_watch.hpp"
#include "ui/headphones.hpp"

#include <atomic>
#include <csignal>
#include <thread>

namespace kiosk {

namespace {

// Turns SIGTERM and SIGINT into a call on a thread of its own, where more is allowed than in a signal handler.
class SignalWatch {
public:
    explicit SignalWatch(std::function<void()> on_signal) {
        sigemptyset(&set_);
        for (const int signal : {SIGTERM, SIGINT, SIGUSR2}) sigaddset(&set_, signal);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
        thread_ = std::thread([this, call = std::move(on_signal)] {
            int signal = 0;
            sigwait(&set_, &signal);
            if (signal != SIGUSR2) call();
        });
    }
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;
    ~SignalWatch() {
        pthread_kill(thread_.native_handle(), SIGUSR2);
        thread_.join();
    }

private:
    sigset_t set_{};
    std::thread thread_;
};

// Signals may come until the very end of the program.
struct Unset {
    std::atomic<ui::Surface*>& surface;
    ~Unset() { surface = nullptr; }
};

base::Result<int> run(const base::Path& state, bool wants_window) {
    base::DiskFiles files;
    base::SystemClock clock;
    base::EventLog log(clock, stderr);
    base::SystemRandom tickets;
    const StateFolder folder{state};

    std::atomic<bool> is_ending = false;
    std::atomic<ui::Surface*> woken = nullptr;
    auto wake = [&] {
        if (ui::Surface* surface = woken.load()) surface->wake_up();
    };
    // First of all threads, so that every later one has the signals blocked.
    const SignalWatch signals([&] {
        is_ending = true;
        wake();
    });

    const Settings settings = TRY(read_settings(files, folder.settings()));
    // Before whatever has threads that wake it, and after them when all ends.
    const auto kind = wants_window ? ui::WindowKind::window : ui::WindowKind::full_screen;
    const auto surface = TRY(ui::Surface::open({kind, settings.panel, "Family Access"}, clock));
    surface->set_switch_keys(
        TRY_DOING(ui::SwitchKeys::parse(settings.switch_next, settings.switch_choose), folder.settings().string()));
    woken = surface.get();
    const Unset never_woken_again{woken};
    const ui::HeadphoneWatch headphones(ui::HeadphoneSetting::detect, ui::find_jacks(), wake);
    const Settings* in_force = &settings; // the office changes them while the program runs
    ui::Speaker speaker({.voice = ui::make_espeak_voice(), .sound = ui::make_sdl_sound(), .tell_trouble = wake});
    RunOptions options;
    options.hearing = {&speaker, [&] {
                           if (in_force->headphones == "always") return ui::Headphones::in;
                           return in_force->headphones == "never" ? ui::Headphones::out : headphones.state();
                       }};
    PrinterWatch printer({[queue = settings.printer] { return ask_printer(queue); }, forget_printed}, wake);
    printer.look(); // an earlier run may have left sheets
    // Outlives the kiosk, and not the printer: ends when the last PIN that is being tried has been.
    ThreadWork work;
    options.printer = [&printer] {
        printer.look(); // for the next time
        return printer.state();
    };
    options.sticks = settings.is_demo ? stick_at(folder.demo_stick()) : StickFinder(find_sticks);
    options.print = [&printer, queue = settings.printer](const base::Secret& pdf) {
        const PrintAnswer answer = send_to_printer(pdf, queue);
        printer.look();
        return answer;
    };
    options.set_clock = set_machine_clock;
    options.work = &work;
    options.wake = wake;
    const auto kiosk = TRY(RunningKiosk::open(folder, files, clock, tickets, log, options));
    in_force = &kiosk->settings();
    const CommandContext context{kiosk->store(), kiosk->sealer(), kiosk->settings(), clock,
                                 true,           kiosk->health(), &kiosk->staff(),   &kiosk->desk().guard()};
    StaffCommands staff(kiosk->staff(), {kiosk->sheet()}, work, clock, log, wake);
    AuditCommands audit({kiosk->store(), kiosk->settings(), kiosk->signing(), files, clock},
                        kiosk->health().audit_watch(), wake);
    auto control = ControlServer::open(
        folder.control_socket(),
        [&](const Request& request) -> std::optional<Reply> {
            if (StaffCommands::serves(request)) return staff.run(request);
            if (AuditCommands::serves(request)) return audit.run(request);
            return run_command_of_running_kiosk(request, context);
        },
        wake);
    // A disk that takes nothing has no place for the socket; visitors are told where to go all the same.
    if (control.is_error()) {
        const auto disk = base::disk_space(folder.root);
        if (disk.is_error() || !disk.value().is_read_only) return control.error();
        log.write("control_not_open");
    }
    const auto place = wants_window ? SideWindows::Place::windows : SideWindows::Place::displays;
    const auto side = kiosk->make_side_windows(wanted_windows(kiosk->settings(), place));
    log.write("kiosk_open");
    while (!surface->is_closed() && !is_ending) {
        kiosk->app().update(*surface);
        TRY(side->update(*surface));
        kiosk->pass_time();
        if (!control.is_error()) control.value()->serve_pending();
        kiosk->keep_house();
        auto at = kiosk->wake_at();
        if (const auto other = side->wake_at(); !at || (other && *other < *at)) at = other;
        std::optional<std::chrono::milliseconds> longest;
        if (at) longest = std::max(*at - clock.moment(), std::chrono::milliseconds(0));
        surface->wait(longest);
    }
    log.write("kiosk_closed");
    return exit_done;
}

} // namespace

int run_program(int argc, char** argv) {
    CLI::App app{"The family access kiosk: opens the screen.", "family-kiosk"};
    base::Path state = "/var/lib/family-kiosk";
    bool wants_window = false;
    app.add_option("--state", state, "State folder, made by kioskctl init")->capture_default_str();
    app.add_flag("--window", wants_window, "In a window; only for a demo kiosk");
    if (const auto ended = read_command_line(app, argc, argv)) return *ended;
    if (const auto hardened = base::harden_process(argv); hardened.is_error()) return end_with(app, hardened.error());
    if (wants_window) {
        base::DiskFiles files;
        const auto settings = read_settings(files, StateFolder{state}.settings());
        if (settings.is_error()) return end_with(app, settings.error());
        if (!settings.value().is_demo) {
            return end_with(app, base::ask_again("--window: only for a demo kiosk; this one opens full screen"));
        }
    }
    const auto done = run(state, wants_window);
    if (done.is_error()) return end_with(app, done.error());
    return done.value();
}

} // namespace kiosk

int main(int argc, char** argv) { return kiosk::run_program(argc, argv); }
