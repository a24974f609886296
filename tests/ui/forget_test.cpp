#include "tests/support/off_screen.hpp"

#include <SDL2/SDL.h>
#include <cstdio>
#include <doctest/doctest.h>
#include <malloc.h>

namespace {

// Written so that the program's own text does not hold it.
constexpr char mask = 0x15;
[[maybe_unused]] std::string masked_word() {
    std::string word = "quetzalcoatlus-marigold";
    for (char& letter : word) letter = static_cast<char>(letter ^ mask);
    return word;
}

// How often the word lies in this process's own writable memory.
[[maybe_unused]] int find_in_memory(const std::string& masked) {
    std::FILE* maps = std::fopen("/proc/self/maps", "r");
    std::FILE* memory = std::fopen("/proc/self/mem", "r");
    REQUIRE(maps != nullptr);
    REQUIRE(memory != nullptr);
    int found = 0;
    char line[512];
    while (std::fgets(line, sizeof line, maps) != nullptr) {
        unsigned long from = 0, to = 0;
        char rights[5] = {};
        if (std::sscanf(line, "%lx-%lx %4s", &from, &to, rights) != 3 || rights[1] != 'w') continue;
        // Masked as soon as it is read: the search must not find what it copied itself.
        std::string part(to - from, '\0');
        if (std::fseek(memory, static_cast<long>(from), SEEK_SET) != 0) continue;
        std::setvbuf(memory, nullptr, _IONBF, 0);
        if (std::fread(part.data(), 1, part.size(), memory) != part.size()) continue;
        for (char& letter : part) letter = static_cast<char>(letter ^ mask);
        for (std::size_t at = part.find(masked); at != std::string::npos; at = part.find(masked, at + 1)) ++found;
    }
    std::fclose(memory);
    std::fclose(maps);
    return found;
}

[[maybe_unused, gnu::noinline]] void show_word(support::OffScreen& screen, const std::string& masked) {
    std::string word = masked;
    for (char& letter : word) letter = static_cast<char>(letter ^ mask);
    screen.surface->push_text(word);
    // An input method may hand over a whole word in one event.
    SDL_Event whole{};
    whole.type = SDL_TEXTINPUT;
    word.copy(whole.text.text, sizeof whole.text.text - 1);
    SDL_PushEvent(&whole);
    base::wipe(&whole, sizeof whole);
    screen.surface->push_scan("FK" + word);
    screen.surface->update([&](ui::Painter& painter, const ui::Input&) {
        ui::TextRun run;
        run.text = "Hello *" + word + "*, your visit";
        painter.text(run, {0, 0, 900, 42}, {0, 0, 0});
        painter.picture("ticket of " + word, {0, 100, 50, 50}, [](_cairo*) {});
        return false;
    });
    CHECK(find_in_memory(masked) > 0);
    base::wipe(word.data(), word.size());
}

} // namespace

TEST_CASE("after forgetting, no text that was shown, typed or scanned is left in memory") {
#if defined(__SANITIZE_ADDRESS__)
    MESSAGE("skipped: the address sanitizer keeps freed memory as it was");
#else
    mallopt(M_PERTURB, 0xA5);
    const std::string masked = masked_word();
    support::OffScreen screen;
    show_word(screen, masked);
    screen.surface->forget();
    base::wipe_stack();
    CHECK(find_in_memory(masked) == 0);
    mallopt(M_PERTURB, 0);
#endif
}

TEST_CASE("forgetting drops textures and waiting input, also from inside a frame") {
    support::OffScreen screen;
    bool must_forget = false;
    int typed = 0;
    const auto build = [&](ui::Painter& painter, const ui::Input& input) {
        typed += static_cast<int>(input.typed.size());
        ui::TextRun run;
        run.text = must_forget ? "Alma" : "Welcome";
        painter.text(run, {0, 0, 900, 42}, {0, 0, 0});
        if (must_forget) {
            screen.surface->push_text("12345678");
            screen.surface->forget();
            must_forget = false;
        }
        return false;
    };
    screen.surface->update(build);
    const auto before = screen.surface->pixels();
    const std::size_t bytes = screen.surface->texture_bytes();
    CHECK(bytes > 0);
    must_forget = true;
    screen.surface->update(build);
    CHECK(typed == 0);
    CHECK(screen.surface->texture_bytes() == bytes);
    CHECK(screen.surface->pixels() == before);
    screen.surface->forget();
    CHECK(screen.surface->texture_bytes() == 0);
    screen.surface->update(build);
    CHECK(screen.surface->pixels() == before);
}
