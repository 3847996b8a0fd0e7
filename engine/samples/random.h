// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace scrutineer::samples {

/// Random numbers that are the same on every machine for the same seed: the standard fixes the generator but
/// not its distributions, so these are made here. One per thread.
class Random
{
public:
    explicit Random(uint64_t seed) : m_generator(seed) {}

    /// Evenly in [low, high).
    double between(double low, double high)
    {
        return low + (high - low) * static_cast<double>(m_generator() >> 11U) * 0x1p-53;
    }

    /// Evenly among low … high, both included.
    int integer(int low, int high)
    {
        return low + static_cast<int>(m_generator() % static_cast<uint64_t>(high - low + 1));
    }

    bool chance(double probability) { return between(0, 1) < probability; }

    /// Normal with mean 0 and deviation 1 (Box and Muller 1958).
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - between(0, 1)));
        return radius * std::cos(2 * std::numbers::pi * between(0, 1));
    }

    template <typename Container>
    auto pick(const Container &from) -> decltype(from[0])
    {
        return from[static_cast<decltype(from.size())>(integer(0, static_cast<int>(from.size()) - 1))];
    }

    /// A new stream that does not disturb this one however much is drawn from it.
    Random fork() { return Random(m_generator()); }

    std::mt19937_64 &generator() { return m_generator; }

private:
    std::mt19937_64 m_generator;
};

} // namespace scrutineer::samples
