// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All lessons in their order, with marks for those that are done: ours, what is to be read behind the last of them, and the teacher's own.

#include <QHash>
#include <QImage>
#include <QScrollArea>
#include <QStringList>

#include "ui/models/lessons/lesson.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace memtape {

class Appearance;

class LessonGallery : public QScrollArea {
    Q_OBJECT
public:
    explicit LessonGallery(const Appearance& appearance, QWidget* parent = nullptr);
    struct Shown {
        QVector<Lesson> ours, own;
        QString folder; // of the teacher's own; empty: there is none
        QStringList done;
    };
    void setLessons(const Shown& shown, const QString& language);
    // Beside the lesson; until there is one, its place is empty.
    void setPicture(const QString& id, const QImage& picture);
    static QSize pictureSize() { return {124, 82}; }
    bool hasPicture(const QString& id) const;

    void focusFirst(); // with the keyboard: arrows from lesson to lesson, Enter opens, Esc goes back

protected:
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void lessonChosen(const QString& id);
    void closed();
    void closingPageChosen();
    void folderWanted();
    void folderForgotten();

private:
    void addHead();
    void addLesson(const Lesson& lesson, int number, bool isDone, const QString& language);
    void addLessons(const QVector<Lesson>& lessons, const QStringList& done, const QString& language);
    QPushButton* addButton(const QString& title, const QString& mark = {});
    QLabel* addText(const QString& text, const char* look, int indent);
    void addFolderLinks(bool hasFolder);

    const Appearance& m_appearance;
    QVBoxLayout* m_rows;
    QHash<QString, QLabel*> m_pictures; // by the lesson's id
};

}
