// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pictures of many steps as pieces: each card, box and arrow in each of its looks is written once, and a step is the list of those that it shows. What
// the window's own items paint is what a piece holds.

#include <QByteArray>
#include <QHash>
#include <QSizeF>
#include <QVector>
#include <array>

#include "ui/export/page/shared_elements.h"
#include "ui/export/page/svg_pieces.h"
#include "ui/models/picture/picture.h"

namespace memtape {

class ArrowItem;
class MemoryScene;
class Run;

// What lies over what in a picture. In each of them, pieces are numbered as they are first shown, and stand in that order.
enum PieceLayer : uint8_t { CardPieces, BoxPieces, PlainArrowPieces, ArrowPieces, MarkPieces, pieceLayers };
struct PlacedPiece {
    PieceLayer layer;
    int number;
};
using ShownPieces = std::array<QVector<int>, pieceLayers>; // their numbers, in order

class PagePictures {
public:
    // kind: the class of this picture in the page.
    PagePictures(char kind, UsedFonts& fonts, SharedElements& elements) : m_kind(kind), m_fonts(fonts), m_elements(elements) {}
    // The pieces of what the scene shows.
    ShownPieces add(const MemoryScene& scene);
    PlacedPiece arrow(ArrowItem* arrow); // the same for the same arrow
    // One <svg> with all pieces; those that are not among `shown` are hidden.
    QByteArray svg(const QByteArray& label, const ShownPieces& shown) const;
    QSizeF size() const { return m_size; } // of the largest picture

private:
    void show(ShownPieces& shown, PieceLayer layer, const QByteArray& attributes, const QVector<QByteArray>& elements);
    int piece(PieceLayer layer, const QByteArray& attributes, const QVector<QByteArray>& elements);

    const char m_kind;
    UsedFonts& m_fonts;
    SharedElements& m_elements;
    struct Piece {
        QByteArray attributes;
        QVector<QByteArray> elements;
    };
    std::array<QVector<Piece>, pieceLayers> m_layers; // at the places that are their numbers
    QHash<QByteArray, int> m_numbers;                 // of pieces, by layer, attributes and elements
    QSizeF m_size;
    double m_stack = 0; // its width
};

// What comes and what goes from one step's pieces to the next one's, in words, for each layer between slashes. What happens at each turn of a loop is told in
// the same words, as it is said from the newest piece so far (the greatest number).
//
//   =7      the next new piece is 7
//   +3      three new pieces come, which are the newest then
//   4       the piece 4 before the newest comes, which was there before
//   ~9-6    the pieces 9 to 6 before the newest go (`~9`: that one)
class PieceChanges {
public:
    QByteArray to(const ShownPieces& shown);

private:
    struct Layer {
        QByteArray to(const QVector<int>& pieces);
        QVector<int> before;
        int newest = -1;
    };
    std::array<Layer, pieceLayers> m_layers;
};

}
