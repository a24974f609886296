#include "kiosk/staff/printer_watch.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kiosk {

struct PrinterWatch::Parts {
    Questions questions;
    std::function<void()> changed;
    std::mutex mutex;
    std::condition_variable wanted;
    bool is_wanted = false;
    bool is_ending = false;
    PrinterState state = PrinterState::not_asked;
    std::thread thread;

    void run() {
        std::unique_lock lock(mutex);
        bool are_sheets_waiting = false;
        const auto is_due = [&] { return is_wanted || is_ending; };
        while (true) {
            if (are_sheets_waiting) {
                wanted.wait_for(lock, questions.again, is_due);
            } else {
                wanted.wait(lock, is_due);
            }
            if (is_ending) return;
            is_wanted = false;
            lock.unlock();
            const PrinterState told = questions.ask();
            are_sheets_waiting = questions.forget_printed && questions.forget_printed() > 0;
            lock.lock();
            const bool is_news = told != state;
            state = told;
            if (!is_news) continue;
            lock.unlock();
            changed();
            lock.lock();
        }
    }
};

PrinterWatch::PrinterWatch(Questions questions, std::function<void()> changed) : parts_(std::make_unique<Parts>()) {
    parts_->questions = std::move(questions);
    parts_->changed = std::move(changed);
    parts_->thread = std::thread([parts = parts_.get()] { parts->run(); });
}

PrinterWatch::~PrinterWatch() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->is_ending = true;
    }
    parts_->wanted.notify_all();
    parts_->thread.join();
}

void PrinterWatch::look() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->is_wanted = true;
    }
    parts_->wanted.notify_all();
}

PrinterState PrinterWatch::state() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->state;
}

} // namespace kiosk
