// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The list behind the heap figure: types, and below each its objects; choosing one selects it. Closes by itself, as a menu does.

#include <QFrame>

#include "ui/models/picture/heap_list.h"

class QTreeWidget;

namespace memtape {

class Appearance;
class Reading;

class HeapPopup : public QFrame {
    Q_OBJECT
public:
    HeapPopup(const Reading& reading, const Appearance& appearance, QWidget* parent);
    void openAt(QPoint lowerRight);
    QTreeWidget& list() { return *m_list; }

Q_SIGNALS:
    void objectChosen(memtape::ObjectId id);

private:
    const Appearance& m_appearance;
    QTreeWidget* m_list;
    QVector<ObjectId> m_objects; // of the rows below the types, by the number each carries
};

}
