#include "kiosk/staff/printer_watch.hpp"

#include <algorithm>
#include <condition_variable>
#include <cups/cups.h>
#include <mutex>
#include <thread>

namespace kiosk {

namespace {

constexpr int most_wait_ms = 1000;
constexpr double most_hand_over_s = 15;                  // for each answer of the queue while it takes a sheet
constexpr const char* job_title = "Family Access sheet"; // shows in the queue, so it is the same for everything

struct CloseConnection {
    void operator()(http_t* connection) const { httpClose(connection); }
};
using Connection = std::unique_ptr<http_t, CloseConnection>;

Connection connect() {
    return Connection(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                                   most_wait_ms, nullptr));
}

class Printers {
public:
    explicit Printers(http_t* connection) : count_(cupsGetDests2(connection, &all_)) {}
    Printers(const Printers&) = delete;
    Printers& operator=(const Printers&) = delete;
    ~Printers() { cupsFreeDests(count_, all_); }
    // The one that is set as default, else the first; null if there is none.
    [[nodiscard]] cups_dest_t* chosen() const {
        if (count_ <= 0) return nullptr;
        cups_dest_t* standard = cupsGetDest(nullptr, nullptr, count_, all_);
        return standard != nullptr ? standard : all_;
    }

private:
    cups_dest_t* all_ = nullptr;
    int count_;
};

struct FreeInfo {
    void operator()(cups_dinfo_t* info) const { cupsFreeDestInfo(info); }
};

bool is_done(ipp_status_t status) { return status >= IPP_STATUS_OK && status <= IPP_STATUS_OK_EVENTS_COMPLETE; }

// Every piece of it, and the end. The queue prints nothing before the end has come.
bool hand_over(http_t* queue, cups_dest_t* printer, cups_dinfo_t* info, int job, base::ByteView pdf) {
    if (cupsStartDestDocument(queue, printer, info, job, job_title, CUPS_FORMAT_PDF, 0, nullptr, 1) !=
        HTTP_STATUS_CONTINUE) {
        return false;
    }
    constexpr std::size_t piece = 16384;
    for (; !pdf.empty(); pdf = pdf.subspan(std::min(piece, pdf.size()))) {
        const auto next = base::text_of(pdf.first(std::min(piece, pdf.size())));
        if (cupsWriteRequestData(queue, next.data(), next.size()) != HTTP_STATUS_CONTINUE) return false;
    }
    return is_done(cupsFinishDestDocument(queue, printer, info));
}

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
    const Connection connection = connect();
    if (!connection) return PrinterState::none;
    httpSetTimeout(connection.get(), most_wait_ms / 1000.0, nullptr, nullptr);
    const Printers printers(connection.get());
    const cups_dest_t* printer = printers.chosen();
    if (printer == nullptr) return PrinterState::none;
    return state_of_printer(option(*printer, "printer-state-reasons"), option(*printer, "printer-state"));
}

PrintAnswer send_to_printer(const base::Secret& pdf) {
    const Connection queue = connect();
    if (!queue) return PrintAnswer::no_printer;
    httpSetTimeout(queue.get(), most_hand_over_s, nullptr, nullptr);
    const Printers printers(queue.get());
    cups_dest_t* printer = printers.chosen();
    if (printer == nullptr) return PrintAnswer::no_printer;
    const std::unique_ptr<cups_dinfo_t, FreeInfo> info(cupsCopyDestInfo(queue.get(), printer));
    int job = 0;
    if (!info) return PrintAnswer::refused;
    if (!is_done(cupsCreateDestJob(queue.get(), printer, info.get(), &job, job_title, 0, nullptr))) {
        return PrintAnswer::refused;
    }
    if (hand_over(queue.get(), printer, info.get(), job, pdf.view())) return PrintAnswer::sent;
    (void)cupsCancelDestJob(queue.get(), printer, job); // no half of a sheet waits in the queue
    return PrintAnswer::refused;
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
