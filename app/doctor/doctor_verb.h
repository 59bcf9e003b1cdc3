// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// memtape doctor: looks at what Memtape needs of this machine, and prints a report. 0: all is well; 1: something is wrong, and the report says what.
int doctorVerb();

}
