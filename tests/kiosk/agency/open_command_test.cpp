// The programs as the agency's staff and a kiosk's service run them.
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;

// The folder of the built programs; tests that need it skip loudly without it.
std::optional<std::string> program(const std::string& name) {
    const char* folder = std::getenv("KIOSK_BIN");
    if (folder != nullptr && std::filesystem::exists(base::Path(folder) / name))
        return std::string(folder) + "/" + name;
    MESSAGE("SKIPPED: KIOSK_BIN does not hold " << name);
    return std::nullopt;
}

bool is_one_line(const std::string& text) { return text.size() > 1 && text.find('\n') == text.size() - 1; }

class SealedWorld : public ExchangeWorld {
public:
    SealedWorld() {
        must(sealer(disk).recover());
        id = add_check_in(1);
        CHECK(value_of(sealer(disk).seal()) == 1);
        file = (outbox() / outbox_files().at(0)).string();
    }
    base::Uuid id;
    std::string file;

    [[nodiscard]] RunResult open(const std::string& agency, const std::vector<std::string>& options) const {
        std::vector<std::string> command{agency, "open", "--identity", path("identity.age").string()};
        command.insert(command.end(), options.begin(), options.end());
        return run(command);
    }
    [[nodiscard]] std::string signer() const { return path("kiosk.minisign.pub").string(); }
};

TEST_CASE("kiosk-agency open prints what stock tools print") {
    const auto agency = program("kiosk-agency");
    if (!agency) return;
    const SealedWorld world;
    const auto stock_raw = run({"age", "-d", "-i", world.path("identity.age").string(), world.file});
    const auto stock = run({"zstd", "-dc"}, stock_raw.out);
    const auto opened = world.open(*agency, {"--signer", world.signer(), world.file});
    CHECK(opened.exit_code == 0);
    CHECK(opened.err == "");
    CHECK(opened.out == stock.out);
    CHECK(opened.out.find(world.id.text()) != std::string::npos);
    CHECK(world.open(*agency, {"--signer", world.signer(), "--raw", world.file}).out == stock_raw.out);
    CHECK(world.open(*agency, {"--unverified", world.file}).out == stock.out);
}

TEST_CASE("kiosk-agency open --unverified --raw opens whatever age made, under any name") {
    const auto agency = program("kiosk-agency");
    if (!agency) return;
    const SealedWorld world;
    const auto sealed = run({"age", "-r", world.identities[0].recipient().text()}, "hello");
    write_file(world.path("any name.bin"), sealed.out);
    CHECK(world.open(*agency, {"--unverified", "--raw", world.path("any name.bin").string()}).out == "hello");
    const auto no_batch = world.open(*agency, {"--unverified", world.path("any name.bin").string()});
    CHECK(no_batch.exit_code == 1);
    CHECK(no_batch.out == "");
    CHECK(is_one_line(no_batch.err));
}

TEST_CASE("kiosk-agency open prints nothing of a file that fails any check, and one line that says why") {
    const auto agency = program("kiosk-agency");
    if (!agency) return;
    const SealedWorld world;
    const auto check_refused = [&](const std::vector<std::string>& options, const std::string& reason) {
        const auto refused = world.open(*agency, options);
        CHECK(refused.exit_code != 0);
        CHECK(refused.out == "");
        CAPTURE(refused.err);
        CHECK(is_one_line(refused.err));
        CHECK(refused.err.find(reason) != std::string::npos);
    };
    check_refused({world.file}, "--signer FILE.pub or --unverified");
    check_refused({"--signer", world.signer(), "--unverified", world.file}, "excludes");
    check_refused({"--signer", world.path("nobody.pub").string(), world.file}, "nobody.pub");
    check_refused({"--unverified", world.path("nothing.age").string()}, "nothing.age");
    write_file(world.path("other.pub"), crypto::SigningKey::generate().verifying_key().file_text());
    check_refused({"--signer", world.path("other.pub").string(), world.file}, world.file);

    const std::string renamed =
        world.path("0000000002-" + base::Path(world.file).filename().string().substr(11)).string();
    std::filesystem::copy(world.file, renamed);
    std::filesystem::copy(world.file + ".minisig", renamed + ".minisig");
    check_refused({"--signer", world.signer(), renamed}, "another seq");
    std::filesystem::remove(renamed + ".minisig");
    check_refused({"--signer", world.signer(), renamed}, ".minisig");

    const std::string sealed = read_file(world.file);
    write_file(world.path("cut.age"), sealed.substr(0, sealed.size() - 1));
    check_refused({"--unverified", world.path("cut.age").string()}, "cut.age");
    check_refused({"--unverified", "--raw", world.path("cut.age").string()}, "cut.age");

    write_file(world.path("stranger.age"), crypto::AgeIdentity::generate().file_text().text());
    const auto stranger =
        run({*agency, "open", "--unverified", "--identity", world.path("stranger.age").string(), world.file});
    CHECK(stranger.exit_code == 1);
    CHECK(is_one_line(stranger.err));
}

TEST_CASE("kiosk-agency keygen ends with 0 once and refuses the second time in one line") {
    const auto agency = program("kiosk-agency");
    if (!agency) return;
    const TempFolder folder;
    const std::string out = (folder.path() / "agency").string();
    const auto made = run({*agency, "keygen", "--out", out});
    CHECK(made.exit_code == 0);
    CHECK(made.err == "");
    const auto again = run({*agency, "keygen", "--out", out});
    CHECK(again.exit_code == 1);
    CHECK(is_one_line(again.err));
}

TEST_CASE("kiosk-courier --once ends with 0 only when everything is delivered") {
    const auto courier = program("kiosk-courier");
    if (!courier) return;
    const SealedWorld world;
    const base::Path target = world.path("exchange");
    const std::vector<std::string> command{
        *courier, "--state", world.state().string(), "--target", "file://" + target.string(), "--once"};
    const auto carried = run(command);
    CHECK(carried.exit_code == 0);
    CHECK(carried.err == "");
    for (const auto& name : world.outbox_files()) CHECK(read_file(target / name) == read_file(world.outbox() / name));
    CHECK(run(command).exit_code == 0);

    std::filesystem::remove_all(target);
    write_file(target, "a file where the folder should be");
    const auto failed = run(command);
    CHECK(failed.exit_code == 1);
    CHECK(is_one_line(failed.err));
    for (const std::string url : {"https://example.org/exchange", "s3://bucket/prefix"}) {
        const auto refused = run({*courier, "--state", world.state().string(), "--target", url});
        CHECK(refused.exit_code != 0);
        CHECK(is_one_line(refused.err));
        CHECK(refused.err.find("only file:///") != std::string::npos);
    }
}

TEST_CASE("every command explains itself with --help") {
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"kiosk-agency"}, {"kiosk-agency", "keygen"}, {"kiosk-agency", "open"}, {"kiosk-courier"}}) {
        auto command = words;
        const auto found = program(words[0]);
        if (!found) return;
        command[0] = *found;
        CHECK(run(command).exit_code != 0);
        command.push_back("--help");
        const auto help = run(command);
        CHECK(help.exit_code == 0);
        CHECK(help.err == "");
        CHECK(help.out.find("--help") != std::string::npos);
    }
}

} // namespace
