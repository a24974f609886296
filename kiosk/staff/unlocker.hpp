// (stand-in until slice A)
#pragma once

#include "kiosk/staff/staff_session.hpp"
#include "base/secret.hpp"

#include <chrono>

namespace kiosk {

enum class PinFault { too_short, too_long, not_digits, one_digit, run, repeated, well_known, date, badge };
enum class UnlockAnswer { unlocked, wrong, wait, closed, choose_pin, pin_refused, out_of_order };
struct Unlocked {
    UnlockAnswer answer{};
    int tries_left = 0;
    std::chrono::milliseconds wait{0};
    PinFault fault{};
    std::optional<StaffSession> session;
};
class Unlocker {
public:
    virtual ~Unlocker() = default;
    virtual void begin(const base::Secret& badge, base::Secret pin) = 0;
    virtual void choose_pin(base::Secret pin) = 0;
    virtual std::optional<Unlocked> poll() = 0;
    virtual bool is_badge(const base::Secret& badge) = 0;
};

} // namespace kiosk
