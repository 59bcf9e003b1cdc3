// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is chosen in the panel of exports.

#include <QString>
#include <QVariantMap>

#include "ui/export/snapshot.h"

namespace memtape {

struct ExportChoice {
    enum class Unit : uint8_t { AsNeeded, Pixels, Centimetres };

    int format = 0;  // of exportFormats()
    int theme = -1;  // Theme; −1: as the window
    int detail = -1; // Detail; −1: as the window
    Crop crop = Crop::Nothing;
    Unit unit = Unit::AsNeeded; // of the width
    double width = 0;
    int scale = 2;
    bool code = true, legend = true, several = false, strip = false;
    AnimationLook animation;
    QString title;
    quint64 from = 0, to = 0; // where there are several

    // What of it is kept from one start of the program to the next: how pages look, not what is on them.
    QVariantMap kept() const;
    static ExportChoice ofKept(const QVariantMap& kept); // what makes no sense there is as if nothing had been kept
};

}
