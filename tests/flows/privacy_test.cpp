// Promises 3 and 4: nothing that a person types or is shown stands readable in a file, at whatever moment the power is
// cut; and after Finish nothing of it is left in memory. The real programs, a roster of words that stand nowhere else.
#include "tests/support/marked_kiosk.hpp"

#include <doctest/doctest.h>

namespace {

using std::filesystem::path;
using support::RunResult;

constexpr const char* now_text = "2026-10-13T16:05-04:00";

// A kiosk with the marked roster, and the programs of one build to use it with. Scripts lie outside what is searched.
class MarkedKiosk {
public:
    MarkedKiosk() {
        // What is shipped: sanitizers bring their own allocator, and the sweep would take minutes.
        const char* programs = std::getenv("KIOSK_RELEASE_BIN");
        REQUIRE_MESSAGE(programs != nullptr, "KIOSK_RELEASE_BIN names the folder of the release programs");
        programs_ = programs;
        const bool are_built = std::filesystem::exists(programs_ / "kiosk-tour");
        REQUIRE_MESSAGE(are_built, "no release programs; ./dev build makes them");
        std::filesystem::create_directories(folder_.path() / "temp");
    }

    RunResult run(std::vector<std::string> command, std::string_view input = {}) const {
        command.front() = programs_ / command.front();
        // `env`, since the folder for temporary files must be one that is searched.
        command.insert(command.begin(), {"env", "TMPDIR=" + (folder_.path() / "temp").string()});
        return support::run(command, input);
    }
    RunResult init(const path& state) const {
        return run(
            {"kioskctl", "--state", state, "init", "--demo", "--kiosk", "marked-lobby", "--site", "marked-office"});
    }
    RunResult import_roster(const path& state) const {
        return run({"kioskctl", "--state", state, "import-roster", "-", "--allow-shrink"}, support::marked_roster());
    }
    RunResult tour(const path& state, std::string_view script) const {
        support::write_file(folder_.path() / "script.tour", script);
        return run({"kiosk-tour", folder_.path() / "script.tour", "--state", state, "--shots", folder_.path() / "shots",
                    "--now", now_text});
    }
    [[nodiscard]] path state(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] path temp() const { return folder_.path() / "temp"; }
    [[nodiscard]] path file(const std::string& name) const { return folder_.path() / name; }

private:
    support::TempFolder folder_;
    path programs_;
};

// One visit after the other: typed code, birth date, names, needs, a note, check-in, undo, once more, help, hidden, Finish;
// the letter scanned, until time runs out.
std::vector<std::string> visit_steps() {
    const std::string code = support::marked_code();
    return {
        R"(tap "Check in for a visit")",
        "type \"" + code.substr(0, 4) + '"',
        "type \"" + code.substr(4) + '"',
        R"(tap "Find my visit")",
        R"(expect "Is this your visit today?")",
        R"(tap "Show the names")",
        R"(type "0329")",
        R"(type "1987")",
        R"(tap "Show the names")",
        R"(expect "Thrylmeda and Oskwiffe")",
        R"(expect "Vornaquist Room")",
        R"(tap "One adult more")",
        R"(tap "A quiet room")",
        R"(tap "Interpreter")",
        R"(tap "Spanish")",
        R"(tap "Something else")",
        R"(tap "K")",
        R"(tap "v")",
        R"(tap "i")",
        R"(tap "p")",
        R"(tap "u")",
        R"(tap "z")",
        R"(type " Smorlathene")",
        R"(expect "Kvipuz Smorlathene")",
        R"(tap "Save")",
        R"(expect "Is this your visit today?")",
        R"(tap "Yes, check me in")",
        R"(expect "You are checked in")",
        R"(tap "Undo check-in")",
        R"(tap "Yes, undo it")",
        R"(expect "Your check-in is undone")",
        R"(tap "Okay")",
        "scan \"FK1." + code + R"(.7QZX4MARKWXYZ")",
        R"(expect "Is this your visit today?")",
        R"(tap "I need help")",
        R"(tap "I’m okay now")",
        R"(tap "Yes, check me in")",
        R"(expect "You are checked in")",
        R"(tap "Hide screen")",
        R"(tap "Show my page")",
        R"(tap "Finish")",
        R"(expect "What would you like to do?")",
        "scan \"fk1." + code + R"(.7qzx4markwxyz")",
        R"(expect "You are already checked in")",
        "wait 3m",
        R"(expect "What would you like to do?")",
    };
}

