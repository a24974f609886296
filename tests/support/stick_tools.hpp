// Carrying by stick over a small office: the stick is a folder, there while a test has made it. One thread.
#pragma once

#include "kiosk/staff/stick_carrier.hpp"
#include "tests/support/kiosk_world.hpp"

namespace support {

class StickTools {
public:
    base::Path stick;

    // `state`: the kiosk's state folder.
    StickTools(KioskWorld& world, base::Files& files, const base::Path& state)
        : stick(state / "demo-stick"),
          opener_(*world.store, files, kiosk::StateFolder{state}, world.settings, roster_, *world.sealer, world.clock),
          carrier({*world.store, *world.sealer, files, opener_, kiosk::StateFolder{state}, world.settings},
                  kiosk::stick_at(stick), at_once_, {}) {}

private:
    crypto::AgeIdentity roster_ = crypto::AgeIdentity::generate();
    kiosk::InlineWork at_once_;
    kiosk::BundleOpener opener_;

public:
    kiosk::StickCarrier carrier;
};

} // namespace support
