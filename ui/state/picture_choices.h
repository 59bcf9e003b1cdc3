// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the user chose for the picture of one program, and is kept with it: places, forms, the direction of trees. Objects are known by the
// line where they were made and by how many were made there before them, types by their name; so choices outlive a recording.

#include <QHash>
#include <QPair>
#include <QPointF>
#include <QString>
#include <QVariantMap>

namespace memtape {

// How a box holds its cells; else as the layout finds it best.
enum class FormChoice : uint8_t {
    Automatic,
    Across, // cells side by side
    Down,   // a cell on each line
    Folded, // its head alone, and how much there is
};

struct PictureChoices {
    using BirthPlace = QPair<uint32_t, uint32_t>; // line, and number among those made there

    QHash<BirthPlace, QPointF> pins; // top left corners
    QHash<BirthPlace, FormChoice> forms;
    QHash<QString, FormChoice> formsOfTypes;
    bool treesAcross = false; // else downwards, where they fit

    bool isEmpty() const { return pins.isEmpty() && forms.isEmpty() && formsOfTypes.isEmpty() && !treesAcross; }
    bool operator==(const PictureChoices&) const = default;

    // For the settings. What a map does not say, or says wrongly, is as nothing was chosen.
    QVariantMap toMap() const;
    static PictureChoices fromMap(const QVariantMap& map);
};

}
