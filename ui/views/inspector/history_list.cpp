// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/history_list.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr qsizetype most = 1000;              // lines
constexpr int rowHeight = 22, stepWidth = 48; // at 100 %

class HistoryModel final : public QAbstractListModel {
public:
    HistoryModel(const QVector<HistoryLine>& lines, quint64 end, QObject* parent) : QAbstractListModel(parent), m_lines(lines), m_end(end) {}
    int rowCount(const QModelIndex&) const override { return int(m_lines.size()); }
    QVariant data(const QModelIndex& index, int role) const override {
        const HistoryLine& shown = m_lines[index.row()];
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return stepText(shown) + QStringLiteral(": ") + shown.text;
        return {};
    }
    const HistoryLine& line(int row) const { return m_lines[row]; }
    // What goes when the program ends goes after the last step.
    QString stepText(const HistoryLine& line) const { return line.step < m_end ? QString::number(line.step) : HistoryList::tr("end"); }

private:
    QVector<HistoryLine> m_lines;
    quint64 m_end;
};

class HistoryDelegate final : public QStyledItemDelegate {
public:
    HistoryDelegate(const HistoryModel& model, quint64 now, const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent),
          m_model(model),
          m_now(now),
          m_appearance(appearance) {}
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, m_appearance.scaled(rowHeight)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const HistoryLine& line = m_model.line(index.row());
        bool isCurrent = option.state & QStyle::State_HasFocus;
        if (isCurrent || (option.state & QStyle::State_MouseOver)) painter->fillRect(option.rect, m_appearance[Ink::AccentSoft]);
        painter->setFont(m_appearance.code(13));
        painter->setPen(m_appearance[Ink::Accent]);
        painter->drawText(option.rect, Qt::AlignLeft | Qt::AlignVCenter, m_model.stepText(line));
        QFont font = m_appearance.interface(13);
        painter->setFont(font);
        painter->setPen(m_appearance[line.step > m_now ? Ink::QuietText : Ink::Text]);
        QRect text = option.rect.adjusted(m_appearance.scaled(stepWidth), 0, 0, 0);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(line.text, Qt::ElideRight, text.width()));
    }

private:
    const HistoryModel& m_model;
    quint64 m_now;
    const Appearance& m_appearance;
};

// The lines around the step that is shown.
QVector<HistoryLine> nearest(const QVector<HistoryLine>& all, quint64 now) {
    if (all.size() <= most) return all;
    auto here = std::lower_bound(all.begin(), all.end(), now, [](const HistoryLine& line, quint64 step) { return line.step < step; });
    qsizetype first = std::clamp<qsizetype>(here - all.begin() - most / 2, 0, all.size() - most);
    return all.mid(first, most);
}

}

HistoryList::HistoryList(const QVector<HistoryLine>& history, quint64 now, quint64 end, const Appearance& appearance, QWidget* parent)
    : QListView(parent) {
    auto* model = new HistoryModel(nearest(history, now), end, this);
    setModel(model);
    setItemDelegate(new HistoryDelegate(*model, now, appearance, this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(model->rowCount({}) * appearance.scaled(rowHeight));
    viewport()->setCursor(Qt::PointingHandCursor);
    viewport()->setAutoFillBackground(false);
    auto choose = [this, model](const QModelIndex& index) { Q_EMIT stepChosen(model->line(index.row()).step); };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose); // Enter
    setAccessibleName(tr("History"));
}

}
