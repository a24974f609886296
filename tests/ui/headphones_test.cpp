#include "ui/headphones.hpp"

#include <condition_variable>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

// A jack of a pipe: each letter that is written moves the switch, 'i' in, 'o' out, 'x' takes the card away.
class PipeJack {
public:
    PipeJack() { base::invariant(::pipe2(ends_.data(), O_NONBLOCK | O_CLOEXEC) == 0, "a pipe for a test"); }
    ~PipeJack() { ::close(ends_[1]); }
    void move(char to) const { base::invariant(::write(ends_[1], &to, 1) == 1, "a pipe takes a letter"); }
    [[nodiscard]] ui::Jack jack() {
        return {ends_[0], [last = 'o'](int descriptor) mutable -> std::optional<ui::Headphones> {
                    char letter = 0;
                    while (::read(descriptor, &letter, 1) == 1) last = letter;
                    if (last == 'x') return std::nullopt;
                    return last == 'i' ? ui::Headphones::in : ui::Headphones::out;
                }};
    }

private:
    std::array<int, 2> ends_{};
};

// Counts what the watch tells.
struct Told {
    std::mutex mutex;
    std::condition_variable changed;
    int count = 0;
    std::function<void()> teller() {
        return [this] {
            const std::lock_guard lock(mutex);
            ++count;
            changed.notify_all();
        };
    }
    bool wait_for(int times) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(20), [&] { return count >= times; });
    }
};

} // namespace

TEST_CASE("the operator's word holds whatever the jack says") {
    Told told;
    PipeJack one;
    one.move('i');
    const ui::HeadphoneWatch never(ui::HeadphoneSetting::never, {one.jack()}, told.teller());
    CHECK(never.state() == ui::Headphones::out);
    const ui::HeadphoneWatch always(ui::HeadphoneSetting::always, {}, told.teller());
    CHECK(always.state() == ui::Headphones::in);
}

TEST_CASE("a machine without a jack has no headphones") {
    Told told;
    const ui::HeadphoneWatch watch(ui::HeadphoneSetting::detect, {}, told.teller());
    CHECK(watch.state() == ui::Headphones::out);
}

TEST_CASE("headphones that are in at start are known at once") {
    Told told;
    PipeJack one;
    one.move('i');
    const ui::HeadphoneWatch watch(ui::HeadphoneSetting::detect, {one.jack()}, told.teller());
    CHECK(watch.state() == ui::Headphones::in);
    CHECK(told.count == 0);
}

TEST_CASE("plugging in and out is told each time, in any of the jacks") {
    Told told;
    PipeJack front, back;
    const ui::HeadphoneWatch watch(ui::HeadphoneSetting::detect, {front.jack(), back.jack()}, told.teller());
    back.move('i');
    REQUIRE(told.wait_for(1));
    CHECK(watch.state() == ui::Headphones::in);
    back.move('o');
    REQUIRE(told.wait_for(2));
    CHECK(watch.state() == ui::Headphones::out);
}

TEST_CASE("a jack that goes away has no headphones in it") {
    Told told;
    PipeJack one;
    one.move('i');
    const ui::HeadphoneWatch watch(ui::HeadphoneSetting::detect, {one.jack()}, told.teller());
    one.move('x');
    REQUIRE(told.wait_for(1));
    CHECK(watch.state() == ui::Headphones::out);
}

TEST_CASE("looking for jacks finds what is there and breaks nothing") {
    for (const auto& jack : ui::find_jacks()) {
        CHECK(jack.read_position(jack.descriptor).has_value());
        ::close(jack.descriptor);
    }
}
