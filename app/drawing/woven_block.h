// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A block of a text that is woven: what it asks for, as a call of export, and what was drawn of it in a process of its own.

#include <QByteArray>
#include <QString>
#include <QVector>
#include <optional>
#include <string>

#include "app/command_line.h"
#include "ui/export/weave/weave_block.h"

namespace memtape {

struct WeaveCall {
    CommandLine line;
    QString fileName;    // of its picture, in the folder
    QByteArray asked;    // a digest of all that it follows from
    std::string problem; // one sentence; empty: it can be drawn
};

// `number`: from 1, the name of a block that has none. `forAll`: the call of weave, whose options count where the block says nothing else.
WeaveCall weaveCallOf(const WeaveBlock& block, size_t number, const CommandLine& forAll);

struct BlockDrawn {
    QVector<QByteArray> pictures;
    QVector<QString> alts; // of each
    QVector<QString> read; // paths of the files of the program that it has imported, and of its input
};

// In a process of its own: the exit status; `answer` gets what was drawn.
int drawBlock(const WeaveCall& call, int answer);
// What such a process has written; null where that makes no sense.
std::optional<BlockDrawn> drawnOf(const std::string& answer);

}
