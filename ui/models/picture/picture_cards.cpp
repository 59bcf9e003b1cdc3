// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>
#include <numeric>

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture_parts.h"

// The stack: the names of modules and class bodies, and a card for each call.

namespace memtape {

namespace {

constexpr int foldFrom = 12; // deeper stacks fold their middle
constexpr int foldKeepOld = 3, foldKeepNew = 5, leastFolded = 2;

// Heights in rows, with the gaps around.
constexpr double namesFrame = 3.7, cardFrame = 2.2, foldLines = 1.7, badgeLines = 1.5;
constexpr double leastForFrames = 0.6; // of the view: higher names scroll away

class Cards {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    explicit Cards(PictureMaking& making) : m_making(making) {}

    void build() {
        const MemoryState& state = m_making.state();
        std::vector<FrameView> frames;
        for (size_t i = 0; i < state.frameCount(); ++i) frames.push_back(state.frame(i));
        const std::vector<ThreadView> others = state.otherThreads();
        m_making.picture.callLimit = state.callLimit();
        addGlobals(frames, others);
        m_making.picture.calls = addThread(frames, state.thread(), false, !others.empty());
        if (m_making.picture.calls) addGone();
        for (const ThreadView& other : others) addThread(other.frames, other.number, true, true);
    }

private:
    ObjectId globals() const { return m_making.references.globals(); }

    // The names of the main program lie below all its calls, whichever thread runs.
    void addGlobals(const std::vector<FrameView>& frames, const std::vector<ThreadView>& others) {
        auto find = [&](const std::vector<FrameView>& among) {
            for (const FrameView& frame : among)
                if (frame.ofProgram && frame.locals && m_making.reading.isModule(m_making.state().code(frame.code))) return frame.locals;
            return ObjectId();
        };
        ObjectId names = m_making.state().thread() == 0 ? find(frames) : ObjectId();
        for (size_t i = 0; i < others.size() && !names; ++i) names = find(others[i].frames);
        if (!names) names = find(frames);
        if (!names) return;
        CardPicture card;
        card.kind = CardPicture::Kind::GlobalNames;
        card.names = names;
        card.title = tr("Global names (a dict)");
        m_making.references.setGlobals(names);
        addNameRows(card, names);
        m_making.picture.cards.append(card);
    }

    // Its frames; how many of them are the program's.
    uint32_t addThread(const std::vector<FrameView>& frames, uint32_t number, bool isWaiting, bool hasHeading) {
        QVector<size_t> shown;
        for (size_t i = 0; i < frames.size(); ++i)
            if (frames[i].ofProgram) shown.append(i);
        if (shown.isEmpty()) return 0;
        if (hasHeading) addHeading(frames, number, isWaiting);
        const QVector<size_t> folded = m_making.options.unfoldRecursion ? QVector<size_t>() : foldedOf(frames, shown, isWaiting);
        for (size_t index : shown) {
            if (!folded.isEmpty() && index >= folded.first() && index <= folded.last()) {
                if (index == folded.first()) addFold(frames, folded);
                continue;
            }
            addFrame(frames[index], index, !isWaiting && index == shown.last(), isWaiting);
        }
        return uint32_t(shown.size());
    }

    // The middle of a deep stack; and of one that is too high for the view while there are objects to be seen beside the running frame, as much as
    // leaves room for the others.
    QVector<size_t> foldedOf(const std::vector<FrameView>& frames, const QVector<size_t>& shown, bool isWaiting) {
        auto between = [&](qsizetype old, qsizetype recent) { return shown.mid(old, shown.size() - old - recent); };
        const QVector<size_t> folded = shown.size() > foldFrom ? between(foldKeepOld, foldKeepNew) : QVector<size_t>();
        if (m_making.options.stackLines <= 0 || isWaiting || shown.size() < leastFolded + 2 || !leadsToBoxes(frames[shown.last()])) return folded;
        double names = 0;
        for (const CardPicture& card : m_making.picture.cards) names += namesFrame + double(card.rows.size());
        const double room = std::max(m_making.options.stackLines - names, leastForFrames * m_making.options.stackLines) - badgeLines;
        QVector<double> lines;
        for (size_t index : shown) lines.append(linesOf(frames[index]));
        auto needed = [&](qsizetype old, qsizetype recent) {
            return foldLines + std::accumulate(lines.begin(), lines.begin() + old, 0.0) + std::accumulate(lines.end() - recent, lines.end(), 0.0);
        };
        const bool fits = folded.isEmpty() ? std::accumulate(lines.begin(), lines.end(), 0.0) <= room : needed(foldKeepOld, foldKeepNew) <= room;
        if (fits) return folded;
        for (qsizetype recent = foldKeepNew; recent > 0; --recent)
            for (qsizetype old = foldKeepOld; old > 0; --old)
                if (shown.size() - old - recent >= leastFolded && (needed(old, recent) <= room || old + recent == 2)) return between(old, recent);
        return folded;
    }

