// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// WebP without loss, by libwebp. Its own encoder of animations looks for what has changed in each frame, several times over; here that is known. What stays
// within the changed part is left open, which packs well.

#include <memory>

#include "ui/export/animation/animation_writer.h"

struct WebPMux;

namespace memtape {

class WebpWriter : public AnimationWriter {
public:
    int longestSide() const override;

protected:
    void put(const QImage& frame, const QImage& before, const QRect& changed, int from, int until) override;
    QByteArray close(int end) override;

private:
    struct Delete {
        void operator()(WebPMux* file) const;
    };
    std::unique_ptr<WebPMux, Delete> m_file;
    bool m_hasFailed = false;
};

}
