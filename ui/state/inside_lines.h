// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the user stands inside a line: sub-steps between two steps, counted as 39.3. What the recording does not hold is found by running the program again
// in a process of its own, for the step and its neighbours at once; nothing waits for it. When the step is known, what lies before and behind its
// neighbours is found ahead of who goes there.

#include <QObject>
#include <QTimer>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/session/inside_line.h"
#include "core/worker/worker_rerun.h"

namespace memtape {

class Cursor;
class Document;
class Settings;

// An object of a part, as it was then.
struct InsideValue {
    QString text;
    ObjectId object;           // none: there was none, or it is not known
    bool isDefinition = false; // a function, a class …: its name says enough
};

struct InsideLooked {
    std::set<uint64_t> steps; // of which all is known
    LineParts found;
    // By part: its value, and what lies on the stack before and after it.
    struct Texts {
        InsideValue value;
        std::vector<InsideValue> before, after;
    };
    std::vector<Texts> texts;
};

class InsideLines : public QObject {
    Q_OBJECT
public:
    enum class State { Closed, Working, Ready, Refused };

    InsideLines(Document& document, Cursor& cursor, const Settings& settings, QObject* parent = nullptr);
    ~InsideLines() override;

    // While it is closed it costs nothing.
    void setOpen(bool open);
    bool isOpen() const { return m_isOpen; }
    State state() const;
    const LineParts& refusal() const { return m_looked->found; } // Refused
    uint64_t stepsDone() const;                                  // Working: of the run up to stepsWanted()
    uint64_t stepsWanted() const { return m_wanted; }
    uint64_t step() const;

    // Ready: the line at the sub-step; none: the step has no parts.
    const std::optional<InsideLine>& line() const { return m_line; }
    const InsideLooked::Texts& textsOf(const LinePart& part) const;
    // The evaluation stack, the top last.
    std::vector<InsideValue> stack() const;

    void forward(); // by a part, or to the next step
    void back();

Q_SIGNALS:
    void changed();

private:
    void look();
    void lookAhead();
    void ask(uint64_t from, uint64_t to); // for the steps from…to
    void adopt(int generation, const std::shared_ptr<InsideLooked>& looked);
    void stand();
    std::shared_ptr<InsideLooked> regionOf(uint64_t step) const; // null: not known
    std::vector<uint64_t> stepsOfLines(uint64_t from, uint64_t to, std::set<uint64_t>& known) const;

    Document& m_document;
    Cursor& m_cursor;
    const Settings& m_settings;
    bool m_isOpen = false, m_fromBehind = false;
    uint32_t m_number = 0;
    int m_generation = 0;
    std::shared_ptr<InsideLooked> m_looked;            // of the step; null: nothing yet
    std::deque<std::shared_ptr<InsideLooked>> m_known; // what was found last comes first
    std::set<uint64_t> m_asked;                        // of which it will be known what the worker finds
    uint64_t m_wanted = 0, m_stepBefore = 0;
    bool m_goesBack = false;
    QTimer m_progress; // while somebody waits
    std::optional<InsideLine> m_line;
    WorkerRerun m_rerun; // last: its callback uses what is above
};

}
