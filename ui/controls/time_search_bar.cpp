// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/time_search_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/controls/field_caret.h"
#include "ui/models/timeline/time_search.h"
#include "ui/models/timeline/time_search_words.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

namespace {

constexpr int rest = 250; // ms without a key: what is typed is looked for

}

TimeSearchBar::TimeSearchBar(Document& document, Cursor& cursor, const Appearance& appearance, const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_cursor(cursor),
      m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_search = new TimeSearch(document, this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* line = new QFrame;
    line->setProperty("look", "line");
    rows->addWidget(line);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 10, 5);
    row->setSpacing(8);
    m_title = new QLabel;
    m_title->setProperty("look", "title");
    m_field = new QLineEdit;
    m_field->setClearButtonEnabled(false);
    m_field->installEventFilter(this);
    m_status = new QLabel;
    m_status->setProperty("look", "quiet");
    m_status->setTextFormat(Qt::PlainText);
    m_previous = new QToolButton;
    m_previous->setDefaultAction(actions[ActionId::FoundPrevious]);
    m_next = new QToolButton;
    m_next->setDefaultAction(actions[ActionId::FoundNext]);
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    for (QToolButton* button : {m_previous, m_next}) {
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
    }
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_previous),
                          static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_close)})
        row->addWidget(part, part == m_field ? 1 : 0);
    rows->addLayout(row);
    m_caret = new FieldCaret(appearance, *m_field);
    m_caret->hide();
    rows->addWidget(m_caret);

    m_typed.setSingleShot(true);
    m_typed.setInterval(rest);
    connect(&m_typed, &QTimer::timeout, this, &TimeSearchBar::look);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_wantsFound.reset();
        m_caret->show(0, {}); // it may be in the midst of a word
        m_typed.start();
    });
    connect(m_close, &QToolButton::clicked, this, &TimeSearchBar::close);
    connect(m_search, &TimeSearch::changed, this, [this] {
        showState();
        goOnToFound();
    });
    connect(&cursor, &Cursor::stepChanged, this, [this] {
        m_wantsFound.reset();
        if (isVisible()) showState();
    });
    connect(&appearance, &Appearance::changed, this, &TimeSearchBar::restyle);
    restyle();
    hide();
}

void TimeSearchBar::open() {
    show();
    m_field->setFocus();
    m_field->selectAll();
    look();
}

void TimeSearchBar::close() {
    m_typed.stop();
    m_wantsFound.reset();
    m_search->look({});
    hide();
    Q_EMIT closed();
}

void TimeSearchBar::look() {
    m_typed.stop();
    m_search->look(m_field->text());
    showState();
}

void TimeSearchBar::goToFound(bool backwards) {
    if (isHidden() || m_field->text().trimmed().isEmpty()) return open();
    look();
    m_wantsFound = backwards;
    goOnToFound();
}

// Finds come in the order of the steps: the first behind the cursor is the next one at once, but which is the last before it is known later.
void TimeSearchBar::goOnToFound() {
    if (!m_wantsFound) return;
    const bool backwards = *m_wantsFound, isOver = !m_search->isLooking();
    if (backwards && !isOver && m_search->lookedAt() < m_cursor.step()) return;
    const FoundSteps& found = m_search->found();
    const auto step = backwards ? found.previous(m_cursor.step()) : found.next(m_cursor.step());
    if (!step && !isOver) return;
    m_wantsFound.reset();
    const uint64_t last = m_cursor.stepCount() ? m_cursor.stepCount() - 1 : 0;
    if (step) m_cursor.jumpTo(std::min(*step, last)); // what lies behind the last step is shown there
}

QString TimeSearchBar::problemText() const { return m_caret->isHidden() ? QString() : m_caret->reason(); }

void TimeSearchBar::showState() {
    m_status->setText(TimeSearchWords::status(*m_search, m_cursor.step()));
    m_status->setToolTip(TimeSearchWords::remark(*m_search));
    if (!m_typed.isActive()) m_caret->show(m_search->problem().at, TimeSearchWords::problem(*m_search));
}

bool TimeSearchBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            goToFound(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TimeSearchBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) restyle();
    QWidget::changeEvent(event);
}

void TimeSearchBar::restyle() {
    m_title->setText(tr("Find in time"));
    m_field->setFont(m_appearance.code(13));
    m_field->setStyleSheet(QStringLiteral("font-family: \"%1\"").arg(codeFamilies().join(QStringLiteral("\", \""))));
    m_field->setPlaceholderText(tr("x == 3 and len(xs) > 5,   line 7,   output \"text\",   exception,   collection"));
    m_field->setAccessibleName(tr("Find in time: a condition on names, or an event"));
    m_previous->defaultAction()->setIcon(icon(QStringLiteral("back"), m_appearance.palette()));
    m_next->defaultAction()->setIcon(icon(QStringLiteral("step"), m_appearance.palette()));
    m_close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the search"));
    for (QToolButton* button : {m_previous, m_next}) {
        button->setIconSize(QSize(m_appearance.scaled(14), m_appearance.scaled(14)));
        button->setAccessibleName(button->defaultAction()->text());
        button->setToolTip(
            QStringLiteral("%1  (%2)").arg(button->defaultAction()->text(), button->defaultAction()->shortcut().toString(QKeySequence::NativeText)));
    }
    showState();
}

}
