// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GIF, by giflib: each frame is the changed part with colours of its own, in which what stays is left open. Times are in hundredths of a second.

#include <memory>

#include "ui/export/animation/animation_writer.h"

struct GifFileType;

namespace memtape {

class GifWriter : public AnimationWriter {
public:
    GifWriter() = default;
    ~GifWriter() override;
    int longestSide() const override { return 0xFFFF; }

protected:
    void put(const QImage& frame, const QImage& before, const QRect& changed, int from, int until) override;
    QByteArray close(int end) override;

private:
    bool open(QSize size);

    QByteArray m_bytes;
    GifFileType* m_file = nullptr;
    bool m_hasFailed = false;
};

}
