// SPDX-License-Identifier: GPL-3.0-or-later
// The file of the settings: what is read is written, and then read as the same.
#include <cstdlib>

#include "tests/fuzz/target.h"
#include "ui/state/kept/ini_text.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    const IniText read = readIni(QByteArray(bytes.data(), qsizetype(bytes.size())));
    const IniText again = readIni(writeIni(read.values));
    if (!again.isWhole || again.values.keys() != read.values.keys()) std::abort();
}
