// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the rows of the Heap page: figures that align, a bar for a group's share of all bytes, and an object's value and way where the group has its
// count and its bar.

#include <QStyledItemDelegate>

namespace memtape {

class Appearance;
class HeapModel;
class Selection;

class HeapDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    HeapDelegate(const HeapModel& model, const Selection& selection, const Appearance& appearance, QObject* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const HeapModel& m_model;
    const Selection& m_selection;
    const Appearance& m_appearance;
};

}
