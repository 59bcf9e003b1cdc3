// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Our own icons (resources/icons), drawn in the colours of the palette: `currentColor` in the SVG is replaced.

#include <QIcon>
#include <QString>

#include "ui/style/palette.h"

namespace memtape {

QIcon icon(const QString& name, const Palette& palette, Ink ink = Ink::Text);

}
