// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// Makes all languages known that there are: called once, before the first program is run or the first tape is read.
void registerLanguages();

}
