// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/heap_delegate.h"

#include <QPainter>
#include <QTreeView>
#include <algorithm>

#include "ui/models/heap/heap_model.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr int rowHeight = 25, objectHeight = 22, side = 4; // at 100 %

using Row = HeapModel::Row;

int widthOf(const QStyleOptionViewItem& option, HeapModel::Column column) {
    auto* tree = qobject_cast<const QTreeView*>(option.widget);
    return tree && !tree->isColumnHidden(column) ? tree->columnWidth(column) : 0;
}

}

HeapDelegate::HeapDelegate(const HeapModel& model, const Selection& selection, const Appearance& appearance, QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model),
      m_selection(selection),
      m_appearance(appearance) {}

QSize HeapDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const Row* row = m_model.row(index);
    bool isObject = row && (row->kind == Row::Kind::Object || row->kind == Row::Kind::More);
    return {40, m_appearance.scaled(isObject ? objectHeight : rowHeight)};
}

void HeapDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Row* row = m_model.row(index);
    if (!row) return;
    bool isGroup = row->kind == Row::Kind::Group, isTotal = row->kind == Row::Kind::Total, isObject = row->kind == Row::Kind::Object;
    QRect rect = option.rect;
    painter->save();
    if (!isTotal && option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) painter->fillRect(rect, m_appearance[Ink::AccentSoft]);
    if (isTotal) {
        painter->setPen(m_appearance[Ink::Hairline]);
        painter->drawLine(rect.topLeft(), rect.topRight());
    }
    QFont font = isGroup || isObject ? m_appearance.code(13) : m_appearance.interface(13, isTotal);
    Ink ink = isObject && row->object == m_selection.object() ? Ink::Accent : row->kind == Row::Kind::More ? Ink::Accent : Ink::Text;
    Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter;
    QString text = index.data().toString();
    switch (index.column()) {
    case HeapModel::Name:
        alignment = Qt::AlignLeft | Qt::AlignVCenter;
        if (!isGroup && !isTotal) rect.setWidth(rect.width() + widthOf(option, HeapModel::Count));
        if (isGroup && m_model.grouping() != HeapGrouping::Type) font = m_appearance.interface(13);
        break;
    case HeapModel::Count:
    case HeapModel::Bytes:
        if (!isTotal) font = m_appearance.interface(13);
        if (isObject) ink = Ink::QuietText;
        break;
    case HeapModel::Share:
        if (isGroup) {
            int height = m_appearance.scaled(8);
            QRect bar(rect.left() + m_appearance.scaled(6), rect.center().y() - height / 2 + 1, rect.width() - m_appearance.scaled(8), height);
            painter->fillRect(bar, m_appearance[Ink::CurveFill]);
            if (row->share > 0) bar.setWidth(std::max(2, int(bar.width() * row->share + 0.5)));
            if (row->share > 0) painter->fillRect(bar, m_appearance[Ink::Curve]);
        }
        alignment = Qt::AlignLeft | Qt::AlignVCenter;
        rect.setWidth(rect.width() + widthOf(option, HeapModel::Since));
        ink = Ink::Accent;
        break;
    case HeapModel::Since:
        if (!isTotal) font = m_appearance.interface(13);
        ink = row->came && !row->went ? Ink::Made : row->came || row->went ? Ink::Text : Ink::QuietText;
        break;
    default: break;
    }
    painter->setFont(font);
    painter->setPen(m_appearance[ink]);
    rect.adjust(m_appearance.scaled(side), 0, -m_appearance.scaled(side), 0);
    painter->drawText(rect, int(alignment), QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    painter->restore();
}

}
