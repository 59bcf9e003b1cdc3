// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the user stands when a run comes up: at its first line, or at the step that was asked for, as soon as the run has it. A program
// that is recorded again is shown where the user stood, and one that waits for an answer where it asks.

#include <QObject>
#include <optional>

namespace memtape {

class Cursor;
class Document;

class RunArrival : public QObject {
public:
    // To be made before the views, which ask the cursor when a run is replaced.
    RunArrival(Document& document, Cursor& cursor);
    void startAtFirstLine() { m_wanted.reset(); }
    void startAt(quint64 step) { m_wanted = step; } // of the run that is on its way

private:
    quint64 firstLine() const;

    Document& m_document;
    Cursor& m_cursor;
    std::optional<quint64> m_wanted; // none: the first line
};

}
