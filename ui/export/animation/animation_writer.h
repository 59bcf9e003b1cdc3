// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Frames of an animation, one after the other, into a file. Frames that are equal are one frame that stays longer; of the others a format may write only
// what has changed.

#include <QByteArray>
#include <QImage>
#include <QRect>
#include <QString>

namespace memtape {

class AnimationWriter {
public:
    virtual ~AnimationWriter() = default;
    AnimationWriter() = default;
    AnimationWriter(const AnimationWriter&) = delete;
    AnimationWriter& operator=(const AnimationWriter&) = delete;

    virtual int longestSide() const = 0; // in pixels, that the format can say
    // Of Format_RGB32, all of one size; it appears at that time in ms, later than the one before.
    void add(const QImage& frame, int time);
    // The whole file, which shows the last frame until then and goes round for ever; empty where the library failed.
    QByteArray finish(int time);

protected:
    // A frame and what it has that the one before has not: all of it in the first one.
    virtual void put(const QImage& frame, const QImage& before, const QRect& changed, int from, int until) = 0;
    virtual QByteArray close(int end) = 0;

private:
    void putPending(int until);

    QImage m_before, m_pending;
    QRect m_changed;
    int m_from = 0;
};

// The smallest rectangle outside of which the two are equal; empty: they are.
QRect changedPart(const QImage& before, const QImage& after);

}
