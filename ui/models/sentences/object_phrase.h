// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an object is spoken of in a sentence. Other languages put a noun of their own behind what is the program's, so that a particle can follow.

#include <QCoreApplication>
#include <QString>

#include "core/replay/reading.h"

namespace memtape {

class ObjectPhrase {
    Q_DECLARE_TR_FUNCTIONS(memtape::ObjectPhrase)

public:
    static QString of(const Reading& reading, ObjectId id, bool isNew = false); // `the list of 3`, `a new Node (5)`, `30`
    static QString message(const Reading& reading, ObjectId error);             // the error's own words; empty: it has none
    static QString cut(QString text);                                           // no longer than a sentence bears
};

}
