// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a box holds its cells. A box has one form for life, chosen from all that it will ever hold, so that nothing jumps while a run is
// played.

#include <QVector>

namespace memtape {

enum class Form : uint8_t {
    Card,   // a cell on each line: an instance, and whatever has no form of its own
    Column, // the same, of a container; a cell is as high as what it leads to, where that stands beside it
    Row,    // cells side by side, with index or key above each: a container whose cells are all drawn in place
    Node,   // the same, of an instance in a chain, in a tree or in a column of records
    Text,   // the value alone
    Group,  // many like objects, with a tile for each
};

struct BoxForm {
    Form form = Form::Card;
    double width = 0;            // of the box; 0: as wide as its cells need
    double lineWidth = 0;        // Row: cells go on in a further line where they would end beyond
    QVector<double> cellWidths;  // Row, Node: by place; further cells are as wide as the last one
    QVector<double> cellHeights; // Column: by place; further cells are plain rows
    QVector<double> dots;        // Column: how far below its cell's top an arrow leaves
    bool isChosen = false;       // by the user: an arrangement does not change it
    bool keepsNotes = true;      // below it is room for a note

    bool isAcross() const { return form == Form::Row || form == Form::Node; }
};

}
