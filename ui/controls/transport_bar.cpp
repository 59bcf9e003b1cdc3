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

#include "ui/controls/playback.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

TransportBar::TransportBar(Document& document, Cursor& cursor, Playback& playback, Appearance& appearance, const QHash<QString, QAction*>& actions,
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
    add(layout, QStringLiteral("open"), QStringLiteral("open"));
    add(layout, QStringLiteral("lessons"), QStringLiteral("lessons"));
    add(layout, QStringLiteral("record"), QStringLiteral("record"));
    layout->addStretch(2);
    add(layout, QStringLiteral("first"), QStringLiteral("first"));
    add(layout, QStringLiteral("back"), QStringLiteral("back"));
    add(layout, QStringLiteral("step"), QStringLiteral("step"));
    add(layout, QStringLiteral("over"), QStringLiteral("over"));
    add(layout, QStringLiteral("out"), QStringLiteral("out"));
    add(layout, QStringLiteral("last"), QStringLiteral("last"));
    layout->addSpacing(8);
    add(layout, QStringLiteral("play"), QStringLiteral("play"));
    m_speed = new QToolButton;
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setProperty("look", "flat");
    auto* speeds = new QMenu(m_speed);
    for (double speed : {0.5, 1.0, 2.0, 4.0, 8.0, 16.0})
        speeds->addAction(QStringLiteral("%1\u00D7").arg(speed), this, [this, speed] { m_playback.setSpeed(speed); });
    speeds->addSeparator();
    if (QAction* backwards = actions.value(QStringLiteral("playBackwards"))) speeds->addAction(backwards);
    m_speed->setMenu(speeds);
    layout->addWidget(m_speed);
    m_step = new QLineEdit;
    m_step->setAlignment(Qt::AlignCenter);
    m_step->installEventFilter(this);
    layout->addWidget(m_step);
    layout->addStretch(2);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    const char* const details[] = {"detailNames", "detailValues", "detailObjects", "detailBytes"};
    for (int i = 0; i < 4; ++i) {
        QToolButton* button = add(segments, QString::fromLatin1(details[i]), {});
        button->setProperty("look", "segment");
        button->setProperty("end", i == 0 ? "first" : i == 3 ? "last" : "");
        m_segments.append(button);
    }
    layout->addLayout(segments);
    m_detail = new QToolButton;
    m_detail->setPopupMode(QToolButton::InstantPopup);
    m_detail->setFocusPolicy(Qt::TabFocus);
    auto* choices = new QMenu(m_detail);
    for (const char* id : details) {
        QAction* action = actions.value(QString::fromLatin1(id));
        if (!action) continue;
        choices->addAction(action);
        connect(action, &QAction::toggled, this, &TransportBar::nameDetail);
    }
    m_detail->setMenu(choices);
    layout->addWidget(m_detail);
    layout->addSpacing(4);
    QToolButton* exportButton = add(layout, QStringLiteral("export"), QStringLiteral("export"));
    (void)exportButton;
    QToolButton* menu = add(layout, QStringLiteral("menu"), QStringLiteral("menu"));
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setToolButtonStyle(Qt::ToolButtonIconOnly);

    connect(m_step, &QLineEdit::returnPressed, this, &TransportBar::goToTyped);
    connect(&cursor, &Cursor::stepChanged, this, &TransportBar::refresh);
    connect(&cursor, &Cursor::stepCountChanged, this, &TransportBar::refresh);
    connect(&playback, &Playback::playingChanged, this, &TransportBar::restyle);
    connect(&document, &Document::recordingStarted, this, &TransportBar::restyle);
    connect(&document, &Document::recordingFinished, this, &TransportBar::restyle);
    connect(&document, &Document::runReplaced, this, &TransportBar::restyle);
    connect(&appearance, &Appearance::changed, this, &TransportBar::restyle);
    restyle();
}

