// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heap_popup.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/models/picture/object_text.h"
#include "ui/style/appearance.h"

namespace memtape {

HeapPopup::HeapPopup(const Reading& reading, const Appearance& appearance, QWidget* parent) : QFrame(parent, Qt::Popup), m_appearance(appearance) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("look", "popup");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 8, 1, 1);
    auto* about = new QLabel(tr(
        "What this program made and what is still alive. Not counted: what was there before its first line, and what the library made for itself."));
    about->setWordWrap(true);
    about->setProperty("look", "quiet");
    about->setContentsMargins(10, 0, 10, 2);
    layout->addWidget(about);
    m_list = new QTreeWidget;
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Type"), tr("Objects"), tr("Bytes")});
    m_list->setAccessibleName(tr("What the heap figure counts"));
    m_list->setUniformRowHeights(true);
    auto numbers = [](QTreeWidgetItem* item) {
        for (int column : {1, 2}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    };
    numbers(m_list->headerItem());
    const MemoryState& state = reading.state();
    for (const HeapTypeRow& row : heapByType(state)) {
        auto* item = new QTreeWidgetItem(m_list, {row.type, QString::number(row.count), QString::number(row.bytes)});
        numbers(item);
        for (ObjectId id : row.objects) {
            auto* child = new QTreeWidgetItem(item, {ObjectText::brief(reading, id), QString(), QString::number(state.object(id).size)});
            numbers(child);
            child->setData(0, Qt::UserRole, m_objects.size());
            m_objects.append(id);
        }
        if (uint64_t(row.objects.size()) < row.count) new QTreeWidgetItem(item, {tr("… %1 more …").arg(row.count - uint64_t(row.objects.size()))});
    }
    auto* sum = new QTreeWidgetItem(m_list, {tr("together"), QString::number(state.heapObjects()), QString::number(state.heapBytes())});
    numbers(sum);
    QFont bold = m_appearance.interface(13, true);
    for (int column = 0; column < 3; ++column) sum->setFont(column, bold);
    if (uint64_t objects = state.libraryObjects())
        numbers(new QTreeWidgetItem(m_list, {tr("the library, not counted"), QString::number(objects), QString::number(state.libraryBytes())}));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    layout->addWidget(m_list, 1);
    auto choose = [this](QTreeWidgetItem* item) {
        QVariant number = item->data(0, Qt::UserRole);
        if (!number.isValid()) return;
        Q_EMIT objectChosen(m_objects[number.toLongLong()]);
        close();
    };
    connect(m_list, &QTreeWidget::itemActivated, this, choose);
    connect(m_list, &QTreeWidget::itemClicked, this, choose);
}

void HeapPopup::openAt(QPoint lowerRight) {
    QSize size(m_appearance.scaled(380), m_appearance.scaled(std::min(460, 120 + 26 * m_list->topLevelItemCount())));
    QRect room = screen() ? screen()->availableGeometry() : QRect(QPoint(0, 0), size);
    setGeometry(QRect(
        QPoint(std::max(room.left(), lowerRight.x() - size.width()), std::max(room.top(), std::min(lowerRight.y(), room.bottom() - size.height()))),
        size));
    show();
    m_list->setFocus();
}

}
