// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a picture shows in a sentence or two, for who cannot see it: the text that stands in for it in a book or on a page.
//
//     Stack: Global names (a dict) – head refers to Node (20); push(head, value), running – value is 30. Heap: Node (20) – value is 20, next is None.

#include <QCoreApplication>
#include <QString>

#include "ui/models/picture/picture.h"

namespace memtape {

class PictureAlt {
    Q_DECLARE_TR_FUNCTIONS(memtape::PictureAlt)

public:
    // In the user's language. The reading is of the picture's step. A large picture is told as far as a listener bears, and how much is left.
    static QString of(const Reading& reading, const Picture& picture);
    static QString ofStrip(const QString& first, const QString& last, size_t steps); // several on one page
    static QString ofPage(size_t steps);                                             // one to step through
};

}
