// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading from a pipe that is empty, and writing to one that is full: another thread may do something about it.

namespace memtape {

// Lets others run where that may help. False: it cannot, and the call fails as one that does not block; or an exception is pending.
bool waitForHandle(int handle);

}
