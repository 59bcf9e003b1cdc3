// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is measured of the window over a long recording, for ui_timing.

class QString;

namespace memtape {

// How long the insides of a line at a step are waited for, and those of its neighbours, for who goes on as soon as they are there and for who presses thirty
// keys a second.
int timeInside(const QString& tape, unsigned long long step);

// When a search has its first find and when it is over; and how long the window's clock stood still meanwhile.
int timeFind(const QString& tape, const QString& expression);

}
