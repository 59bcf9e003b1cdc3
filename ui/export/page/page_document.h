// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An interactive page: one HTML file that opens anywhere, asks for nothing else, and shows its first step and all its sentences even without its script.
// What comes from the program is text in it, never markup; what the page may do is said in its Content-Security-Policy.

#include <QByteArray>
#include <vector>

#include "ui/export/snapshot.h"

namespace memtape {

// Of these steps, in order; empty: `error` says why in one sentence.
QByteArray pageDocument(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, QString* error);

}
