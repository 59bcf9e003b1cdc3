// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture_parts.h"

// The stack: the names of modules and class bodies, and a card for each call.

namespace memtape {

namespace {

constexpr int foldFrom = 12; // deeper stacks fold their middle
constexpr int foldKeepOld = 3, foldKeepNew = 5;

class Cards {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    explicit Cards(PictureMaking& making) : m_making(making) {}

    void build() {
        size_t count = m_making.state().frameCount();
        if (count == 0) return;
        size_t running = count;
        QVector<size_t> shown;
        for (size_t i = 0; i < count; ++i) {
            if (!m_making.state().frame(i).ofProgram) continue;
            shown.append(i);
            running = i;
        }
        m_making.picture.calls = uint32_t(shown.size());
        m_making.picture.callLimit = m_making.state().callLimit();
        if (shown.isEmpty()) return;
        QVector<size_t> folded;
        if (!m_making.options.unfoldRecursion && shown.size() > foldFrom) folded = shown.mid(foldKeepOld, shown.size() - foldKeepOld - foldKeepNew);

        for (size_t index : shown) {
            if (!folded.isEmpty() && index >= folded.first() && index <= folded.last()) {
                if (index == folded.first()) addFold(folded);
                continue;
            }
            addFrame(index, index == running);
        }
        addGone();
    }

private:
    ObjectId globals() const { return m_making.references.globals(); }

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
            bool changed = m_making.changes.isSlotChanged(card.frame, slot.index);
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
        if (info.kind == StepKind::Return && info.returned) {
            row.kind = RowKind::Return;
            row.label = QStringLiteral("return");
            row.ref = m_making.references.reference(info.returned);
        } else if (info.kind == StepKind::Exception && info.raised) {
            row.kind = RowKind::Raised;
            row.label = tr("exception");
            row.ref = m_making.references.reference(info.raised);
        } else {
            return;
        }
        card.rows.append(row);
    }

    void addFrame(size_t index, bool running) {
        FrameView frame = m_making.state().frame(index);
        const CodeInfo& code = m_making.state().code(frame.code);
        CardPicture card;
        card.frame = uint32_t(index);
        card.line = frame.line;
        card.running = running;
        if (m_making.options.detail == Detail::Bytes) card.bytes = QString::number(code.frameBytes);
        bool isModule = m_making.reading.isModule(code);
        if (frame.locals && isModule) {
            if (!globals() || frame.locals != globals()) {
                CardPicture names;
                names.kind = globals() ? CardPicture::Kind::ClassNames : CardPicture::Kind::GlobalNames;
                names.frame = uint32_t(index);
                names.names = frame.locals;
                names.title = globals() ? tr("Global names of an imported module (a dict)") : tr("Global names (a dict)");
                if (!globals()) m_making.references.setGlobals(frame.locals);
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

    void addFold(const QVector<size_t>& folded) {
        CardPicture card;
        card.kind = CardPicture::Kind::Fold;
        card.frame = uint32_t(folded.first());
        card.folded = uint32_t(folded.size());
        std::string name = m_making.state().code(m_making.state().frame(folded.first()).code).name;
        bool same = true;
        for (size_t index : folded) same = same && m_making.state().code(m_making.state().frame(index).code).name == name;
        card.title = same ? tr("… %1 frames of %2 …").arg(folded.size()).arg(QString::fromStdString(name)) : tr("… %1 frames …").arg(folded.size());
        m_making.picture.cards.append(card);
    }

    // The frame that has just gone leaves an outline for one step.
    void addGone() {
        if (m_making.picture.step == 0) return;
        auto before = m_making.run.summary(m_making.picture.step - 1, m_making.picture.step);
        if (before.empty() || before[0].depth <= m_making.picture.info.depth) return;
        CardPicture card;
        card.kind = CardPicture::Kind::Gone;
        card.frame = uint32_t(m_making.state().frameCount());
        card.title = toQString(m_making.reading.callTitle(m_making.state().code(before[0].code)));
        card.titleIsCode = true;
        RowPicture row;
        row.kind = RowKind::Note;
        row.label = before[0].kind == StepKind::Exception ? tr("left by an exception") : tr("returned; its names are gone");
        card.rows.append(row);
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