std::string script_of(const std::vector<std::string>& steps, std::size_t count) {
    std::string script;
    for (std::size_t i = 0; i < count; ++i) script += steps[i] + '\n';
    return script;
}

std::string listed(const std::set<std::string>& found) {
    std::string text;
    for (const auto& each : found) text += "\n  " + each;
    return text;
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("the search for marked words finds each of them in every spelling, and says where") {
    const support::MarkSearch search(support::marks());
    CHECK(search.find("Nothing of the kind.").empty());
    CHECK(search.find("said QUORVELLINE twice") == std::set<std::string>{"given_name"});
    CHECK(search.find(std::string_view("v\0o\0r\0n\0a\0q\0u\0i\0s\0t\0", 20)) ==
          std::set<std::string>{"room in UTF-16"});
    CHECK(search.find("30333239 31393837") == std::set<std::string>{});
    CHECK(search.find("3033323931393837") == std::set<std::string>{"birth date as typed in hexadecimal"});
    // printf 'Oskwiffe' | base64; with one and two letters before it
    for (const char* coded : {"T3Nrd2lmZmU=", "eE9za3dpZmZl", "eHhPc2t3aWZmZQ=="}) {
        CHECK_MESSAGE(search.find(coded) == std::set<std::string>{"with_names, the second in base64"}, coded);
    }
    const support::TempFolder folder;
    support::write_file(folder.path() / "log", "looking up Zanthobrix");
    CHECK(search.find_in_folder(folder.path()) == std::set<std::string>{"family_name in log"});
    for (const auto& mark : support::marks()) CHECK_MESSAGE(search.find(mark.text).contains(mark.column), mark.column);
}

TEST_CASE("no file and no line of output holds a marked word, wherever in a visit the power is cut") {
    const MarkedKiosk kiosk;
    const support::MarkSearch search(support::marks());
    const path ready = kiosk.state("ready");
    auto check = [&](const RunResult& ran, const path& state) {
        const auto found = search.find(ran.out + ran.err);
        CHECK_MESSAGE(found.empty(), "in the output: " << listed(found));
        const auto kept = search.find_in_folder(state);
        CHECK_MESSAGE(kept.empty(), "in the state folder: " << listed(kept));
        const auto left = search.find_in_folder(kiosk.temp());
        CHECK_MESSAGE(left.empty(), "in the folder for temporary files: " << listed(left));
    };
    const auto made = kiosk.init(ready);
    REQUIRE_MESSAGE(made.exit_code == 0, made.err);
    const auto imported = kiosk.import_roster(ready);
    REQUIRE_MESSAGE(imported.exit_code == 0, imported.err);
    check(imported, ready);

    const auto steps = visit_steps();
    for (std::size_t count = 1; count <= steps.size(); ++count) {
        CAPTURE(count);
        CAPTURE(steps[count - 1]);
        const path state = kiosk.state("killed");
        std::filesystem::remove_all(state);
        std::filesystem::copy(ready, state, std::filesystem::copy_options::recursive);
        const auto killed = kiosk.tour(state, script_of(steps, count) + "end\n");
        REQUIRE_MESSAGE(killed.exit_code == 128 + SIGKILL, killed.err);
        check(killed, state);
        const auto opened = kiosk.tour(state, R"(expect "What would you like to do?")");
        REQUIRE_MESSAGE(opened.exit_code == 0, opened.err);
        check(opened, state);
    }
    const auto whole = kiosk.tour(ready, script_of(steps, steps.size()));
    REQUIRE_MESSAGE(whole.exit_code == 0, whole.err);
    check(whole, ready);
}

TEST_CASE("an import that is refused keeps no word and says none") {
    const MarkedKiosk kiosk;
    const support::MarkSearch search(support::marks());
    const path state = kiosk.state("state");
    REQUIRE(kiosk.init(state).exit_code == 0);
    // Every cell in turn is the wrong one.
    const std::string roster = support::marked_roster();
    const auto cells = support::marked_cells();
    for (std::size_t wrong = 0; wrong < cells.size(); ++wrong) {
        CAPTURE(cells[wrong].column);
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            line += (i == 0 ? "" : ",") + cells[i].text + (i == wrong ? " 860-555-0142" : "");
        }
        const auto csv = roster.substr(0, roster.find('\n') + 1) + line + "\r\n";
        const auto refused =
            kiosk.run({"kioskctl", "--state", state, "import-roster", "-", "--strict", "--allow-shrink"}, csv);
        CHECK(refused.exit_code != 0);
        const auto said = search.find(refused.out + refused.err);
        CHECK_MESSAGE(said.empty(), "in the output: " << listed(said));
        const auto kept = search.find_in_folder(state);
        CHECK_MESSAGE(kept.empty(), "in the state folder: " << listed(kept));
    }
    CHECK(search.find_in_folder(kiosk.temp()).empty());
}

