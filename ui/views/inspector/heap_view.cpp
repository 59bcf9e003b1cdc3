// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/heap_view.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/heap/heap_model.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"
#include "ui/views/inspector/heap_delegate.h"
#include "ui/views/inspector/while_seen.h"

namespace memtape {

namespace {

constexpr int leastName = 104, mostBar = 56; // at 100 %

}

HeapView::HeapView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_selection(selection),
      m_appearance(appearance) {
    m_seen = new WhileSeen(*this, [this] { refresh(); });
    m_model = new HeapModel(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 10);
    rows->setSpacing(10);
    m_search = new QLineEdit;
    rows->addWidget(m_search);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(0);
    buildChoices(choices);
    rows->addLayout(choices);
    buildTree();
    rows->addWidget(m_tree, 1);
    m_empty = new QLabel;
    m_empty->setWordWrap(true);
    m_empty->setProperty("look", "quiet");
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    rows->addWidget(m_empty, 1);
    auto* line = new QFrame;
    line->setProperty("look", "line");
    rows->addWidget(line);
    m_figures = new QLabel;
    m_figures->setProperty("look", "body");
    m_figures->setWordWrap(true);
    rows->addWidget(m_figures);
    auto* library = new QHBoxLayout;
    library->setSpacing(8);
    m_library = new QLabel;
    m_library->setProperty("look", "quiet");
    m_show = new QPushButton;
    m_show->setProperty("look", "link");
    m_show->setCursor(Qt::PointingHandCursor);
    library->addWidget(m_library);
    library->addWidget(m_show);
    library->addStretch(1);
    rows->addLayout(library);

    connect(m_search, &QLineEdit::textChanged, m_model, &HeapModel::setSearch);
    connect(m_show, &QPushButton::clicked, this,
            [this] { m_model->setShare(m_model->share() == HeapShare::Program ? HeapShare::WithLibrary : HeapShare::Program); });
    connect(m_model, &HeapModel::figuresChanged, this, &HeapView::showFigures);
    connect(&cursor, &Cursor::stepChanged, m_seen, &WhileSeen::touch);
    connect(&cursor, &Cursor::markChanged, m_seen, &WhileSeen::touch);
    connect(&document, &Document::recordingFinished, m_seen, &WhileSeen::touch);
    connect(&document, &Document::runReplaced, this, [this] {
        m_model->forget();
        m_seen->touch();
    });
    connect(&selection, &Selection::objectChanged, this, [this] { m_tree->viewport()->update(); });
    connect(&appearance, &Appearance::changed, m_seen, &WhileSeen::touch);
}

void HeapView::buildChoices(QHBoxLayout* row) {
    m_groupBy = new QLabel;
    m_groupBy->setProperty("look", "quiet");
    row->addWidget(m_groupBy);
    row->addSpacing(8);
    m_grouping = new QButtonGroup(this);
    constexpr HeapGrouping groupings[] = {HeapGrouping::Type, HeapGrouping::Line, HeapGrouping::Size};
    for (HeapGrouping grouping : groupings) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setChecked(grouping == HeapGrouping::Type);
        button->setProperty("look", "segment");
        button->setProperty("end", grouping == HeapGrouping::Type ? "first" : grouping == HeapGrouping::Size ? "last" : "");
        m_grouping->addButton(button, int(grouping));
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addSpacing(8);
    m_mark = new QToolButton;
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mark->setLayoutDirection(Qt::RightToLeft); // its cross stands behind
    row->addWidget(m_mark);
    connect(m_grouping, &QButtonGroup::idClicked, this, [this](int id) {
        m_model->setGrouping(HeapGrouping(id));
        m_tree->header()->viewport()->update();
    });
    connect(m_mark, &QToolButton::clicked, this,
            [this] { m_cursor.setMark(m_cursor.mark() ? std::nullopt : std::optional<uint64_t>(m_cursor.step())); });
}

void HeapView::buildTree() {
    m_tree = new QTreeView;
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new HeapDelegate(*m_model, m_selection, m_appearance, this));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->viewport()->setCursor(Qt::PointingHandCursor);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(HeapModel::Bytes, Qt::DescendingOrder);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(10);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(HeapModel::Name, QHeaderView::Stretch);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { m_model->setSorting(HeapModel::Column(column), order); });
    connect(m_tree, &QTreeView::clicked, this, &HeapView::choose);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) { // Enter; a click is told already
        if (!(QApplication::mouseButtons() & Qt::LeftButton)) choose(index);
    });
    connect(m_tree, &QTreeView::expanded, m_model, [this](const QModelIndex& index) {
        if (!m_restoring) m_model->setOpen(index, true);
    });
    connect(m_tree, &QTreeView::collapsed, m_model, [this](const QModelIndex& index) {
        if (!m_restoring) m_model->setOpen(index, false);
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &HeapView::keepPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HeapView::restorePlace);
}

void HeapView::keepPlace() {
    m_scroll = m_tree->verticalScrollBar()->value();
    QModelIndex current = m_tree->currentIndex();
    m_currentGroup = current.parent().isValid() ? current.parent().row() : current.row();
    m_currentObject = current.parent().isValid() ? current.row() : -1;
}

