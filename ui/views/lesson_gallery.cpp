// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lesson_gallery.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"
#include "ui/views/clear_layout.h"

namespace memtape {

LessonGallery::LessonGallery(const Appearance& appearance, QWidget* parent) : QScrollArea(parent), m_appearance(appearance) {
    auto* page = new QWidget;
    m_rows = new QVBoxLayout(page);
    m_rows->setContentsMargins(16, 10, 16, 16);
    m_rows->setSpacing(6);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void LessonGallery::setLessons(const QVector<Lesson>& lessons, const QStringList& done, const QString& language) {
    clearLayout(*m_rows);
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 4);
    auto* title = new QLabel(tr("Lessons"));
    title->setProperty("look", "headline");
    auto* close = new QToolButton;
    close->setProperty("look", "flat");
    close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
    close->setToolTip(tr("Back to the program"));
    close->setAccessibleName(tr("Back to the program"));
    connect(close, &QToolButton::clicked, this, &LessonGallery::closed);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(close);
    m_rows->addWidget(header);
    int number = 0;
    for (const Lesson& lesson : lessons) {
        QString name = Lesson::in(lesson.title, language);
        bool isDone = done.contains(lesson.id);
        auto* button = new QPushButton(QStringLiteral("%1.  %2").arg(++number).arg(name) + (isDone ? QStringLiteral("   \u2713") : QString()));
        button->setStyleSheet(QStringLiteral("text-align: left; font-weight: bold;"));
        button->setAccessibleName(isDone ? tr("%1, done").arg(name) : name);
        connect(button, &QPushButton::clicked, this, [this, id = lesson.id] { Q_EMIT lessonChosen(id); });
        m_rows->addWidget(button);
        auto* text = new QLabel(Lesson::in(lesson.text, language));
        text->setWordWrap(true);
        text->setProperty("look", "quiet");
        text->setContentsMargins(14, 0, 0, 8);
        m_rows->addWidget(text);
    }
    m_rows->addStretch(1);
    setAccessibleName(tr("Lessons"));
}

void LessonGallery::focusFirst() {
    for (QPushButton* button : widget()->findChildren<QPushButton*>())
        if (button->isVisible()) {
            button->setFocus(Qt::ShortcutFocusReason);
            return;
        }
}

void LessonGallery::keyPressEvent(QKeyEvent* event) {
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    switch (event->key()) {
    case Qt::Key_Down: focusNextPrevChild(true); break;
    case Qt::Key_Up: focusNextPrevChild(false); break;
    case Qt::Key_Escape: Q_EMIT closed(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (button) button->click();
        break;
    default: QScrollArea::keyPressEvent(event);
    }
}

}
