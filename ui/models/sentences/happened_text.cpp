// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/happened_text.h"

#include "core/replay/name_walk.h"
#include "ui/models/picture/just_run.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"
#include "ui/models/picture/pointer_text.h"
#include "ui/models/sentences/holder_facts.h"
#include "ui/models/sentences/inspector_words.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr int mostSentences = 3;

QString sourceLine(const QStringList& lines, uint32_t line) {
    return line >= 1 && qsizetype(line) <= lines.size() ? lines[line - 1].trimmed() : QString();
}

}

// Collects what the changes of one step say, most telling first.
class StepSentences {
    Q_DECLARE_TR_FUNCTIONS(memtape::HappenedText)

public:
    StepSentences(Run& run, const Reading& reading, uint64_t step) : m_reading(reading), m_state(reading.state()) {
        for (const Change& change : run.changesBefore(step)) {
            countLibraryFrames(change);
            if (isOfLibrary(change)) continue;
            if (m_libraryFrames > 0 && isOfCells(change.kind)) m_touched.insert(change.object);
            else add(change);
        }
        tellTouched();
        tellDangling();
    }

    QString text() const {
        QStringList all = m_frames + m_bindings + m_made + m_released + m_output;
        if (all.isEmpty()) return tr("Nothing changed in memory.");
        int left = int(all.size()) - mostSentences;
        QStringList shown = all.mid(0, mostSentences);
        if (left > 0) shown.append(left == 1 ? tr("And one more change.") : tr("And %1 more changes.").arg(left));
        else if (!m_counted.isEmpty()) shown.append(m_counted);
        if (m_sharedExisting && left <= 0) shown.append(tr("Nothing was copied."));
        return shown.join(QLatin1Char(' '));
    }

private:
    QString target(ObjectId id) const { return ObjectText::phrase(m_reading, id); }

    void bind(const QString& sentence, const Change& change) {
        m_bindings.append(sentence);
        if (!change.value || !m_state.isAlive(change.value) || m_reading.isDrawnInPlace(change.value)) return;
        bool isNew = m_new.contains(change.value);
        if (!isNew) m_sharedExisting = true;
        QString sum = InspectorWords::sum(referenceSum(m_reading, change.value));
        m_counted = tr("%1: %2.").arg(ObjectText::brief(m_reading, change.value), sum);
    }

    // What frames of the library did meanwhile is no part of the program's picture.
    bool isOfLibrary(const Change& change) const {
        switch (change.kind) {
        case EventKind::FramePush:
        case EventKind::FramePop:
        case EventKind::FrameSuspend:
        case EventKind::FrameResume: return !m_state.code(change.type).ofProgram;
        case EventKind::PointerSet:
        case EventKind::PointerCopy:
            if (change.object) return false;
            [[fallthrough]];
        case EventKind::SlotSet:
        case EventKind::SlotClear: return change.frame >= m_state.frameCount() || !m_state.frame(change.frame).ofProgram;
        default: return false;
        }
    }

    void countLibraryFrames(const Change& change) {
        bool begins = change.kind == EventKind::FramePush || change.kind == EventKind::FrameResume;
        bool ends = change.kind == EventKind::FramePop || change.kind == EventKind::FrameSuspend;
        if ((begins || ends) && !m_state.code(change.type).ofProgram) m_libraryFrames += begins ? 1 : -1;
    }

    static bool isOfCells(EventKind kind) {
        return kind == EventKind::CellSet || kind == EventKind::CellInsert || kind == EventKind::CellClear || kind == EventKind::CellErase ||
               kind == EventKind::CellFill || kind == EventKind::CellTruncate || kind == EventKind::CellMove;
    }

    void tellMade(ObjectId id) {
        if (m_state.isAlive(id) && !m_reading.isDrawnInPlace(id)) m_made.append(tr("A new %1 was made.").arg(ObjectText::typeName(m_reading, id)));
    }

    // What library code made for the program, and changed of the program's own objects, once each: those that its names lead to.
    void tellTouched() {
        for (ObjectId id : std::as_const(m_new)) m_touched.remove(id);
        if (m_touched.isEmpty() && m_madeByLibrary.isEmpty()) return;
        const NameWalk walk(m_reading, workedOnRule);
        for (const NameWalk::Hop& hop : walk.hops())
            if (m_madeByLibrary.contains(hop.id)) tellMade(hop.id);
            else if (m_touched.contains(hop.id)) m_bindings.append(tr("The contents of %1 changed.").arg(target(hop.id)));
    }

