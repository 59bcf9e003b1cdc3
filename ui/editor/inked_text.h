// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program's text in the editor's colours, for who draws it elsewhere: a picture of it shows what the editor shows.

#include <QString>
#include <QVector>
#include <string_view>

#include "ui/style/palette.h"

namespace memtape {

struct InkedPiece {
    QString text;
    Ink ink = Ink::Text;
};

// Its lines, each in pieces of one colour. `language`: a tag (core/session/language.h). Needs a QApplication.
QVector<QVector<InkedPiece>> inkedLines(std::string_view language, const QString& text);

}