QToolButton* TransportBar::add(QHBoxLayout* layout, const QString& id, const QString& iconName) {
    auto* button = new QToolButton;
    QAction* action = m_actions.value(id);
    if (action) button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(button);
    m_buttons.append({button, id, iconName});
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
    const Palette& palette = m_appearance.palette();
    bool fewest = m_words >= Words::Fewest;
    for (QToolButton* segment : std::as_const(m_segments)) segment->setVisible(!fewest);
    m_detail->setVisible(fewest);
    m_speed->setVisible(!fewest); // the menu has it
    nameDetail();
    layout()->setSpacing(fewest ? 3 : 7);
    for (const Button& entry : m_buttons) {
        QAction* action = m_actions.value(entry.id);
        if (!action) continue;
        bool primary = entry.id == QStringLiteral("step");
        bool spare = entry.id == QStringLiteral("open") || entry.id == QStringLiteral("lessons") || entry.id == QStringLiteral("first") ||
                     entry.id == QStringLiteral("last");
        if (spare) entry.button->setVisible(m_words != Words::Least); // menu and keys have them
        QString name = entry.icon;
        if (entry.id == QStringLiteral("play") && m_playback.isPlaying()) name = QStringLiteral("pause");
        if (entry.id == QStringLiteral("record") && m_document.isRecording()) name = QStringLiteral("stop");
        if (!name.isEmpty()) action->setIcon(icon(name, palette, primary && action->isEnabled() ? Ink::OnAccent : Ink::Text));
        entry.button->setProperty("look", primary ? QVariant("primary") : entry.button->property("look"));
        if (entry.icon.isEmpty()) // checked it is bold: the width is the same either way
            entry.button->setFixedWidth(QFontMetrics(m_appearance.interface(13, true)).horizontalAdvance(action->iconText()) +
                                        m_appearance.scaled(m_words == Words::All ? 24 : 16));
        entry.button->setIconSize(QSize(m_appearance.scaled(14), m_appearance.scaled(14)));
        bool iconOnly = entry.id == QStringLiteral("first") || entry.id == QStringLiteral("last") || entry.id == QStringLiteral("menu");
        bool ofProgram = entry.id == QStringLiteral("open") || entry.id == QStringLiteral("lessons") || entry.id == QStringLiteral("record") ||
                         entry.id == QStringLiteral("export");
        bool hasWords = m_words == Words::All || (m_words == Words::OfTime && !ofProgram);
        bool plain = entry.id == QStringLiteral("over") || entry.id == QStringLiteral("out") || entry.id == QStringLiteral("open") ||
                     entry.id == QStringLiteral("lessons");
        bool onlyText = entry.icon.isEmpty() || (hasWords && plain);
        if (onlyText) entry.button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        else if (!hasWords || iconOnly) entry.button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        else entry.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        entry.button->setAccessibleName(action->iconText().isEmpty() ? action->text() : action->iconText());
        QString keys = action->shortcut().toString(QKeySequence::NativeText);
        entry.button->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1  (%2)").arg(action->text(), keys));
        entry.button->style()->unpolish(entry.button);
        entry.button->style()->polish(entry.button);
    }
    QAction* play = m_actions.value(QStringLiteral("play"));
    if (play) play->setIconText(m_playback.isPlaying() ? tr("Pause") : tr("Play"));
    QAction* record = m_actions.value(QStringLiteral("record"));
    if (record) record->setIconText(m_document.isRecording() ? tr("Stop") : m_document.run() ? tr("Record again  F5") : tr("Record  F5"));
    m_speed->setText(QStringLiteral("%1\u00D7").arg(m_playback.speed()));
    m_speed->setToolTip(tr("Speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_step->setFixedWidth(m_appearance.scaled(m_words == Words::All ? 132 : fewest ? 80 : 112));
    m_step->setToolTip(tr("Type a step to go there"));
    m_step->setAccessibleName(tr("Step"));
    refresh();
}

void TransportBar::refresh() {
    if (m_step->hasFocus()) return;
    uint64_t count = m_cursor.stepCount();
    QString text = m_words >= Words::Fewest ? QStringLiteral("%1 / %2") : tr("step %1 / %2");
    m_step->setText(count ? text.arg(m_cursor.step()).arg(count - 1) : tr("no steps"));
    m_step->setEnabled(count > 0);
    QAction* play = m_actions.value(QStringLiteral("play"));
    if (play) play->setEnabled(count > 0);
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
