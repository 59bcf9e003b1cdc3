// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The font for code. JetBrains Mono draws `<=` and `==` as one sign each, which shows readers who learn a text that nobody can type; and
// Qt before 6.7 cannot turn a font's features off. So a copy of it without its table of substitutions is loaded into the program.

#include <QString>

namespace memtape {

// The family to ask for: the copy where the font is installed, else the font's own name. Needs a QGuiApplication.
QString plainCodeFamily();
// Family names as other programs know them: for exported files.
QByteArray withPublicFamilyNames(QByteArray text);

}
