// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/lesson_gallery.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <functional>
#include <utility>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"
#include "ui/views/clear_layout.h"

namespace memtape {

namespace {

class ClickedPicture : public QLabel {
public:
    explicit ClickedPicture(std::function<void()> open) : m_open(std::move(open)) { setCursor(Qt::PointingHandCursor); }

protected:
    void mousePressEvent(QMouseEvent* event) override { event->accept(); }
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) m_open();
    }

private:
    std::function<void()> m_open;
};

// As wide as the gallery, however long its title; a title that has no room ends in dots.
class TitleButton : public QPushButton {
public:
    TitleButton(QString title, QString mark) : m_title(std::move(title)), m_mark(std::move(mark)) {
        setStyleSheet(QStringLiteral("text-align: left; font-weight: bold;"));
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setAccessibleName(m_title);
        setText(m_title);
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QPushButton::resizeEvent(event);
        const int edges = 24; // the style's border and padding, at both sides
        const QString title = fontMetrics().elidedText(m_title, Qt::ElideRight, width() - edges - fontMetrics().horizontalAdvance(m_mark));
        setText(QString(title + m_mark).replace(QLatin1Char('&'), QStringLiteral("&&")));
        setToolTip(title == m_title ? QString() : m_title);
    }

private:
    QString m_title, m_mark;
};

}

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

void LessonGallery::setLessons(const Shown& shown, const QString& language) {
    clearLayout(*m_rows);
    m_pictures.clear();
    addHead();
    addLessons(shown.ours, shown.done, language);
    connect(addButton(tr("What the article simplifies")), &QPushButton::clicked, this, &LessonGallery::closingPageChosen);
    addText(tr("To be read at the end: names and objects, counting and collecting, and what is only CPython's way."), "quiet", 14);
    // The teacher's own, under the name of their folder.
    addText(shown.folder.isEmpty() ? tr("Your own lessons") : QFileInfo(shown.folder).fileName(), "headline", 0);
    addLessons(shown.own, shown.done, language);
    if (!shown.folder.isEmpty() && shown.own.isEmpty()) addText(tr("There is no lesson in this folder."), "quiet", 0);
    addFolderLinks(!shown.folder.isEmpty());
    m_rows->addStretch(1);
    setAccessibleName(tr("Lessons"));
}

void LessonGallery::addHead() {
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
}

QPushButton* LessonGallery::addButton(const QString& title, const QString& mark) {
    auto* button = new TitleButton(title, mark);
    m_rows->addWidget(button);
    return button;
}

QLabel* LessonGallery::addText(const QString& text, const char* look, int indent) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("look", look);
    label->setContentsMargins(indent, 0, 0, 8);
    m_rows->addWidget(label);
    return label;
}

void LessonGallery::addLessons(const QVector<Lesson>& lessons, const QStringList& done, const QString& language) {
    int number = 0;
    for (const Lesson& lesson : lessons) addLesson(lesson, ++number, done.contains(lesson.id), language);
}

// The title over all its width, below it picture and text. A click on the picture opens the lesson, too; keys go by the title.
void LessonGallery::addLesson(const Lesson& lesson, int number, bool isDone, const QString& language) {
    const QString name = Lesson::in(lesson.title, language);
    QPushButton* button = addButton(QStringLiteral("%1.  %2").arg(number).arg(name), isDone ? QStringLiteral("   \u2713") : QString());
    button->setAccessibleName(isDone ? tr("%1, done").arg(name) : name);
    auto open = [this, id = lesson.id] { Q_EMIT lessonChosen(id); };
    connect(button, &QPushButton::clicked, this, open);
    auto* picture = new ClickedPicture(open);
    picture->setFixedSize(pictureSize());
    picture->setToolTip(name);
    m_pictures.insert(lesson.id, picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(addText(Lesson::in(lesson.text, language), "quiet", 0));
    if (!lesson.problems.isEmpty())
        words->addWidget(addText(tr("Something is wrong with this lesson. Open it and choose Lesson ▸ Check."), "quiet", 0));
    words->addStretch(1);
    auto* row = new QWidget;
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 8);
    across->setSpacing(10);
    across->addWidget(picture, 0, Qt::AlignTop);
    across->addLayout(words, 1);
    m_rows->addWidget(row);
}

void LessonGallery::setPicture(const QString& id, const QImage& picture) {
    QLabel* label = m_pictures.value(id);
    if (label && !picture.isNull()) label->setPixmap(QPixmap::fromImage(picture));
}

bool LessonGallery::hasPicture(const QString& id) const { return m_pictures.contains(id) && !m_pictures[id]->pixmap().isNull(); }

void LessonGallery::addFolderLinks(bool hasFolder) {
    auto addLink = [this](const QString& text, auto signal) {
        auto* link = new QToolButton;
        link->setProperty("look", "link");
        link->setText(text);
        connect(link, &QToolButton::clicked, this, signal);
        m_rows->addWidget(link);
    };
    addLink(hasFolder ? tr("Choose another folder…") : tr("Choose a folder…"), &LessonGallery::folderWanted);
    if (hasFolder) addLink(tr("Show this folder no more"), &LessonGallery::folderForgotten);
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
