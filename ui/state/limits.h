// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far a recording of the window may go. One table: the settings keep what it says, the panel shows it, the messages tell which one was reached.

#include <QString>
#include <array>
#include <optional>

namespace memtape {

enum class Limit : uint8_t { Steps, Heap, Tape, Scratch, Output };
constexpr size_t limitCount = 5;

struct LimitRow {
    Limit limit;
    const char* name; // in the settings
    bool isBytes;     // else it is a number
    quint64 usual, least;
    quint64 most;                // the machine's memory may set a lower one (mostOf)
    unsigned factor;             // by which it is raised, to go on
    const char *title, *purpose; // translated in the context memtape::Limits
};
const std::array<LimitRow, limitCount>& limitTable(); // in the order of Limit

class Limits {
public:
    Limits();
    quint64 operator[](Limit limit) const { return m_values[size_t(limit)]; }
    void set(Limit limit, quint64 value); // the nearest one that is possible
    // What it is raised to, to go on; none: it cannot be.
    std::optional<quint64> raised(Limit limit) const;
    bool operator==(const Limits&) const = default;

    static quint64 mostOf(Limit limit);
    static QString title(Limit limit);
    static QString purpose(Limit limit);
    static QString text(Limit limit, quint64 value); // `10 000 000`, `256 MiB`

private:
    std::array<quint64, limitCount> m_values;
};

}