    // With all of its names, so that a call folds no more of the stack as it goes on.
    double linesOf(const FrameView& frame) const {
        auto names = std::count_if(frame.slots.begin(), frame.slots.end(), [this](const SlotView& slot) { return m_making.reading.isName(slot); });
        return cardFrame + double(names) + 1; // what it holds, or hands back
    }

    bool leadsToBoxes(const FrameView& running) const {
        auto isBox = [this](ObjectId id) { return id && !m_making.references.isChip(id); };
        for (const CardPicture& card : m_making.picture.cards)
            if (std::any_of(card.rows.begin(), card.rows.end(), [](const RowPicture& row) { return row.ref.leadsAway(); })) return true;
        return std::any_of(running.slots.begin(), running.slots.end(), [&](const SlotView& slot) { return isBox(slot.value); });
    }

    void addHeading(const std::vector<FrameView>& frames, uint32_t number, bool isWaiting) {
        QString name = QString::fromStdString(m_making.reading.threadName(frames));
        if (name.isEmpty()) name = number ? tr("thread %1").arg(number) : tr("main thread");
        CardPicture card;
        card.kind = CardPicture::Kind::Thread;
        card.isWaiting = isWaiting;
        card.title = isWaiting ? tr("%1: waits its turn").arg(name) : tr("%1: runs now").arg(name);
        m_making.picture.cards.append(card);
    }

    void addNameRows(CardPicture& card, ObjectId table) {
        for (const NameEntry& entry : m_making.reading.names(table)) {
            RowPicture row;
            row.label = toQString(entry.name);
            row.ref = m_making.references.reference(entry.value);
            row.cell = CellKind::Value;
            row.index = entry.index;
            if (m_making.changes.isCellChanged(table, CellKind::Value, entry.index)) row.mark = Mark::Changed;
            card.rows.append(row);
        }
    }

    void addSlotRows(CardPicture& card, const FrameView& frame) {
        for (const SlotView& slot : frame.slots) {
            bool changed = !card.isWaiting && m_making.changes.isSlotChanged(card.frame, slot.index);
            bool isBound = slot.value || slot.pointer || changed;
            if (!isBound || !m_making.reading.isName(slot)) continue;
            RowPicture row;
            row.label = toQString(slot.name);
            if (slot.pointer) m_making.references.point(row, *slot.pointer);
            else row.ref = m_making.references.reference(slot.value);
            row.index = slot.index;
            row.mark = changed ? Mark::Changed : Mark::None;
            card.rows.append(row);
        }
    }

    void addHeldRows(CardPicture& card, const FrameView& frame) {
        for (size_t depth = 0; depth < frame.held.size(); ++depth) {
            ObjectId held = frame.held[depth];
            if (!held || m_making.reading.kind(held) == ObjectKind::Nothing) continue; // nothing: the mark that no exception is being handled
            bool isReturned = card.running && m_making.picture.info.kind == StepKind::Return && held == m_making.picture.info.returned &&
                              depth + 1 == frame.held.size();
            if (isReturned) continue; // it has a row of its own
            RowPicture row;
            row.kind = RowKind::Held;
            row.label = heldLabel(m_making.reading, held);
            row.ref = m_making.references.reference(held);
            row.index = uint32_t(depth);
            card.rows.append(row);
        }
    }

    void addEndRow(CardPicture& card) {
        const StepInfo& info = m_making.picture.info;
        if (!card.running) return;
        RowPicture row;
        if (info.kind == StepKind::Return && info.returned && !m_making.passing) {
            row.kind = RowKind::Return;
            row.label = QStringLiteral("return");
            row.ref = m_making.references.reference(info.returned);
        } else if (m_making.passing && m_making.state().isAlive(m_making.passing->error)) {
            row.kind = RowKind::Raised;
            row.label = m_making.passing->leavesNow ? tr("leaves by") : tr("exception");
            row.ref = m_making.references.reference(m_making.passing->error);
        } else {
            return;
        }
        card.rows.append(row);
    }

