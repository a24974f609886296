// Our age files beside those of the `age` program: the same bytes, from a file to a file.
#include "base/random.hpp"
#include "crypto/age.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/sections.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <sys/resource.h>

namespace bench {

namespace {

constexpr std::size_t size = std::size_t{16} << 20;
constexpr int rounds = 7;

class FileSource final : public base::Source {
public:
    explicit FileSource(const std::filesystem::path& path) : file_(path, std::ios::binary) {}
    base::Result<std::size_t> read(std::span<std::uint8_t> into) override {
        file_.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
        return static_cast<std::size_t>(file_.gcount());
    }

private:
    std::ifstream file_;
};

class FileSink final : public base::Sink {
public:
    explicit FileSink(const std::filesystem::path& path) : file_(path, std::ios::binary) {}
    base::Result<void> write(base::ByteView piece) override {
        file_.write(reinterpret_cast<const char*>(piece.data()), static_cast<std::streamsize>(piece.size()));
        if (file_.fail()) return base::retry_later("the bench's folder is full");
        return {};
    }

private:
    std::ofstream file_;
};

double cpu_ms_of_children() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    const auto milliseconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

base::Result<Cost> cost_of(const std::vector<std::string>& command) {
    const double cpu = cpu_ms_of_children();
    const Stopwatch watch(Stopwatch::Kind::wall);
    const auto done = support::run(command);
    if (done.exit_code != 0) return base::call_staff(command[0] + ": cannot be run; install it");
    return Cost{watch.milliseconds(), cpu_ms_of_children() - cpu};
}

} // namespace

base::Result<void> measure_sealing() {
    print_section("An age file of 16 MiB, from file to file, median of " + std::to_string(rounds));
    const support::TempFolder folder;
    const auto plain = folder.path() / "plain", ours = folder.path() / "ours.age",
               theirs = folder.path() / "theirs.age";
    base::Bytes bytes(size);
    base::SystemRandom().fill(bytes);
    support::write_file(plain, base::text_of(bytes));
    const auto identity = crypto::AgeIdentity::generate();
    const std::array recipients{identity.recipient()};

    Costs ours_cost, theirs_cost, start_cost;
    for (int round = 0; round < rounds; ++round) {
        {
            const CostWatch watch;
            FileSource source(plain);
            FileSink sink(ours);
            TRY(crypto::age_seal(recipients, source, sink));
            ours_cost.add(watch.cost());
        }
        theirs_cost.add(TRY(cost_of({"age", "-r", identity.recipient().text(), "-o", theirs, plain})));
        start_cost.add(TRY(cost_of({"age", "--version"})));
        std::filesystem::remove(ours);
        std::filesystem::remove(theirs);
    }
    print_ratios("age_seal", ours_cost, theirs_cost, "the age program");
    print_line("  of which age only starts and ends", amount(median_of(start_cost.wall), "ms"),
               "CPU " + amount(median_of(start_cost.cpu), "ms") + " (age --version)");
    return {};
}

} // namespace bench
