// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/watch_strip.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/controls/field_caret.h"
#include "ui/controls/timeline.h"
#include "ui/controls/watch_row.h"
#include "ui/models/timeline/watches.h"
#include "ui/state/cursor.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

namespace {

constexpr qsizetype rowsInSight = 4; // of more than these one scrolls to the others

}

WatchStrip::WatchStrip(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_cursor(cursor),
      m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_watches = new Watches(document, this);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* line = new QFrame;
    line->setProperty("look", "line");
    all->addWidget(line);

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* rows = new QWidget;
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_scroll->setWidget(rows);
    all->addWidget(m_scroll);

    m_adding = new QWidget;
    auto* column = new QVBoxLayout(m_adding);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 10, 5);
    row->setSpacing(8);
    m_title = new QLabel;
    m_title->setProperty("look", "title");
    m_field = new QLineEdit;
    m_field->installEventFilter(this);
    m_status = new QLabel;
    m_status->setProperty("look", "quiet");
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    row->addWidget(m_title);
    row->addWidget(m_field, 1);
    row->addWidget(m_status);
    row->addWidget(m_close);
    column->addLayout(row);
    m_caret = new FieldCaret(appearance, *m_field);
    m_caret->hide();
    column->addWidget(m_caret);
    m_adding->hide();
    all->addWidget(m_adding);

    connect(m_field, &QLineEdit::textEdited, this, [this] { m_caret->show(0, {}); });
    connect(m_close, &QToolButton::clicked, this, &WatchStrip::close);
    connect(m_watches, &Watches::changed, this, &WatchStrip::rebuild);
    connect(&cursor, &Cursor::stepChanged, this, &WatchStrip::refresh);
    connect(&cursor, &Cursor::stepCountChanged, this, &WatchStrip::refresh);
    connect(&cursor, &Cursor::barrierChanged, this, &WatchStrip::refresh);
    connect(&appearance, &Appearance::changed, this, &WatchStrip::restyle);
    restyle();
    hide();
}

void WatchStrip::setTimeline(Timeline& timeline) {
    m_timeline = &timeline;
    connect(&timeline, &Timeline::shownChanged, this, [this] {
        for (WatchRow* row : std::as_const(m_rows)) row->update();
    });
    rebuild();
}

void WatchStrip::open() {
    m_adding->show();
    show();
    m_field->setFocus();
    m_field->selectAll();
}

void WatchStrip::close() {
    m_field->clear();
    m_caret->show(0, {});
    m_adding->hide();
    setVisible(!m_rows.isEmpty());
    Q_EMIT closed();
}

void WatchStrip::add(const QString& expression) {
    const Watches::Problem problem = m_watches->add(expression);
    if (problem.sentence.empty()) {
        m_field->clear();
        m_caret->show(0, {});
        return;
    }
    if (m_field->text() != expression) m_field->setText(expression);
    m_adding->show();
    show();
    m_caret->show(problem.at, QCoreApplication::translate("memtape::TimeSearchWords", problem.sentence.c_str()));
}

QString WatchStrip::problemText() const { return m_caret->isHidden() ? QString() : m_caret->reason(); }

// Rows are made anew only where there are others; what is known of them changes often.
void WatchStrip::rebuild() {
    if (!m_timeline) return;
    QStringList shown;
    for (WatchRow* row : std::as_const(m_rows)) shown.append(row->property("expression").toString());
    if (shown != m_watches->expressions()) {
        const auto focused = std::find_if(m_rows.begin(), m_rows.end(), [](const WatchRow* row) { return row->hasFocus(); });
        const qsizetype at = focused - m_rows.begin();
        const bool hadFocus = focused != m_rows.end();
        for (WatchRow* row : std::as_const(m_rows)) {
            row->hide();
            row->deleteLater();
        }
        m_rows.clear();
        for (qsizetype i = 0; i < m_watches->count(); ++i) {
            auto* row = new WatchRow(*m_watches, i, *m_timeline, m_cursor, m_appearance);
            row->setProperty("expression", m_watches->expression(i));
            row->installEventFilter(this);
            connect(row, &WatchRow::scrubbed, this, &WatchStrip::scrubbed);
            m_column->addWidget(row);
            m_rows.append(row);
        }
        double room = 0;
        for (const WatchRow* row : std::as_const(m_rows)) room = std::max(room, row->labelWidth());
        m_timeline->setLabelRoom(room);
        const qsizetype inSight = std::min(rowsInSight, m_rows.size());
        m_scroll->setFixedHeight(m_rows.isEmpty() ? 0 : int(m_rows.first()->height() * inSight));
        m_scroll->setVisible(!m_rows.isEmpty());
        setVisible(!m_rows.isEmpty() || !m_adding->isHidden());
        if (hadFocus && !m_rows.isEmpty()) focusRow(std::min(at, m_rows.size() - 1));
        else if (hadFocus) Q_EMIT closed();
        else if (m_rows.size() > shown.size() && !m_rows.isEmpty()) {
            WatchRow* last = m_rows.last();
            QMetaObject::invokeMethod(
                this,
                [this, last] {
                    if (m_rows.contains(last)) m_scroll->ensureWidgetVisible(last);
                },
                Qt::QueuedConnection);
        }
    }
    refresh();
}

void WatchStrip::refresh() {
    for (WatchRow* row : std::as_const(m_rows)) row->refresh();
    m_status->setText(m_watches->isLooking() ? tr("looking through the run…") : QString());
}

void WatchStrip::focusRow(qsizetype row) {
    m_rows[row]->setFocus();
    m_scroll->ensureWidgetVisible(m_rows[row]);
}

bool WatchStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_field) {
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (!m_field->text().trimmed().isEmpty()) add(m_field->text());
            return true;
        }
        if (key->key() == Qt::Key_Up && !m_rows.isEmpty()) {
            focusRow(m_rows.size() - 1);
            return true;
        }
        return false;
    }
    const qsizetype row = m_rows.indexOf(static_cast<WatchRow*>(watched));
    if (row < 0) return false;
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return true;
    }
    if (key->key() == Qt::Key_Up && row > 0) {
        focusRow(row - 1);
        return true;
    }
    if (key->key() == Qt::Key_Down) {
        if (row + 1 < m_rows.size()) focusRow(row + 1);
        else if (!m_adding->isHidden()) m_field->setFocus();
        return true;
    }
    return false;
}

void WatchStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) restyle();
    QWidget::changeEvent(event);
}

void WatchStrip::restyle() {
    m_title->setText(tr("Watch"));
    m_field->setFont(m_appearance.code(13));
    m_field->setStyleSheet(QStringLiteral("font-family: \"%1\"").arg(codeFamilies().join(QStringLiteral("\", \""))));
    m_field->setPlaceholderText(tr("total,   node.next.value,   rows[0],   prices[\"tea\"],   len(xs)"));
    m_field->setAccessibleName(tr("Watch: names, attributes, items and len, followed through the run"));
    m_close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the field for watching"));
    for (WatchRow* row : std::as_const(m_rows)) row->setProperty("expression", QString()); // its sizes and words are of another look
    rebuild();
}

}
