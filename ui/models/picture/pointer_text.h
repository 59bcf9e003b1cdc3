// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words for references that go to a place, or that do not count: `byte 8`, `slot x of main`, and that a block was given back.

#include <QCoreApplication>
#include <QString>

#include "core/replay/reading.h"

namespace memtape {

class PointerText {
    Q_DECLARE_TR_FUNCTIONS(memtape::PointerText)

public:
    // Where in its object a pointer goes: `byte 8`; empty: to the object as a whole, or into a frame.
    static QString place(const PointerView& pointer);
    // What is shown instead of an arrow, where there is no object to point at: `slot x of main`, `dangling`; empty: there is one.
    static QString chip(const Reading& reading, const PointerView& pointer);
    // The same in a sentence: `byte 8 of block`, `slot x of main`, `a block that was given back`.
    static QString phrase(const Reading& reading, const PointerView& pointer);
};

}