    void addFrame(const FrameView& frame, size_t index, bool running, bool isWaiting) {
        const CodeInfo& code = m_making.state().code(frame.code);
        CardPicture card;
        card.frame = uint32_t(index);
        card.line = frame.line;
        card.running = running;
        card.isWaiting = isWaiting;
        if (m_making.options.detail == Detail::Bytes) card.bytes = QString::number(code.frameBytes);
        bool isModule = m_making.reading.isModule(code);
        if (frame.locals && isModule) {
            if (frame.locals != globals()) {
                CardPicture names;
                names.kind = CardPicture::Kind::ClassNames;
                names.frame = uint32_t(index);
                names.names = frame.locals;
                names.isWaiting = isWaiting;
                names.title = tr("Global names of an imported module (a dict)");
                addNameRows(names, frame.locals);
                m_making.picture.cards.append(names);
            }
            card.kind = CardPicture::Kind::Module;
            card.title = tr("module");
        } else if (frame.locals && frame.locals != globals()) {
            card.kind = CardPicture::Kind::ClassNames;
            card.names = frame.locals;
            card.title = tr("Names of class %1 (a dict)").arg(QString::fromStdString(code.name));
            addNameRows(card, frame.locals);
        } else {
            card.title = toQString(m_making.reading.callTitle(code));
            card.titleIsCode = true;
        }
        addSlotRows(card, frame);
        addHeldRows(card, frame);
        addEndRow(card);
        m_making.picture.cards.append(card);
    }

    void addFold(const std::vector<FrameView>& frames, const QVector<size_t>& folded) {
        CardPicture card;
        card.kind = CardPicture::Kind::Fold;
        card.frame = uint32_t(folded.first());
        card.folded = uint32_t(folded.size());
        std::string name = m_making.state().code(frames[folded.first()].code).name;
        bool same = true;
        for (size_t index : folded) same = same && m_making.state().code(frames[index].code).name == name;
        card.title = same ? tr("… %1 frames of %2 …").arg(folded.size()).arg(QString::fromStdString(name)) : tr("… %1 frames …").arg(folded.size());
        m_making.picture.cards.append(card);
    }

    // The frame that has just gone leaves an outline for one step; those that an error has left, as long as it is on its way.
    void addGone() {
        const auto& passing = m_making.passing;
        if (passing && passing->leftInAll) {
            QString error = ObjectText::typeName(m_making.reading, passing->error);
            for (const LeftFrame& left : passing->left) addOutline(left.code, left.line, tr("left by %1").arg(error), true);
            if (uint64_t more = passing->leftInAll - uint64_t(passing->left.size()); more && !passing->left.isEmpty()) addMoreLeft(more);
            return;
        }
        if (m_making.picture.step <= m_making.run.firstStep()) return;
        auto before = m_making.run.summary(m_making.picture.step - 1, m_making.picture.step);
        if (before.empty() || before[0].depth <= m_making.picture.info.depth) return;
        auto ended = passingError(m_making.run, m_making.picture.step - 1, 0); // and something below the frame has caught it
        if (ended && ended->leavesNow) addOutline(before[0].code, before[0].line, tr("left by an exception"), true);
        else addOutline(before[0].code, 0, tr("returned; its names are gone"), false);
    }

    void addOutline(uint32_t code, uint32_t line, const QString& words, bool leftByError) {
        CardPicture card;
        card.kind = CardPicture::Kind::Gone;
        card.frame = uint32_t(m_making.state().frameCount());
        card.title = toQString(m_making.reading.callTitle(m_making.state().code(code)));
        card.titleIsCode = true;
        card.line = line;
        card.leftByError = leftByError;
        RowPicture row;
        row.kind = leftByError ? RowKind::Raised : RowKind::Note;
        row.label = words;
        card.rows.append(row);
        m_making.picture.cards.append(card);
    }

    void addMoreLeft(uint64_t frames) {
        CardPicture card;
        card.kind = CardPicture::Kind::Gone;
        card.frame = uint32_t(m_making.state().frameCount());
        card.title = frames == 1 ? tr("… and 1 more frame …") : tr("… and %1 more frames …").arg(frames);
        card.leftByError = true;
        m_making.picture.cards.append(card);
    }

    PictureMaking& m_making;
};

}

void addCards(PictureMaking& making) { Cards(making).build(); }

QString heldLabel(const Reading& reading, ObjectId held) {
    if (reading.kind(held) == ObjectKind::Iterator) return QCoreApplication::translate("memtape::Picture", "for … in");
    return QCoreApplication::translate("memtape::Picture", "held by this line");
}

}
