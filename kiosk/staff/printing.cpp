#include "kiosk/staff/printing.hpp"

namespace kiosk {

void Printing::send(base::Secret pdf) {
    auto job = [print = print_, sheet = std::move(pdf)] { return print ? print(sheet) : PrintAnswer::no_printer; };
    sent_.start(work_, std::move(job), wake_);
}

} // namespace kiosk
