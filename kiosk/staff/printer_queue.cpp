#include "kiosk/staff/printer_queue.hpp"

#include <algorithm>
#include <array>
#include <cups/cups.h>
#include <memory>
#include <span>

namespace kiosk {

namespace {

constexpr int most_wait_ms = 1000;                       // for the connection, and for each answer
constexpr double most_hand_over_s = 15;                  // for each answer of the queue while it takes a sheet
constexpr const char* job_title = "Family Access sheet"; // shows in the queue, so it is the same for everything

struct CloseConnection {
    void operator()(http_t* connection) const { httpClose(connection); }
};
using Connection = std::unique_ptr<http_t, CloseConnection>;

Connection connect() {
    Connection connection(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                                       most_wait_ms, nullptr));
    if (connection) httpSetTimeout(connection.get(), most_wait_ms / 1000.0, nullptr, nullptr);
    return connection;
}

struct DeleteAnswer {
    void operator()(ipp_t* answer) const { ippDelete(answer); }
};
using Answer = std::unique_ptr<ipp_t, DeleteAnswer>;

// null: CUPS did not answer, or not so that it can be read.
Answer ask(http_t* cups, ipp_op_t operation, const std::string& queue = {}) {
    constexpr std::array<const char*, 4> wanted{"printer-name", "printer-state", "printer-state-reasons",
                                                "printer-is-accepting-jobs"};
    ipp_t* question = ippNewRequest(operation); // cupsDoRequest frees it
    if (!queue.empty()) {
        std::array<char, HTTP_MAX_URI> uri{};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), uri.size(), "ipp", nullptr, "localhost", 0, "/printers/%s",
                         queue.c_str());
        ippAddString(question, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.data());
    }
    ippAddStrings(question, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", wanted.size(), nullptr,
                  wanted.data());
    return Answer(cupsDoRequest(cups, question, "/"));
}

bool is_done(ipp_status_t status) { return status >= IPP_STATUS_OK && status <= IPP_STATUS_OK_EVENTS_COMPLETE; }

struct Found {
    PrinterState state = PrinterState::missing;
    std::string queue; // empty: there is none to print on
    bool stands_still = false;
};

Found found_in(ipp_t* told) {
    const char* name = ippGetString(ippFindAttribute(told, "printer-name", IPP_TAG_NAME), 0, nullptr);
    if (name == nullptr) return {};
    std::string reasons;
    ipp_attribute_t* given = ippFindAttribute(told, "printer-state-reasons", IPP_TAG_KEYWORD);
    for (int i = 0; i < ippGetCount(given); ++i) reasons += std::string(ippGetString(given, i, nullptr)) + " ";
    const int state = ippGetInteger(ippFindAttribute(told, "printer-state", IPP_TAG_ENUM), 0);
    ipp_attribute_t* takes = ippFindAttribute(told, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    const bool takes_sheets = takes == nullptr || ippGetBoolean(takes, 0) != 0;
    return {state_of_printer(reasons, state, takes_sheets), name, state == IPP_PSTATE_STOPPED};
}

Found find(http_t* cups, const std::string& queue) {
    const Answer told =
        queue.empty() ? ask(cups, IPP_OP_CUPS_GET_DEFAULT) : ask(cups, IPP_OP_GET_PRINTER_ATTRIBUTES, queue);
    if (!told) return {};
    if (is_done(ippGetStatusCode(told.get()))) return found_in(told.get());
    if (!queue.empty()) return {};
    // Printers that are there while none is the default: which one is meant is not for us to guess.
    const Answer others = ask(cups, IPP_OP_CUPS_GET_PRINTERS);
    const bool are_none = others && ippGetStatusCode(others.get()) == IPP_STATUS_ERROR_NOT_FOUND;
    return {are_none ? PrinterState::none : PrinterState::missing, "", false};
}

// Every piece of it, and the end. The queue prints nothing before the end has come.
bool hand_over(http_t* cups, const std::string& queue, int job, base::ByteView pdf) {
    if (cupsStartDocument(cups, queue.c_str(), job, job_title, CUPS_FORMAT_PDF, 1) != HTTP_STATUS_CONTINUE) {
        return false;
    }
    constexpr std::size_t piece = 16384;
    for (; !pdf.empty(); pdf = pdf.subspan(std::min(piece, pdf.size()))) {
        const auto next = base::text_of(pdf.first(std::min(piece, pdf.size())));
        if (cupsWriteRequestData(cups, next.data(), next.size()) != HTTP_STATUS_CONTINUE) return false;
    }
    return is_done(cupsFinishDocument(cups, queue.c_str()));
}

constexpr int with_its_files = 1;

} // namespace

PrinterState state_of_printer(std::string_view reasons, int state, bool takes_sheets) {
    for (const std::string_view paper : {"media-empty", "media-needed", "media-low"}) {
        if (reasons.find(paper) != std::string_view::npos) return PrinterState::needs_paper;
    }
    const bool is_away = reasons.find("offline") != std::string_view::npos;
    return is_away || !takes_sheets || state == IPP_PSTATE_STOPPED ? PrinterState::stopped : PrinterState::ready;
}

PrinterState ask_printer(const std::string& queue) {
    const Connection cups = connect();
    if (!cups) return queue.empty() ? PrinterState::none : PrinterState::missing;
    return find(cups.get(), queue).state;
}

PrintAnswer send_to_printer(const base::Secret& pdf, const std::string& queue) {
    const Connection cups = connect();
    if (!cups) return PrintAnswer::no_printer;
    const Found found = find(cups.get(), queue);
    if (found.queue.empty()) return PrintAnswer::no_printer;
    httpSetTimeout(cups.get(), most_hand_over_s, nullptr, nullptr);
    const int job = cupsCreateJob(cups.get(), found.queue.c_str(), job_title, 0, nullptr);
    if (job <= 0) return PrintAnswer::refused;
    if (hand_over(cups.get(), found.queue, job, pdf.view())) {
        return found.stands_still ? PrintAnswer::waits : PrintAnswer::sent;
    }
    // No half of a sheet waits in the queue.
    (void)cupsCancelJob2(cups.get(), found.queue.c_str(), job, with_its_files);
    return PrintAnswer::refused;
}

int forget_printed() {
    const Connection cups = connect();
    if (!cups) return 0;
    constexpr int only_our_user = 1;
    cups_job_t* jobs = nullptr;
    const int count = cupsGetJobs2(cups.get(), &jobs, nullptr, only_our_user, CUPS_WHICHJOBS_ALL);
    int waiting = 0;
    for (const cups_job_t& job : std::span(jobs, static_cast<std::size_t>(std::max(count, 0)))) {
        if (std::string_view(job.title) != job_title) continue;
        const bool is_over = job.state >= IPP_JSTATE_CANCELED;
        if (is_over) (void)cupsCancelJob2(cups.get(), job.dest, job.id, with_its_files);
        if (!is_over) ++waiting;
    }
    cupsFreeJobs(std::max(count, 0), jobs);
    return waiting;
}

} // namespace kiosk
