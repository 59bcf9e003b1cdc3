// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the painters of the picture draw, as short SVG: colours by the ink that they are (classes f0, f1 … for filling, s0, s1 … for lines), fonts by a
// number, lengths to a tenth. So one text serves every theme, and equal elements are equal texts. Knows what those painters use and no more: paths, lines,
// polygons, ellipses, texts, solid colours; no clips, no pictures.

#include <QByteArray>
#include <QFont>
#include <QPaintDevice>
#include <QSet>
#include <QString>
#include <QVector>
#include <functional>
#include <memory>

class QPainter;

namespace memtape {

// A font that texts of a page are in. Code and words are told apart by the family.
struct PageFont {
    bool isCode = false, isBold = false;
    int pixels = 13;
    bool operator==(const PageFont&) const = default;
};

// The fonts and the characters that were drawn, over all pieces.
struct UsedFonts {
    QVector<PageFont> fonts;      // class t0, t1 … in this order
    QSet<char32_t> letters[2][2]; // of words and of code, each plain and bold
    QSet<char32_t> drawn[2][2];   // those of them that are in pictures, whose places follow from their widths

    int numberOf(const QFont& font);
    void addText(QStringView text, bool isCode, bool isBold);
    void addDrawn(QStringView text, bool isCode, bool isBold);
};

// A painter made by `paint` draws with Palette::ofInks(). The elements in their order, without a root.
QVector<QByteArray> svgPiece(UsedFonts& fonts, const std::function<void(QPainter&)>& paint);
// For an attribute or between tags; characters that XML has not are U+FFFD.
QByteArray xmlText(QStringView text);

}