void HeapView::restorePlace() {
    m_restoring = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QModelIndex group = m_model->index(row, 0);
        if (m_model->row(group)->isOpen) m_tree->expand(group);
    }
    QModelIndex current = m_model->index(m_currentGroup, 0);
    if (m_currentObject >= 0 && current.isValid()) current = m_model->index(m_currentObject, 0, current);
    if (current.isValid()) m_tree->selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    fitColumns();
    m_tree->verticalScrollBar()->setValue(m_scroll);
    m_restoring = false;
}

void HeapView::choose(const QModelIndex& index) {
    const HeapModel::Row* row = m_model->row(index);
    if (!row) return;
    switch (row->kind) {
    case HeapModel::Row::Kind::Group: m_tree->setExpanded(index.siblingAtColumn(0), !m_tree->isExpanded(index.siblingAtColumn(0))); break;
    case HeapModel::Row::Kind::More: m_model->showMore(index); break;
    case HeapModel::Row::Kind::Object: {
        ObjectId object = row->object;
        m_selection.select(object);
        m_selection.reveal(object);
        break;
    }
    case HeapModel::Row::Kind::Total: break;
    }
}

void HeapView::refresh() {
    restyle();
    m_tree->setColumnHidden(HeapModel::Since, !m_cursor.mark());
    m_model->show(m_document.run(), m_cursor.step(), m_cursor.mark());
}

void HeapView::showFigures() {
    const HeapModel::Figures& figures = m_model->figures();
    m_figures->setText(tr("%1 objects of this program, %2 bytes").arg(wholeFigure(figures.objects), wholeFigure(figures.bytes)));
    m_library->setText(tr("libraries: %1 objects, %2 bytes").arg(groupedFigure(figures.libraryObjects), groupedFigure(figures.libraryBytes)));
    m_show->setText(m_model->share() == HeapShare::Program ? tr("show") : tr("hide"));
    m_show->setAccessibleName(m_model->share() == HeapShare::Program ? tr("Show the objects of libraries") : tr("Hide the objects of libraries"));
    for (QWidget* part : {static_cast<QWidget*>(m_library), static_cast<QWidget*>(m_show)}) part->setVisible(figures.libraryObjects > 0);
    bool isEmpty = m_model->rowCount() == 0;
    bool isRecorded = m_document.run() && m_document.run()->stepCount() > 0;
    m_empty->setText(!isRecorded                  ? tr("Nothing recorded yet.")
                     : m_search->text().isEmpty() ? tr("Nothing that this program made is alive at this step.")
                                                  : tr("No living object has this type, value or name."));
    m_empty->setVisible(isEmpty && !m_model->isSearching());
    m_tree->setVisible(!m_empty->isVisibleTo(this));
}

void HeapView::restyle() {
    m_search->setPlaceholderText(tr("type, value or name"));
    m_search->setAccessibleName(tr("Search the heap by type, value or name"));
    m_groupBy->setText(tr("Group by"));
    const QString names[] = {tr("type"), tr("line"), tr("size")};
    for (int id = 0; id < 3; ++id) {
        QAbstractButton* button = m_grouping->button(id);
        button->setText(names[id]);
        button->setAccessibleName(tr("Group by %1").arg(names[id]));
        button->setFixedWidth(QFontMetrics(m_appearance.interface(13, true)).horizontalAdvance(names[id]) + m_appearance.scaled(20));
    }
    auto mark = m_cursor.mark();
    m_mark->setText(mark ? tr("since %1").arg(*mark) : tr("Mark this step"));
    m_mark->setIcon(mark ? icon(QStringLiteral("close"), m_appearance.palette(), Ink::Changed) : QIcon());
    m_mark->setProperty("look", mark ? "marked" : "");
    m_mark->style()->unpolish(m_mark);
    m_mark->style()->polish(m_mark);
    m_mark->setToolTip(mark ? tr("Remove the mark") : tr("To see what comes and goes from here on"));
    m_mark->setAccessibleName(mark ? tr("Remove the mark at step %1").arg(*mark) : tr("Mark this step"));
    m_tree->setAccessibleName(tr("What is alive"));
    m_tree->setIndentation(m_appearance.scaled(16));
}

// Figures have the room that the largest, which stands in the last row, needs; names what is left, but for the bars.
void HeapView::fitColumns() {
    QFontMetrics metrics(m_appearance.interface(13, true));
    QModelIndex last = m_model->index(m_model->rowCount() - 1, 0);
    int room = m_tree->viewport()->width();
    for (HeapModel::Column column : {HeapModel::Count, HeapModel::Bytes, HeapModel::Since}) {
        if (m_tree->isColumnHidden(column)) continue;
        QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QString figure = last.isValid() ? last.siblingAtColumn(column).data().toString() : QString();
        int width = std::max(metrics.horizontalAdvance(head) + m_appearance.scaled(20), metrics.horizontalAdvance(figure) + m_appearance.scaled(12));
        m_tree->setColumnWidth(column, width);
        room -= width;
    }
    int bar = room - m_appearance.scaled(leastName);
    m_tree->setColumnWidth(HeapModel::Share, std::clamp(bar, m_appearance.scaled(18), m_appearance.scaled(mostBar)));
}

void HeapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

}
