// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/session/inside_line.h"

namespace memtape {

// What the parts of a line do, in words.
class PartWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::PartWords)
public:
    static QString doing(LinePartKind kind); // "looks a name up"
    // Whose turn it is at a sub-step, and what it does.
    static QString sentence(const InsideLine& line, const QString& source);
};

}
