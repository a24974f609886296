#include "ui/headphones.hpp"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace ui {

namespace {

constexpr std::size_t bits_of_byte = 8;
using Switches = std::array<std::uint8_t, SW_CNT / bits_of_byte + 1>;

bool is_set(const Switches& switches, std::size_t bit) {
    return (static_cast<unsigned>(switches[bit / bits_of_byte]) >> (bit % bits_of_byte) & 1U) != 0;
}

// The events only say that something moved; where the switch is now is asked of the kernel (linux/input.h, EVIOCGSW).
std::optional<Headphones> read_switch(int descriptor) {
    std::array<input_event, 16> events{};
    while (::read(descriptor, events.data(), sizeof events) > 0) {}
    if (errno != EAGAIN && errno != EINTR) return std::nullopt;
    Switches switches{};
    if (::ioctl(descriptor, EVIOCGSW(sizeof switches), switches.data()) < 0) return std::nullopt;
    return is_set(switches, SW_HEADPHONE_INSERT) ? Headphones::in : Headphones::out;
}

bool has_headphone_switch(int descriptor) {
    Switches switches{};
    return ::ioctl(descriptor, EVIOCGBIT(EV_SW, sizeof switches), switches.data()) >= 0 &&
           is_set(switches, SW_HEADPHONE_INSERT);
}

} // namespace

std::vector<Jack> find_jacks() {
    std::vector<Jack> jacks;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator("/dev/input", failure)) {
        if (!entry.path().filename().string().starts_with("event")) continue;
        const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (descriptor < 0) continue;
        if (has_headphone_switch(descriptor)) {
            jacks.push_back({descriptor, read_switch});
        } else {
            ::close(descriptor);
        }
    }
    return jacks;
}

HeadphoneWatch::HeadphoneWatch(HeadphoneSetting setting, std::vector<Jack> jacks, std::function<void()> tell)
    : jacks_(std::move(jacks)), positions_(jacks_.size(), Headphones::out), tell_(std::move(tell)),
      state_(setting == HeadphoneSetting::always ? Headphones::in : Headphones::out) {
    if (setting != HeadphoneSetting::detect || jacks_.empty()) return;
    for (std::size_t i = 0; i < jacks_.size(); ++i) read(i);
    state_ = any_in();
    end_ = ::eventfd(0, EFD_CLOEXEC);
    base::invariant(end_ >= 0, "the kernel gives an eventfd");
    thread_ = std::thread([this] { watch(); });
}

HeadphoneWatch::~HeadphoneWatch() {
    if (thread_.joinable()) {
        const std::uint64_t one = 1;
        const ssize_t written = ::write(end_, &one, sizeof one);
        base::invariant(written == sizeof one, "an eventfd takes a number");
        thread_.join();
        ::close(end_);
    }
    for (const auto& jack : jacks_) {
        if (jack.descriptor >= 0) ::close(jack.descriptor);
    }
}

void HeadphoneWatch::read(std::size_t jack) {
    const auto position = jacks_[jack].read_position(jacks_[jack].descriptor);
    positions_[jack] = position.value_or(Headphones::out);
    if (position) return;
    ::close(jacks_[jack].descriptor);
    jacks_[jack].descriptor = -1; // poll passes over it
}

Headphones HeadphoneWatch::any_in() const {
    const bool is_in = std::find(positions_.begin(), positions_.end(), Headphones::in) != positions_.end();
    return is_in ? Headphones::in : Headphones::out;
}

void HeadphoneWatch::watch() {
    while (true) {
        std::vector<pollfd> waiting{{end_, POLLIN, 0}};
        for (const auto& jack : jacks_) waiting.push_back({jack.descriptor, POLLIN, 0});
        if (::poll(waiting.data(), waiting.size(), -1) < 0) continue; // a signal
        if (waiting[0].revents != 0) return;
        for (std::size_t i = 0; i < jacks_.size(); ++i) {
            if (waiting[i + 1].revents != 0) read(i);
        }
        const Headphones now = any_in();
        if (state_.exchange(now) != now) tell_();
    }
}

} // namespace ui
