// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a row of the Compare page: the picture's own sign, what it is about, and what of it differs.

#include <QStyledItemDelegate>

namespace memtape {

class Appearance;
class ComparisonModel;
class Selection;

class ComparisonDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ComparisonDelegate(const ComparisonModel& model, const Selection& selection, const Appearance& appearance, QObject* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ComparisonModel& m_model;
    const Selection& m_selection;
    const Appearance& m_appearance;
};

}
