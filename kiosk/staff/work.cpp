#include "kiosk/staff/work.hpp"

#include <atomic>

namespace kiosk {

struct ThreadWork::Running {
    std::atomic<bool> is_done = false;
    std::thread thread;
};

ThreadWork::ThreadWork() = default;

ThreadWork::~ThreadWork() {
    for (auto& running : running_) running->thread.join();
}

void ThreadWork::start(std::function<void()> job) {
    std::erase_if(running_, [](auto& running) {
        if (!running->is_done) return false;
        running->thread.join();
        return true;
    });
    Running& running = *running_.emplace_back(std::make_unique<Running>());
    running.thread = std::thread([&running, work = std::move(job)]() mutable {
        work();
        work = nullptr; // what it held is wiped now, not when the next job starts
        running.is_done = true;
    });
}

} // namespace kiosk
