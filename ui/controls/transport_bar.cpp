// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/transport_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "ui/controls/playback.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

namespace {

constexpr ActionId details[] = {ActionId::DetailNames, ActionId::DetailValues, ActionId::DetailObjects, ActionId::DetailBytes};

struct ButtonLook {
    bool isOfProgram = false; // loses its words before those of time do
    bool isSpare = false;     // goes first, where there is least room
    bool isPlain = false;     // no icon beside its words
    bool isIconOnly = false;  // no words, however much room there is
};

ButtonLook lookOf(ActionId id) {
    switch (id) {
    case ActionId::Open:
    case ActionId::Lessons: return {.isOfProgram = true, .isSpare = true, .isPlain = true};
    case ActionId::Record:
    case ActionId::Export: return {.isOfProgram = true};
    case ActionId::First:
    case ActionId::Last: return {.isSpare = true, .isIconOnly = true};
    case ActionId::Over:
    case ActionId::Out: return {.isPlain = true};
    case ActionId::Menu: return {.isIconOnly = true};
    default: return {};
    }
}

}

TransportBar::TransportBar(Document& document, Cursor& cursor, Playback& playback, const Appearance& appearance, const Actions& actions,
                           QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_playback(playback),
      m_appearance(appearance),
      m_actions(actions) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(7);
    for (ActionId id : {ActionId::Open, ActionId::Lessons, ActionId::Record}) add(layout, id);
    layout->addStretch(2);
    for (ActionId id : {ActionId::First, ActionId::Back, ActionId::Step, ActionId::Over, ActionId::Out, ActionId::Last}) add(layout, id);
    layout->addSpacing(8);
    add(layout, ActionId::Play);
    m_speed = new QToolButton;
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setProperty("look", "flat");
    auto* speeds = new QMenu(m_speed);
    for (double speed : {0.5, 1.0, 2.0, 4.0, 8.0, 16.0})
        speeds->addAction(QStringLiteral("%1\u00D7").arg(speed), this, [this, speed] { m_playback.setSpeed(speed); });
    speeds->addSeparator();
    speeds->addAction(actions[ActionId::PlayBackwards]);
    m_speed->setMenu(speeds);
    layout->addWidget(m_speed);
    m_step = new QLineEdit;
    m_step->setAlignment(Qt::AlignCenter);
    m_step->installEventFilter(this);
    layout->addWidget(m_step);
    layout->addStretch(2);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (ActionId id : details) {
        QToolButton* button = add(segments, id);
        button->setProperty("look", "segment");
        button->setProperty("end", id == details[0] ? "first" : id == details[3] ? "last" : "");
        m_segments.append(button);
    }
    layout->addLayout(segments);
    m_detail = new QToolButton;
    m_detail->setPopupMode(QToolButton::InstantPopup);
    m_detail->setFocusPolicy(Qt::TabFocus);
    auto* choices = new QMenu(m_detail);
    for (ActionId id : details) {
        choices->addAction(actions[id]);
        connect(actions[id], &QAction::toggled, this, &TransportBar::nameDetail);
    }
    m_detail->setMenu(choices);
    layout->addWidget(m_detail);
    layout->addSpacing(4);
    add(layout, ActionId::Export);
    QToolButton* menu = add(layout, ActionId::Menu);
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setToolButtonStyle(Qt::ToolButtonIconOnly);

    connect(m_step, &QLineEdit::returnPressed, this, &TransportBar::goToTyped);
    connect(&cursor, &Cursor::stepChanged, this, &TransportBar::refresh);
    connect(&cursor, &Cursor::stepCountChanged, this, [this] {
        if (m_step->width() != stepWidth()) restyle();
        else refresh();
    });
    connect(&playback, &Playback::playingChanged, this, &TransportBar::restyle);
    connect(&document, &Document::recordingStarted, this, &TransportBar::restyle);
    connect(&document, &Document::recordingFinished, this, &TransportBar::restyle);
    connect(&document, &Document::runReplaced, this, &TransportBar::restyle);
    connect(&appearance, &Appearance::changed, this, &TransportBar::restyle);
    restyle();
}

QToolButton* TransportBar::add(QHBoxLayout* layout, ActionId id) {
    auto* button = new QToolButton;
    button->setDefaultAction(m_actions[id]);
    button->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(button);
    m_buttons.append({button, id});
    return button;
}

void TransportBar::setCompact(bool compact) {
    if (m_forcedCompact == compact) return;
    m_forcedCompact = compact;
    restyle();
}

void TransportBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    restyle();
}

// The most words that fit: how many those are depends on language and font.
void TransportBar::restyle() {
    for (Words words : {Words::All, Words::OfTime, Words::None, Words::Fewest, Words::Least}) {
        if (m_forcedCompact && words < Words::None) continue;
        m_words = words;
        dress();
        layout()->invalidate();
        if (layout()->sizeHint().width() <= width()) break;
    }
}

void TransportBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) restyle();
    QWidget::changeEvent(event);
}

void TransportBar::nameDetail() {
    for (QToolButton* segment : std::as_const(m_segments))
        if (segment->isChecked()) m_detail->setText(segment->defaultAction()->iconText());
    m_detail->setToolTip(tr("Detail"));
    m_detail->setAccessibleName(tr("Detail: %1").arg(m_detail->text()));
}

void TransportBar::dress() {
    bool fewest = m_words >= Words::Fewest;
    for (QToolButton* segment : std::as_const(m_segments)) segment->setVisible(!fewest);
    m_detail->setVisible(fewest);
    m_speed->setVisible(!fewest); // the menu has it
    nameDetail();
    layout()->setSpacing(fewest ? 3 : 7);
    for (const Button& entry : m_buttons) dressButton(*entry.button, entry.id);
    m_actions[ActionId::Play]->setIconText(m_playback.isPlaying() ? tr("Pause") : tr("Play"));
    m_actions[ActionId::Record]->setIconText(m_document.isRecording() ? tr("Stop") : m_document.run() ? tr("Record again  F5") : tr("Record  F5"));
    m_speed->setText(QStringLiteral("%1\u00D7").arg(m_playback.speed()));
    m_speed->setToolTip(tr("Speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_step->setFixedWidth(stepWidth());
    m_step->setToolTip(tr("Type a step to go there"));
    m_step->setAccessibleName(tr("Step"));
    refresh();
}

void TransportBar::dressButton(QToolButton& button, ActionId id) {
    QAction* action = m_actions[id];
    const ButtonLook look = lookOf(id);
    const bool primary = id == ActionId::Step;
    const char* name = actionTable()[qsizetype(id)].icon;
    if (look.isSpare) button.setVisible(m_words != Words::Least); // menu and keys have them
    if (id == ActionId::Play && m_playback.isPlaying()) name = "pause";
    if (id == ActionId::Record && m_document.isRecording()) name = "stop";
    if (name) action->setIcon(icon(QString::fromLatin1(name), m_appearance.palette(), primary && action->isEnabled() ? Ink::OnAccent : Ink::Text));
    if (primary) button.setProperty("look", "primary");
    if (!name) // checked it is bold: the width is the same either way
        button.setFixedWidth(QFontMetrics(m_appearance.interface(13, true)).horizontalAdvance(action->iconText()) +
                             m_appearance.scaled(m_words == Words::All ? 24 : 16));
    button.setIconSize(QSize(m_appearance.scaled(14), m_appearance.scaled(14)));
    bool hasWords = m_words == Words::All || (m_words == Words::OfTime && !look.isOfProgram);
    if (!name || (hasWords && look.isPlain)) button.setToolButtonStyle(Qt::ToolButtonTextOnly);
    else if (!hasWords || look.isIconOnly) button.setToolButtonStyle(Qt::ToolButtonIconOnly);
    else button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button.setAccessibleName(action->iconText().isEmpty() ? action->text() : action->iconText());
    QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button.setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1  (%2)").arg(action->text(), keys));
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

QString TransportBar::stepText(uint64_t step) const {
    uint64_t count = m_cursor.stepCount();
    QString text = m_words >= Words::Fewest ? QStringLiteral("%1 / %2") : tr("step %1 / %2");
    return count ? text.arg(step).arg(count - 1) : tr("no steps");
}

int TransportBar::stepWidth() const {
    uint64_t last = m_cursor.stepCount() ? m_cursor.stepCount() - 1 : 0;
    int least = m_appearance.scaled(m_words == Words::All ? 132 : m_words >= Words::Fewest ? 80 : 112);
    int needed = QFontMetrics(m_appearance.interface(13)).horizontalAdvance(stepText(last)) + m_appearance.scaled(24); // its padding, and edges
    return std::max(least, needed);
}

void TransportBar::refresh() {
    if (m_step->hasFocus()) return;
    uint64_t count = m_cursor.stepCount();
    m_step->setText(stepText(m_cursor.step()));
    m_step->setEnabled(count > 0);
    m_actions[ActionId::Play]->setEnabled(count > 0);
}

bool TransportBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_step && event->type() == QEvent::FocusIn) {
        m_step->setText(QString::number(m_cursor.step()));
        QMetaObject::invokeMethod(m_step, &QLineEdit::selectAll, Qt::QueuedConnection);
    }
    if (watched == m_step && event->type() == QEvent::FocusOut) QMetaObject::invokeMethod(this, &TransportBar::refresh, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void TransportBar::goToTyped() {
    auto number = QRegularExpression(QStringLiteral("\\d+")).match(m_step->text());
    if (number.hasMatch()) m_cursor.jumpTo(number.captured().toULongLong());
    m_step->clearFocus();
    refresh();
}

}