TEST_CASE("one second after Finish the memory of the process holds no marked word") {
    const MarkedKiosk kiosk;
    REQUIRE(kiosk.init(kiosk.state("ready")).exit_code == 0);
    REQUIRE(kiosk.import_roster(kiosk.state("ready")).exit_code == 0);
    std::string words;
    for (const auto& mark : support::marks()) words += mark.text + '\n';
    support::write_file(kiosk.file("words"), words);
    const auto steps = visit_steps();
    const std::string look = "remains " + kiosk.file("words").string() + '\n';
    auto first = [&](std::string_view step) {
        return static_cast<std::size_t>(std::find(steps.begin(), steps.end(), step) - steps.begin());
    };
    auto run = [&](const std::string& script) {
        const path state = kiosk.state("state");
        std::filesystem::remove_all(state);
        std::filesystem::copy(kiosk.state("ready"), state, std::filesystem::copy_options::recursive);
        return kiosk.tour(state, script);
    };

    // The same look finds them while the visit runs: what is on the page, and what was typed.
    const auto typing = run(script_of(steps, first(R"(type "1987")") + 1) + look);
    CHECK(typing.exit_code != 0);
    auto finds = [&](const RunResult& ran, std::string_view column) {
        const auto all = support::marks();
        const auto mark = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.column == column; });
        const auto line = std::to_string(mark - all.begin() + 1);
        return ran.err.find("line " + line + " of the words") != std::string::npos;
    };
    for (const std::string column : {"birth date as typed", "place", "helper_name", "with_names, the first"}) {
        CHECK_MESSAGE(finds(typing, column), column);
    }
    CHECK(finds(run(script_of(steps, first(R"(tap "Find my visit")")) + look), "visit_code"));
    const auto shown = run(script_of(steps, first(R"(tap "One adult more")")) + look);
    CHECK(shown.exit_code != 0);
    for (const std::string column :
         {"given_name", "family_name", "room", "purpose", "viewer_note", "with_names, the second"}) {
        CHECK_MESSAGE(finds(shown, column), column);
    }

    const std::string written = script_of(steps, first(R"(expect "Kvipuz Smorlathene")") + 1);
    const auto writing = run(written + look);
    for (const std::string column : {"note as typed", "note by touch"}) CHECK_MESSAGE(finds(writing, column), column);

    // However a visit ends, and wherever it stood.
    const std::string code_typed = script_of(steps, first(R"(tap "Find my visit")"));
    const std::string names_shown = script_of(steps, first(R"(tap "One adult more")"));
    const std::vector<std::pair<std::string, std::string>> endings{
        {"after the whole visit", script_of(steps, first(R"(tap "Finish")") + 1)},
        {"by time", script_of(steps, steps.size())},
        {"with the code typed", code_typed + "tap \"Finish\"\n"},
        {"with the birth date typed", script_of(steps, first(R"(type "1987")") + 1) + "tap \"Finish\"\n"},
        {"with the names shown", names_shown + "tap \"Finish\"\n"},
        {"with the page hidden", names_shown + "tap \"Hide screen\"\ntap \"Finish\"\n"},
        {"with the page covered by time", names_shown + "wait 65s\ntap \"Finish\"\n"},
        {"with a note written", written + "tap \"Finish\"\n"},
        {"with a note masked", written + "tap \"Hide what I type\"\ntap \"Finish\"\n"},
        {"with a note shortened", written + "tap \"Erase the last letter\"\ntap \"Save\"\ntap \"Finish\"\n"},
        {"by walking back", names_shown + "key back\nkey back\n"},
        {"by leaving the code behind", code_typed + "key back\n"},
    };
    for (const auto& [how, script] : endings) {
        CAPTURE(how);
        const auto ended = run(script + "expect \"What would you like to do?\"\nwait 1s\n" + look);
        CHECK_MESSAGE(ended.exit_code == 0, ended.err);
        MESSAGE(how << ": " << ended.out);
    }
}

TEST_SUITE_END();