    void add(const Change& change) {
        QString name = QString::fromStdString(change.name);
        switch (change.kind) {
        case EventKind::FramePush: m_frames.append(tr("The call got a frame of its own on the stack.")); break;
        case EventKind::FramePop:
            m_popped.insert(change.frame);
            m_frames.append(tr("The call is over: its frame and the names in it are gone."));
            break;
        case EventKind::FrameSuspend: m_frames.append(tr("The generator paused; its frame waits in the heap.")); break;
        case EventKind::FrameResume: m_frames.append(tr("The generator goes on where it paused.")); break;
        case EventKind::SlotSet:
            if (!change.value || !m_reading.isName(SlotView{.name = change.name, .index = change.index, .value = change.value})) break;
            if (change.previous && change.previous != change.value && m_state.isAlive(change.previous))
                bind(tr("Name %1 now refers to %2, no longer to %3.").arg(name, target(change.value), target(change.previous)), change);
            else bind(tr("Name %1 now refers to %2.").arg(name, target(change.value)), change);
            break;
        case EventKind::PointerSet:
        case EventKind::PointerCopy: addPointer(change, name); break;
        case EventKind::SlotClear: m_bindings.append(tr("Name %1 was removed.").arg(name)); break;
        case EventKind::CellSet:
        case EventKind::CellInsert: addCell(change, name); break;
        case EventKind::CellClear:
        case EventKind::CellErase:
            if (!m_state.isAlive(change.object)) break;
            if (change.cell == CellKind::Key) { // comes with the clearing of the value
                if (change.previous && m_state.isAlive(change.previous)) m_clearedKey = toQString(m_state.object(change.previous).payload);
                if (m_reading.isNamespace(change.object) && !m_clearedKey.isEmpty()) m_bindings.append(tr("Name %1 was removed.").arg(m_clearedKey));
                break;
            }
            if (m_reading.isNamespace(change.object) && name.isEmpty()) break;
            if (m_reading.isNamespace(change.object)) m_bindings.append(tr("Name %1 was removed.").arg(name));
            else if (change.cell == CellKind::Attribute) m_bindings.append(tr("Attribute %1 of %2 was removed.").arg(name, target(change.object)));
            else m_bindings.append(tr("Something was taken out of %1.").arg(target(change.object)));
            break;
        case EventKind::CellTruncate:
        case EventKind::CellFill:
            if (m_state.isAlive(change.object) && !m_new.contains(change.object) && !m_reading.isDrawnInPlace(change.object)) {
                if (!m_refilled.contains(change.object)) m_bindings.append(tr("The contents of %1 changed.").arg(target(change.object)));
                m_refilled.insert(change.object);
            }
            break;
        case EventKind::Alloc:
            m_new.append(change.object);
            if (m_libraryFrames > 0) m_madeByLibrary.insert(change.object);
            else tellMade(change.object);
            break;
        case EventKind::Free: {
            const TypeInfo& type = m_state.type(change.type);
            ObjectKind kind = m_reading.kindOf(type);
            bool telling = type.ofProgram || isContainer(kind) || kind == ObjectKind::Activation || kind == ObjectKind::Error;
            bool isGivenBack = change.cause == FreeCause::GivenBack;
            if ((!telling && !isGivenBack) || m_new.contains(change.object)) break;
            QString typeText = QString::fromStdString(type.name);
            if (isGivenBack) {
                m_givenBack.insert(change.object);
                m_released.append(tr("%1: given back by the program.").arg(typeText));
            } else if (change.cause == FreeCause::Cycle) {
                m_released.append(tr("%1: collected by the cycle collector.").arg(typeText));
            } else {
                m_released.append(tr("%1: released, its count reached 0.").arg(typeText));
            }
            break;
        }
        case EventKind::Raise:
            m_frames.append(
                tr("An exception was raised: %1.").arg(m_state.isAlive(change.object) ? ObjectText::typeName(m_reading, change.object) : QString()));
            break;
        case EventKind::Catch: m_frames.append(tr("The exception was caught.")); break;
        case EventKind::CollectBegin: m_released.append(tr("The cycle collector ran.")); break;
        case EventKind::Output: {
            QString printed = name.trimmed();
            if (!printed.isEmpty()) m_output.append(tr("Printed: %1").arg(printed.size() > 60 ? printed.left(59) + QChar(0x2026) : printed));
            break;
        }
        default: break;
        }
    }

