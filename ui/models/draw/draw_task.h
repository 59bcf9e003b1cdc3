// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draw it: a picture without its arrows, which the reader puts in. Knows which rows have an arrow and where it leads, what the reader has drawn, and what is right
// about that. What is shown meanwhile is a picture like any other, in which those rows refer to what was drawn; so nothing on screen knows the answer.

#include <QStringList>
#include <QVector>

#include "ui/models/picture/picture.h"

namespace memtape {

class DrawTask {
public:
    // A row whose arrow is to be drawn.
    struct Dot {
        bool isCard = false;
        int index = 0, row = 0; // card or box of the picture, and its row
        ObjectId target;        // what it refers to
        ObjectId drawn;         // none: nothing yet
    };
    enum class Verdict : uint8_t { Right, Wrong, Missing };
    enum class Stage : uint8_t { Drawing, Checked, Shown }; // Shown: the arrows are as they are
    enum class Fit : uint8_t { Fits, NoArrows, TooLarge };

    static constexpr int mostDots = 40, mostObjects = 26; // beyond which it would be toil, and letters would run out

    explicit DrawTask(const Picture& picture) { over(picture); }
    // The picture as it is to be shown. What was drawn stays drawn where the row is still there: the picture may have been made anew, in another detail or language.
    Picture over(const Picture& picture);

    Fit fit() const;
    Stage stage() const { return m_stage; }
    const QVector<Dot>& dots() const { return m_dots; }            // as they are read: cards from the top, then boxes by birth
    const QVector<ObjectId>& objects() const { return m_objects; } // to which arrows may lead
    static QString letterOf(int object) { return QString(QChar('A' + object)); }
    QString letterOf(ObjectId object) const;             // empty: it is none of them
    const Picture& picture() const { return m_picture; } // with its arrows

    int current() const { return m_current; } // the dot that the keyboard stands at
    void setCurrent(int dot);
    void moveCurrent(int by);            // round and round
    void draw(int dot, ObjectId object); // and on to the next dot without an arrow
    void erase(int dot);

    void check();
    void show();
    void tryAgain(); // what is right stays
    Verdict verdict(int dot) const;
    int count(Verdict verdict) const;
    int drawnCount() const { return int(m_dots.size()) - count(Verdict::Missing); }
    bool isRight() const { return count(Verdict::Right) == m_dots.size(); }

private:
    RowPicture& rowOf(Picture& picture, const Dot& dot) const;
    QStringList keys() const; // of the dots, the same in another picture of the step

    Picture m_picture;
    QVector<Dot> m_dots;
    QVector<ObjectId> m_objects;
    Stage m_stage = Stage::Drawing;
    int m_current = 0;
};

}
