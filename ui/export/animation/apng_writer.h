// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// APNG: a PNG that shows its first frame to who knows no more, and whose further chunks hold what changes. Each changed part is packed as a PNG of its own,
// by Qt, and its data taken over.

#include "ui/export/animation/animation_writer.h"

namespace memtape {

class ApngWriter : public AnimationWriter {
public:
    int longestSide() const override { return 1 << 24; }

protected:
    void put(const QImage& frame, const QImage& before, const QRect& changed, int from, int until) override;
    QByteArray close(int end) override;

private:
    QByteArray m_head, m_frames; // chunks: what stands before the animation's own, and what after
    quint32 m_frameCount = 0, m_sequence = 0;
};

}