    // A pointer that was set in a name or in a block; a weak one is told by the object that it is in.
    void addPointer(const Change& change, const QString& name) {
        if (change.pointer && change.pointer->ref == RefKind::Weak) return;
        if (change.object && (!change.pointer || !m_state.isAlive(change.object))) return;
        QString holder = change.object ? tr("Part %1 of %2").arg(change.index).arg(target(change.object)) : tr("Name %1").arg(name);
        if (!change.pointer) return m_bindings.append(tr("%1 points to nothing now.").arg(holder));
        PointerView pointer = *change.pointer;
        pointer.isDangling |= pointer.object && !m_state.isAlive(pointer.object);
        if (pointer.place == MemoryPlace::Kind::Slot) pointer.isDangling |= pointer.frame >= m_state.frameCount();
        m_bindings.append(tr("%1 points to %2.").arg(holder, PointerText::phrase(m_reading, pointer)));
    }

    // The names whose block or frame is gone since the step before.
    void tellDangling() {
        if (m_givenBack.isEmpty() && m_popped.isEmpty()) return;
        for (size_t i = 0; i < m_state.frameCount(); ++i) {
            FrameView frame = m_state.frame(i);
            if (!frame.ofProgram) continue;
            for (const SlotView& slot : frame.slots) {
                if (!slot.pointer || !slot.pointer->isDangling) continue;
                bool isNew = slot.pointer->place == MemoryPlace::Kind::Slot ? m_popped.contains(slot.pointer->frame)
                                                                            : m_givenBack.contains(slot.pointer->object);
                if (isNew) m_released.append(tr("Name %1 points to %2.").arg(toQString(slot.name), PointerText::phrase(m_reading, *slot.pointer)));
            }
        }
    }

