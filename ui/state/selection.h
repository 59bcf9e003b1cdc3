// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the user has picked (an object, or a row of a card or box) and what the mouse is over. Views light it up together.

#include <QObject>
#include <QString>

#include "core/replay/memory_state.h"

namespace memtape {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ObjectId object() const { return m_object; }
    ObjectId hovered() const { return m_hovered; }
    bool isEmpty() const { return !m_object; }
    void select(ObjectId object);
    void hover(ObjectId object);
    void clear() { select({}); }

Q_SIGNALS:
    void objectChanged();
    void hoverChanged();

private:
    ObjectId m_object, m_hovered;
};

}
