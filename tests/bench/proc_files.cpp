#include "tests/bench/proc_files.hpp"

#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <unistd.h>

namespace bench {

namespace {

// The number after `name` in a file of "Name: number" lines.
base::Result<std::uint64_t> number_in(const std::filesystem::path& path, const std::string& name) {
    std::ifstream file(path);
    for (std::string word; file >> word;) {
        std::uint64_t number = 0;
        if (word == name && file >> number) return number;
        file.clear();
    }
    return base::call_staff(path.string() + ": has no " + name);
}

// User and system time: the 14th and 15th word, counted after the name, which may hold blanks.
base::Result<double> cpu_ms_in(const std::filesystem::path& path) {
    std::ifstream file(path);
    file.ignore(std::numeric_limits<std::streamsize>::max(), ')');
    std::string skipped;
    for (int word = 3; word < 14; ++word) file >> skipped;
    double user = 0, system = 0;
    if (!(file >> user >> system)) return base::call_staff(path.string() + ": has no CPU times");
    return (user + system) * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace

base::Result<Memory> memory_of_this_process() {
    const std::filesystem::path path = "/proc/self/smaps_rollup";
    const auto megabytes = [](std::uint64_t kilobytes) { return static_cast<double>(kilobytes) / 1024; };
    return Memory{megabytes(TRY(number_in(path, "Rss:"))), megabytes(TRY(number_in(path, "Pss:")))};
}

base::Result<Activity> activity_of(pid_t process) {
    const std::filesystem::path path = "/proc/" + std::to_string(process);
    Activity activity;
    activity.cpu_ms = TRY(cpu_ms_in(path / "stat"));
    std::error_code failed;
    for (const auto& thread : std::filesystem::directory_iterator(path / "task", failed)) {
        activity.switches += TRY(number_in(thread.path() / "status", "voluntary_ctxt_switches:"));
        ++activity.threads;
    }
    if (failed) return base::call_staff(path.string() + ": no such process");
    return activity;
}

} // namespace bench
