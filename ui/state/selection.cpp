// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/selection.h"

namespace memtape {

void Selection::select(ObjectId object, const std::optional<RefPlace>& row) {
    if (object == m_object && row == m_row) return;
    m_object = object;
    m_row = row;
    Q_EMIT objectChanged();
}

void Selection::hover(ObjectId object) {
    if (object == m_hovered) return;
    m_hovered = object;
    Q_EMIT hoverChanged();
}

}
