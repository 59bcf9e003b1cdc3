// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/inside_lines.h"

#include <algorithm>

#include "core/replay/moments/moments.h"
#include "core/replay/moments/short_text.h"
#include "core/replay/reading.h"
#include "core/tape/tape.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/settings.h"

namespace memtape {

namespace {

constexpr uint64_t neighbours = 12;  // steps before and behind that are looked into at once
constexpr uint64_t near = 40;        // so far around a step everything is to be known soon
constexpr uint64_t stretch = 120;    // steps that are looked into ahead of who goes there
constexpr size_t mostKnown = 16;     // stretches that are kept
constexpr int lookAgain = 150;       // ms, at how far the run has come
constexpr size_t mostParts = 20'000; // whose values are put into words
constexpr size_t deepestStack = 12;  // entries that are

InsideValue valueAt(Moments& moments, Granule granule, const PartMoment& moment) {
    InsideValue value;
    if (!granule || !moments.goTo(moment.step, moment.event)) return value;
    const ObjectId id = moments.state().objectAt(granule);
    if (!id) return value;
    value.object = id;
    const Reading& reading = moments.reading();
    value.text = QString::fromStdString(shortText(reading, id));
    const ObjectKind kind = reading.kind(id);
    value.isDefinition = isDefinition(kind) || kind == ObjectKind::NativeRoutine || kind == ObjectKind::Method || kind == ObjectKind::Module;
    return value;
}

std::vector<InsideValue> valuesAt(Moments& moments, const std::vector<Granule>& stack, const PartMoment& moment) {
    std::vector<InsideValue> values;
    for (size_t i = stack.size() > deepestStack ? stack.size() - deepestStack : 0; i < stack.size(); ++i)
        values.push_back(valueAt(moments, stack[i], moment));
    return values;
}

// On the thread that hears the worker. The tape is played once.
void putIntoWords(const std::shared_ptr<const Tape>& tape, InsideLooked& looked) {
    std::vector<LinePart>& parts = looked.found.parts;
    if (parts.size() > mostParts) {
        parts.resize(mostParts);
        looked.found.isCut = true;
    }
    looked.texts.resize(parts.size());
    Moments moments(tape);
    struct Look {
        PartMoment moment;
        size_t part;
        bool isEnd;
    };
    std::vector<Look> looks;
    for (size_t i = 0; i < parts.size(); ++i) {
        looks.push_back({parts[i].begins, i, false});
        if (parts[i].number) looks.push_back({parts[i].ends, i, true});
    }
    std::stable_sort(looks.begin(), looks.end(), [](const Look& a, const Look& b) { return a.moment < b.moment; });
    for (const Look& look : looks) {
        const LinePart& part = parts[look.part];
        InsideLooked::Texts& texts = looked.texts[look.part];
        (look.isEnd ? texts.after : texts.before) = valuesAt(moments, look.isEnd ? part.stackAfter : part.stackBefore, look.moment);
        if (look.isEnd || !part.number) texts.value = valueAt(moments, part.value, look.moment);
    }
}

}

InsideLines::InsideLines(Document& document, Cursor& cursor, const Settings& settings, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_cursor(cursor),
      m_settings(settings) {
    connect(&cursor, &Cursor::stepChanged, this, [this](quint64 step) {
        if (!m_fromBehind) m_number = 0;
        m_goesBack = step < m_stepBefore;
        m_stepBefore = step;
        look();
    });
    m_progress.setInterval(lookAgain);
    connect(&m_progress, &QTimer::timeout, this, &InsideLines::changed);
    const auto forget = [this] {
        ++m_generation;
        m_looked.reset();
        m_known.clear();
        m_asked.clear();
        m_line.reset();
        m_number = 0;
        look();
    };
    connect(&document, &Document::runReplaced, this, forget);
    connect(&document, &Document::recordingFinished, this, forget);
}

InsideLines::~InsideLines() = default;

void InsideLines::setOpen(bool open) {
    if (m_isOpen == open) return;
    m_isOpen = open;
    m_number = 0;
    look();
}

InsideLines::State InsideLines::state() const {
    if (!m_isOpen || !m_document.run() || m_document.isRecording() || !m_cursor.stepCount()) return State::Closed;
    if (!m_looked || !m_looked->steps.count(m_cursor.step())) return State::Working;
    return m_looked->found.problem.empty() ? State::Ready : State::Refused;
}

uint64_t InsideLines::stepsDone() const { return m_rerun.stepsSoFar(); }

uint64_t InsideLines::step() const { return m_cursor.step(); }

std::shared_ptr<InsideLooked> InsideLines::regionOf(uint64_t step) const {
    for (const auto& region : m_known)
        if (region->steps.count(step)) return region;
    return nullptr;
}

std::vector<uint64_t> InsideLines::stepsOfLines(uint64_t from, uint64_t to, std::set<uint64_t>& known) const {
    Run& run = *m_document.run();
    const uint64_t count = run.stepCount();
    const auto summaries = [&run](uint64_t begin, uint64_t end) { return run.summary(begin, end); };
    std::set<uint64_t> steps;
    for (uint64_t step = from; step < count && step <= to; ++step) {
        for (uint64_t s : stepsOfLine(summaries, count, step)) steps.insert(s);
        known.insert(step);
    }
    return {steps.begin(), steps.end()};
}

void InsideLines::look() {
    m_line.reset();
    const uint64_t step = m_cursor.step();
    m_looked = regionOf(step);
    const State now = state();
    if (now == State::Ready) stand();
    if (now == State::Working && !m_asked.count(step)) ask(step > neighbours ? step - neighbours : 0, step + neighbours);
    if (now == State::Ready) lookAhead();
    if (now == State::Working) m_progress.start();
    else m_progress.stop();
    Q_EMIT changed();
}

// The side to which one goes comes first. It waits until the worker has nothing to do that somebody waits for.
void InsideLines::lookAhead() {
    if (!m_asked.empty()) return;
    const uint64_t step = m_cursor.step(), count = m_document.run()->stepCount();
    const auto forwards = [&] {
        for (uint64_t s = step + 1; s < count && s <= step + near; ++s)
            if (!regionOf(s)) return ask(s, s + stretch), true;
        return false;
    };
    const auto backwards = [&] {
        for (uint64_t s = step; s-- > 0 && s + near >= step;)
            if (!regionOf(s)) return ask(s > stretch ? s - stretch : 0, s), true;
        return false;
    };
    const bool isAsked = m_goesBack ? backwards() : forwards();
    if (isAsked) return;
    if (m_goesBack) forwards();
    else backwards();
}

void InsideLines::ask(uint64_t from, uint64_t to) {
    std::shared_ptr<const Tape> tape = m_document.run()->tape();
    if (!tape) return;
    auto looked = std::make_shared<InsideLooked>();
    const std::vector<uint64_t> steps = stepsOfLines(from, to, looked->steps);
    if (steps.empty()) return;
    m_asked = looked->steps;
    m_wanted = steps.back();
    RunOptions given;
    for (const QString& folder : m_settings.packageFolders()) given.libraryPaths.push_back(folder.toStdString());
    const int generation = ++m_generation;
    m_rerun.start(tape, given, steps, [this, generation, tape, looked](const LineParts& found) {
        looked->found = found;
        putIntoWords(tape, *looked);
        QMetaObject::invokeMethod(
            this, [this, generation, looked] { adopt(generation, looked); }, Qt::QueuedConnection);
    });
}

void InsideLines::adopt(int generation, const std::shared_ptr<InsideLooked>& looked) {
    if (generation != m_generation) return;
    m_asked.clear();
    m_known.push_front(looked);
    if (m_known.size() > mostKnown) m_known.pop_back();
    if (!m_looked) return look(); // somebody waited for it
    if (state() == State::Ready) lookAhead();
}

void InsideLines::stand() {
    if (m_fromBehind) {
        const auto& parts = m_looked->found.parts;
        m_number = static_cast<uint32_t>(
            std::count_if(parts.begin(), parts.end(), [this](const LinePart& part) { return part.ends.step == m_cursor.step(); }));
        m_fromBehind = false;
    }
    m_line = insideLineAt(m_looked->found.parts, m_cursor.step(), m_number);
}

const InsideLooked::Texts& InsideLines::textsOf(const LinePart& part) const {
    return m_looked->texts[static_cast<size_t>(&part - m_looked->found.parts.data())];
}

std::vector<InsideValue> InsideLines::stack() const {
    if (!m_line) return {};
    const LinePart *next = m_line->atWork, *last = m_line->justDone;
    if (next && next->begins.step == m_line->now.step) return textsOf(*next).before;
    if (last) return textsOf(*last).after;
    if (!next) return {};
    std::vector<InsideValue> stack =
        next->number ? textsOf(*next).after : textsOf(*next).before; // of a call that has been left: what lay below its result
    if (next->number && next->value && !stack.empty()) stack.pop_back();
    return stack;
}

void InsideLines::forward() {
    if (state() == State::Ready && m_line && m_number < m_line->ofStep) {
        ++m_number;
        stand();
        Q_EMIT changed();
    } else if (!m_cursor.atEnd()) {
        m_cursor.moveTo(m_cursor.step() + 1);
    }
}

void InsideLines::back() {
    if (m_number > 0) {
        --m_number;
        stand();
        Q_EMIT changed();
    } else if (!m_cursor.atStart()) {
        m_fromBehind = true;
        m_cursor.moveTo(m_cursor.step() - 1);
    }
}

}
