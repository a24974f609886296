// The languages that an interpreter may be asked for, for the page of it and for staff who ask for somebody else. Main
// thread.
#pragma once

#include "kiosk/screens/interpreter.hpp"
#include "ui/flow.hpp"

#include <functional>

namespace kiosk::interpreter {

// As tiles, named in the page's language; the one that is `now` is marked.
void add_languages(ui::Flow& flow, ui::Canvas& canvas, std::string_view now, const std::function<void(Choose)>& use);

} // namespace kiosk::interpreter
