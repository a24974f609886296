#include "ui/speech_steps.hpp"

#include <cmath>

namespace ui {

float Volume::gain() const { return std::pow(10.0F, static_cast<float>((step_ - steps) * 5) / 20.0F); }

} // namespace ui
