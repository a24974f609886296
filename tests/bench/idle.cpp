#include "tests/bench/idle.hpp"

#include "tests/bench/demo_kiosk.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/proc_files.hpp"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr auto watched = 20s;
constexpr auto settling = 3s; // the program opens its store and draws its first page

// The program beside this one, on a demo of its own; ended with this object.
class Program {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Program>> start(const base::Path& state) {
        const base::Path path = kiosk::share_folder().parent_path().parent_path() / "bin" / "family-kiosk";
        std::array<std::string, 3> words{path.string(), "--state", state.string()};
        std::array<char*, 4> arguments{words[0].data(), words[1].data(), words[2].data(), nullptr};
        posix_spawn_file_actions_t quiet;
        posix_spawn_file_actions_init(&quiet);
        posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        pid_t process = -1;
        const int failure = ::posix_spawn(&process, arguments[0], &quiet, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&quiet);
        if (failure != 0) return base::call_staff(path.string() + ": cannot be started");
        return std::unique_ptr<Program>(new Program(process));
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }
    [[nodiscard]] pid_t process() const { return process_; }

private:
    explicit Program(pid_t process) : process_(process) {}
    pid_t process_;
};

// The program's loop, with nobody there.
base::Result<void> pass_untouched(kiosk::App& app, ui::Surface& surface, const base::Clock& clock,
                                  std::chrono::milliseconds time) {
    const base::Moment end = clock.moment() + time;
    for (base::Moment now = clock.moment(); now < end; now = clock.moment()) {
        app.update(surface);
        if (app.wake_at()) return base::call_staff("the home page wants to wake although nobody touched it");
        surface.wait(end - now);
    }
    return {};
}

} // namespace

base::Result<void> measure_idle(kiosk::App& app, ui::Surface& surface) {
    const base::SystemClock clock;
    const support::TempFolder folder;
    const kiosk::StateFolder state{folder.path() / "state"};
    TRY_DOING(make_demo(state, clock), "making a second demo kiosk");
    const auto program = TRY(Program::start(state.root));
    std::this_thread::sleep_for(settling);

    TRY(pass_untouched(app, surface, clock, 500ms)); // what the other window brought along
    const Activity before = TRY(activity_of(program->process()));
    const ui::FrameCount first = surface.frames();
    TRY(pass_untouched(app, surface, clock, watched));
    const ui::FrameCount last = surface.frames();
    const Activity after = TRY(activity_of(program->process()));
    const std::uint64_t wake_ups = last.wake_ups - first.wake_ups - 1; // without the one that ends the watch
    print_line("frames drawn in 20 s", std::to_string(last.drawn - first.drawn));
    print_line("returns from waiting for an event in 20 s", std::to_string(wake_ups));
    print_line("family-kiosk: wake-ups of all threads in 20 s", std::to_string(after.switches - before.switches),
               std::to_string(after.threads) + " threads; voluntary context switches");
    print_line("family-kiosk: CPU in 20 s", amount(after.cpu_ms - before.cpu_ms, "ms"), "counted in steps of 10 ms");
    return {};
}

} // namespace bench
