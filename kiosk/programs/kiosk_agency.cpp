// kiosk-agency: the agency's side of the exchange.
#include "base/clock.hpp"
#include "crypto/start.hpp"
#include "kiosk/agency/agency_keys.hpp"
#include "kiosk/agency/open_batch.hpp"
#include "kiosk/programs/command_line.hpp"

namespace {

base::Result<void> print(const base::Secret& text) {
    const bool is_written = std::fwrite(text.view().data(), 1, text.size(), stdout) == text.size();
    if (!is_written || std::fflush(stdout) != 0) return base::call_staff("stdout: cannot write");
    return {};
}

base::Result<void> open(base::Files& files, const kiosk::OpenRequest& request) {
    const base::Secret text = TRY(kiosk::open_batch_file(files, request));
    return print(text);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("The agency's side: keys, and opening what kiosks send", "kiosk-agency");
    app.require_subcommand(1);

    std::string out;
    CLI::App* keygen = app.add_subcommand("keygen", "Make the agency's keys");
    keygen->add_option("--out", out, "A new or empty folder: public/ for every kiosk, secret/ for the agency alone")
        ->required();

    std::string signer;
    std::string file;
    std::vector<std::string> identities;
    bool is_unverified = false;
    bool is_raw = false;
    CLI::App* opening = app.add_subcommand("open", "Print one sealed batch as NDJSON, once all of it is checked");
    CLI::Option* signer_option = opening->add_option("--signer", signer, "The kiosk's minisign public key file");
    CLI::Option* unverified_option =
        opening->add_flag("--unverified", is_unverified, "Do not look at signature and file name");
    signer_option->excludes(unverified_option);
    opening->add_flag("--raw", is_raw, "Print only what the age layer holds");
    opening->add_option("--identity", identities, "A file with an age identity; may be given again")
        ->required()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    opening->add_option("FILE.age", file, "The batch; FILE.age.minisig lies beside it")->required();

    if (const auto status = kiosk::read_command_line(app, argc, argv)) return *status;
    if (opening->parsed() && signer.empty() && !is_unverified) {
        std::fprintf(stderr, "kiosk-agency: open: --signer FILE.pub or --unverified is required; see --help\n");
        return kiosk::exit_usage;
    }
    base::DiskFiles files;
    const base::SystemClock clock;
    auto done = crypto::start();
    if (!done.is_error() && keygen->parsed()) done = kiosk::make_agency(files, out, clock);
    if (!done.is_error() && opening->parsed()) {
        kiosk::OpenRequest request;
        request.file = file;
        request.identities.assign(identities.begin(), identities.end());
        if (!is_unverified) request.signer = signer;
        request.depth = is_raw ? kiosk::OpenDepth::age_layer : kiosk::OpenDepth::records;
        done = open(files, request);
    }
    return done.is_error() ? kiosk::end_with(app, done.error()) : kiosk::exit_done;
}
