#include "kiosk/staff/printer_watch.hpp"

#include <condition_variable>
#include <cups/cups.h>
#include <mutex>
#include <thread>

namespace kiosk {

namespace {

constexpr int most_wait_ms = 1000;

struct CloseConnection {
    void operator()(http_t* connection) const { httpClose(connection); }
};

std::string_view option(const cups_dest_t& printer, const char* name) {
    const char* value = cupsGetOption(name, printer.num_options, printer.options);
    return value != nullptr ? value : "";
}

} // namespace

PrinterState state_of_printer(std::string_view reasons, std::string_view state) {
    for (const std::string_view paper : {"media-empty", "media-needed", "media-low"}) {
        if (reasons.find(paper) != std::string_view::npos) return PrinterState::needs_paper;
    }
    // 3 idle, 4 processing, 5 stopped.
    const bool is_stopped = state == "5" || reasons.find("offline") != std::string_view::npos;
    return is_stopped ? PrinterState::stopped : PrinterState::ready;
}

PrinterState ask_printer() {
    const std::unique_ptr<http_t, CloseConnection> connection(httpConnect2(
        cupsServer(), ippPort(), nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1, most_wait_ms, nullptr));
    if (!connection) return PrinterState::none;
    httpSetTimeout(connection.get(), most_wait_ms / 1000.0, nullptr, nullptr);
    cups_dest_t* printers = nullptr;
    const int count = cupsGetDests2(connection.get(), &printers);
    PrinterState state = PrinterState::none;
    if (count > 0) {
        const cups_dest_t* chosen = cupsGetDest(nullptr, nullptr, count, printers);
        const cups_dest_t& printer = chosen != nullptr ? *chosen : printers[0];
        state = state_of_printer(option(printer, "printer-state-reasons"), option(printer, "printer-state"));
    }
    cupsFreeDests(count, printers);
    return state;
}

struct PrinterWatch::Parts {
    std::function<PrinterState()> ask;
    std::function<void()> changed;
    std::mutex mutex;
    std::condition_variable wanted;
    bool is_wanted = false;
    bool is_ending = false;
    PrinterState state = PrinterState::not_asked;
    std::thread thread;

    void run() {
        std::unique_lock lock(mutex);
        while (true) {
            wanted.wait(lock, [&] { return is_wanted || is_ending; });
            if (is_ending) return;
            is_wanted = false;
            lock.unlock();
            const PrinterState told = ask();
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

PrinterWatch::PrinterWatch(std::function<PrinterState()> ask, std::function<void()> changed)
    : parts_(std::make_unique<Parts>()) {
    parts_->ask = std::move(ask);
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
