// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lesson on paper: its program, each stop with its picture and what is said there; then the questions on a page of their own, pictures to draw arrows in, and
// the solutions on the last pages.

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <cstdint>

#include "ui/export/snapshot.h"

namespace memtape {

enum class Paper : uint8_t { A4, Letter };

class Handout {
    Q_DECLARE_TR_FUNCTIONS(memtape::Handout)

public:
    // A PDF, in the language of now where the lesson has it, else in English. Empty: `error` says why in one sentence. Of the options, theme, width,
    // part, legend and code are the handout's own.
    static QByteArray pdf(Run& run, const ExportOptions& options, Paper paper, QString* error);
};

}
