// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// Makes the languages known that this build has: called once, before the first tape is recorded or read.
void registerLanguages();

}
