// What the bench measures with and how it prints it: stopwatches, medians, one table. One thread.
#pragma once

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace bench {

// Milliseconds since it was made: by the wall, or of this process's CPU (all threads).
class Stopwatch {
public:
    enum class Kind { wall, cpu };
    explicit Stopwatch(Kind kind) : clock_(kind == Kind::wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID) {}
    [[nodiscard]] double milliseconds() const { return now() - start_; }

private:
    [[nodiscard]] double now() const {
        timespec time{};
        clock_gettime(clock_, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    clockid_t clock_;
    double start_ = now();
};

// Both at once; CPU is what a busy machine does not blur.
struct Cost {
    double wall = 0;
    double cpu = 0;
};
struct Costs {
    std::vector<double> wall;
    std::vector<double> cpu;
    void add(const Cost& cost) {
        wall.push_back(cost.wall);
        cpu.push_back(cost.cpu);
    }
};
class CostWatch {
public:
    [[nodiscard]] Cost cost() const { return {wall_.milliseconds(), cpu_.milliseconds()}; }

private:
    Stopwatch wall_{Stopwatch::Kind::wall};
    Stopwatch cpu_{Stopwatch::Kind::cpu};
};

struct Spread {
    double mean = 0;
    double deviation = 0; // of the sample
    double median = 0;
};
[[nodiscard]] Spread spread_of(std::vector<double> values);
[[nodiscard]] double median_of(const std::vector<double>& values);

// Welch's t of two samples (B. L. Welch, 1947).
[[nodiscard]] double welch_t(const std::vector<double>& one, const std::vector<double>& other);

// "12.34 ms", "0": as short as reads well.
[[nodiscard]] std::string amount(double value, const char* unit);

void print_section(const std::string& title);
void print_line(const std::string& what, const std::string& figure, const std::string& remark = "");
// Ours against a named alternative of the same run.
void print_ratio(const std::string& what, double ours, double theirs, const char* unit, const std::string& alternative);

// The same for the wall and for the CPU, by their medians.
void print_ratios(const std::string& what, const Costs& ours, const Costs& theirs, const std::string& alternative);

} // namespace bench
