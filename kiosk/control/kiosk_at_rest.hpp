// Where kioskctl's commands are carried out: by the kiosk that runs, which alone has the keys then, or here on what lies in
// its state folder. Main thread of a program that does nothing else.
#pragma once

#include "base/random.hpp"
#include "kiosk/control/commands.hpp"
#include "kiosk/control/control_message.hpp"
#include "kiosk/state/open_store.hpp"

#include <functional>

namespace kiosk {

struct Tools {
    base::DiskFiles files;
    base::SystemClock clock;
    base::SystemRandom random;
};

using AtRest = std::function<base::Result<Reply>(const CommandContext&, const KioskKeys&)>;

// Opens what the running kiosk would have open, does the work on it and closes it again. exit_kiosk_is_running while
// something else has it open.
[[nodiscard]] base::Result<Reply> with_kiosk(Tools& tools, const StateFolder& folder, const AtRest& work);
// The same for `command`, which a running kiosk answers with that it is running. ask_again if there is no kiosk.
[[nodiscard]] base::Result<Reply> with_kiosk_at_rest(Tools& tools, const StateFolder& folder, const char* command,
                                                     const AtRest& work);
// Here, whether it runs or not: of a kiosk that was just made.
[[nodiscard]] base::Result<Reply> run_here(Tools& tools, const StateFolder& folder, const Request& request);
// By the running kiosk; if none answers, here. "status" is told either way, as far as it is known.
[[nodiscard]] base::Result<Reply> ask_or_run(Tools& tools, const StateFolder& folder, const Request& request);
// ask_again if the folder holds none.
[[nodiscard]] base::Result<void> must_hold_kiosk(Tools& tools, const StateFolder& folder);

} // namespace kiosk
