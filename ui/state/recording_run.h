// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A saved recording beside the document's own, to be compared with it.

#include <QString>
#include <memory>

namespace memtape {

class Run;

// Null, and a sentence, where it cannot be read. Reaches the whole.
std::unique_ptr<Run> openRecordedRun(const QString& path, QString* error);

}
