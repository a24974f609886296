#pragma once
#include "cmake/precompiled.hpp"
#include <doctest/doctest.h>