    void addCell(const Change& change, QString name) {
        if (change.cell == CellKind::Key || !change.value || !m_state.isAlive(change.object) || !m_state.isAlive(change.value)) return;
        if (m_reading.isNamespace(change.object)) {
            if (name.isEmpty()) name = ObjectText::entryName(m_reading, change.object, change.index);
            if (!m_reading.isName(name.toStdString())) return;
            if (change.previous && change.previous != change.value && m_state.isAlive(change.previous))
                bind(tr("Name %1 now refers to %2, no longer to %3.").arg(name, target(change.value), target(change.previous)), change);
            else bind(tr("Name %1 now refers to %2.").arg(name, target(change.value)), change);
            return;
        }
        if (m_reading.isDrawnInPlace(change.object) || (m_new.contains(change.object) && change.cell != CellKind::Attribute)) return;
        switch (change.cell) {
        case CellKind::Attribute:
            bind(tr("Attribute %1 of %2 now refers to %3.").arg(name, target(change.object), target(change.value)), change);
            break;
        case CellKind::Item:
            if (m_reading.kind(change.object) == ObjectKind::Set)
                bind(tr("%1 now also holds %2.").arg(target(change.object), target(change.value)), change);
            else if (change.kind == EventKind::CellInsert)
                bind(tr("%1: new item %2, which refers to %3.").arg(target(change.object)).arg(change.index).arg(target(change.value)), change);
            else bind(tr("Item %1 of %2 now refers to %3.").arg(change.index).arg(target(change.object), target(change.value)), change);
            break;
        case CellKind::Value: bind(tr("An entry of %1 now refers to %2.").arg(target(change.object), target(change.value)), change); break;
        case CellKind::Field:
            if (m_reading.kind(change.object) == ObjectKind::SharedVariable)
                bind(tr("The cell that closures share now refers to %1.").arg(target(change.value)), change);
            break;
        case CellKind::Key: break;
        }
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    QVector<ObjectId> m_new;
    QStringList m_frames, m_bindings, m_made, m_released, m_output;
    QString m_counted, m_clearedKey;
    QSet<ObjectId> m_refilled, m_touched, m_madeByLibrary, m_givenBack;
    QSet<uint32_t> m_popped; // indices of frames
    int m_libraryFrames = 0; // begun since the step before, and still there
    bool m_sharedExisting = false;
};

namespace {

// What a line is about to do: said before it runs, so only what is certain.
QString outlookText(Outlook outlook, const QString& function) {
    switch (outlook) {
    case Outlook::Return: return HappenedText::tr("The call of %1 will end and its frame will go; the object it returns stays.").arg(function);
    case Outlook::DefineRoutine: return HappenedText::tr("A function object will be made and named. Its body does not run yet.");
    case Outlook::DefineClass: return HappenedText::tr("The class body will run, then a class object will be made and named.");
    case Outlook::NextItem: return HappenedText::tr("The loop takes its next item, or ends.");
    case Outlook::TestCondition: return HappenedText::tr("A condition will be tested.");
    case Outlook::RemoveReference: return HappenedText::tr("A reference will be removed; its object goes only if nothing else refers to it.");
    case Outlook::LoadModule: return HappenedText::tr("A module will be loaded if it is not yet, and named.");
    case Outlook::Raise: return HappenedText::tr("An exception will be raised.");
    case Outlook::Print: return HappenedText::tr("Something will be printed.");
    case Outlook::EnterContext: return HappenedText::tr("A context will be entered, or left.");
    case Outlook::Yield: return HappenedText::tr("The generator will hand out an object and pause.");
    case Outlook::Nothing: return HappenedText::tr("Nothing will happen.");
    case Outlook::OperateThenBind: return HappenedText::tr("The operation runs first, then the result is bound.");
    case Outlook::Bind: return HappenedText::tr("First the right side is worked out, then the left side refers to the result.");
    case Outlook::Unknown: break;
    }
    return {};
}

// What a type of errors means, for readers whose language is not English.
QString errorMeaning(const Reading& reading, const QString& type) {
    const std::string sentence(reading.meaningOfError(type.toStdString()));
    return sentence.empty() ? QString() : QCoreApplication::translate("memtape::HappenedText", sentence.c_str());
}

}

QString HappenedText::place(const StepInfo& info, uint64_t stepCount) {
    QString at = tr("Step %1 of %2").arg(info.step).arg(stepCount ? stepCount - 1 : 0);
    if (info.line == 0) return tr("%1, before the first line").arg(at);
    switch (info.kind) {
    case StepKind::Call: return tr("%1, a call begins at line %2").arg(at).arg(info.line);
    case StepKind::Line: return tr("%1, before line %2").arg(at).arg(info.line);
    case StepKind::Return: return tr("%1, returning from line %2").arg(at).arg(info.line);
    case StepKind::Exception: return tr("%1, exception in line %2").arg(at).arg(info.line);
    }
    return at;
}

StepText HappenedText::describe(Run& run, uint64_t step, const QStringList& lines) {
    StepText out;
    auto just = justRun(run, step);
    auto held = run.readingAt(step);
    if (!held) return out;
    const Reading& reading = *held;
    const MemoryState& state = reading.state();
    const StepInfo& info = state.step();
    const CodeInfo& code = state.code(info.code);
    QString function = QString::fromStdString(code.name);
    bool isModule = reading.isModule(code);
    if (just) {
        const StepSummary& last = just->before;
        QString lastFunction = QString::fromStdString(state.code(last.code).name);
        QString source = sourceLine(lines, just->line);
        if (just->returned) out.justTitle = tr("Just returned from %1 to line %2:  %3").arg(lastFunction).arg(just->line).arg(source);
        else if (last.kind == StepKind::Exception) out.justTitle = tr("Just raised in line %1").arg(last.line);
        else if (last.kind == StepKind::Call)
            out.justTitle = last.line == 0 || run.isModule(last.code) ? tr("The program was started") : tr("Just entered %1").arg(lastFunction);
        else if (info.kind == StepKind::Call) out.justTitle = tr("Line %1 is calling: %2").arg(last.line).arg(source);
        else out.justTitle = tr("Just ran line %1:  %2").arg(last.line).arg(source);
        out.justBody = StepSentences(run, reading, step).text();
    }
    QString source = sourceLine(lines, info.line);
    switch (info.kind) {
    case StepKind::Line:
        out.nextTitle = tr("Next, line %1:  %2").arg(info.line).arg(source);
        if (Outlook outlook = reading.outlook(source.toStdString()); !isModule || outlook != Outlook::Return)
            out.nextBody = outlookText(outlook, function);
        break;
    case StepKind::Call:
        if (isModule) {
            out.nextTitle = tr("Next: the program begins");
            out.nextBody = tr("Before the first line there is one frame, and no names of the program's own.");
        } else {
            out.nextTitle = tr("Next: the body of %1 begins").arg(function);
            out.nextBody =
                tr("Its frame lies on top of the stack. Each argument is an object that the caller already had; only references were handed over.");
        }
        break;
    case StepKind::Return:
        if (isModule) {
            out.nextTitle = tr("Next: the program ends");
            out.nextBody = tr("Then its names go, and with them the objects that nothing else holds.");
        } else {
            out.nextTitle = tr("Next: %1 returns %2").arg(function, ObjectText::brief(reading, info.returned));
            out.nextBody = tr("The frame will go. The object is handed to the caller; it is not copied.");
        }
        break;
    case StepKind::Exception: {
        QString type = info.raised && state.isAlive(info.raised) ? ObjectText::typeName(reading, info.raised) : QString();
        out.nextIsException = true;
        out.nextTitle = tr("Next: %1 looks for a handler of %2").arg(toQString(reading.language()), type);
        out.nextBody = errorMeaning(reading, type);
        break;
    }
    }
    return out;
}

}
