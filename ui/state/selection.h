// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the user has picked (an object, or a row of a card or box) and what the mouse is over. Views light it up together.

#include <QObject>
#include <optional>

#include "core/replay/replay.h"

namespace memtape {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ObjectId object() const { return m_object; }
    ObjectId hovered() const { return m_hovered; }
    // The row that was picked; the object is then what the row refers to.
    const std::optional<RefPlace>& row() const { return m_row; }
    bool isEmpty() const { return !m_object; }
    void select(ObjectId object) { select(object, std::nullopt); }
    void select(ObjectId object, const std::optional<RefPlace>& row);
    void hover(ObjectId object);
    void clear() { select({}); }
    void reveal(ObjectId object) { Q_EMIT revealRequested(object); } // brings it into sight

Q_SIGNALS:
    void objectChanged(); // or the row
    void hoverChanged();
    void revealRequested(memtape::ObjectId object);

private:
    ObjectId m_object, m_hovered;
    std::optional<RefPlace> m_row;
};

}
