// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/happened_text.h"

#include <QFileInfo>
#include <QStringList>
#include <algorithm>

#include "ui/models/picture/just_run.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/outlook_words.h"
#include "ui/models/sentences/source_line.h"
#include "ui/models/sentences/step_facts.h"
#include "ui/models/sentences/step_words.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr int mostSentences = 3;

QString fileName(const MemoryState& state, uint32_t code) { return QFileInfo(toQString(state.filePath(state.code(code).file))).fileName(); }

// Whether the running frame, which is about to give something back, goes on later.
bool isPausing(Run& run, const MemoryState& state) {
    if (!state.frameCount()) return false;
    const FrameView frame = state.frame(state.frameCount() - 1);
    auto next = frame.generator ? run.stateAt(state.step().step + 1) : nullptr;
    if (!next || !next->isAlive(frame.generator)) return false;
    std::optional<FrameView> waiting = next->suspendedFrame(frame.generator);
    bool goesOn = next->step().kind == StepKind::Call && next->frameCount() && next->frame(next->frameCount() - 1).life == frame.life;
    return goesOn || (waiting && waiting->life == frame.life);
}

// Consequences come before mechanics (StepFacts puts them in order), and what is left over is counted.
QString factsText(const StepFacts& facts) {
    const QVector<StepFact>& all = facts.facts();
    if (all.isEmpty()) return HappenedText::tr("Nothing changed in memory.");
    const StepWords words(facts);
    QStringList shown;
    for (const StepFact& fact : all.mid(0, mostSentences)) {
        bool isOutput = fact.kind == StepFact::Kind::Printed || fact.kind == StepFact::Kind::PrintedError || fact.kind == StepFact::Kind::Read;
        shown.append(words.sentence(fact) + (isOutput && all.size() > 1 ? QLatin1Char('\n') : QLatin1Char(' ')));
    }
    qsizetype left = all.size() - mostSentences;
    if (left > 0) shown.append(left == 1 ? HappenedText::tr("And one more change.") : HappenedText::tr("And %1 more changes.").arg(left));
    if (all.size() < mostSentences) shown.append(words.sum(all.last()));
    return shown.join(QString()).trimmed();
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

void HappenedText::tellJustRun(StepText& out, Run& run, uint64_t step, const JustRun& just) {
    const StepFacts facts(run, step);
    const MemoryState& state = facts.after().state();
    const StepSummary& last = just.before;
    const ErrorAtWork error = facts.before().errorAtWork();
    QString lastFunction = QString::fromStdString(state.code(last.code).name);
    QString source = sourceLine(state, just.code, just.line);
    if (just.returned && error.stage == ErrorAtWork::Stage::Leaving)
        out.justTitle = tr("%1 has left %2, back in line %3:  %4")
                            .arg(ObjectText::typeName(facts.before(), error.error), lastFunction)
                            .arg(just.line)
                            .arg(source);
    else if (just.returned) out.justTitle = tr("Just returned from %1 to line %2:  %3").arg(lastFunction).arg(just.line).arg(source);
    else if (last.kind == StepKind::Exception) out.justTitle = tr("Just raised in line %1").arg(last.line);
    else if (last.kind == StepKind::Call)
        out.justTitle = !run.isModule(last.code) ? tr("Just entered %1").arg(lastFunction)
                        : last.depth <= 1        ? tr("The program was started")
                                                 : tr("Just entered the module %1").arg(fileName(state, last.code));
    else if (state.step().kind == StepKind::Call) out.justTitle = tr("Line %1 is calling: %2").arg(last.line).arg(source);
    else out.justTitle = tr("Just ran line %1:  %2").arg(last.line).arg(source);
    out.justBody = factsText(facts);
}

// A call begins: of the program, of a module that it imports, of a class's body, of a routine, or of one that paused.
void HappenedText::tellCall(StepText& out, const Reading& reading) {
    const MemoryState& state = reading.state();
    const StepInfo& info = state.step();
    const CodeInfo& code = state.code(info.code);
    QString function = QString::fromStdString(code.name);
    const FrameView frame = state.frameCount() ? state.frame(state.frameCount() - 1) : FrameView();
    if (reading.isModule(code) && info.depth <= 1) {
        out.nextTitle = tr("Next: the program begins");
        out.nextBody = tr("Before the first line there is one frame, and no names of the program's own.");
    } else if (reading.isModule(code)) {
        out.nextTitle = tr("Next: the module %1 begins").arg(fileName(state, info.code));
        out.nextBody = tr("Its statements run once, in a frame of their own; the names that they bind are the module's.");
    } else if (frame.generator && (info.line != code.firstLine || !frame.held.empty())) {
        out.nextTitle = tr("Next: %1 goes on where it paused").arg(function);
        out.nextBody = tr("Its frame came back from the heap to the stack, with its names.");
    } else {
        bool isGiven = std::any_of(frame.slots.begin(), frame.slots.end(), [&](const SlotView& slot) { return slot.value && reading.isName(slot); });
        out.nextTitle = tr("Next: the body of %1 begins").arg(function);
        if (frame.locals) out.nextBody = tr("Its frame lies on top of the stack. The names that it binds become the attributes of the class.");
        else if (!isGiven) out.nextBody = tr("Its frame lies on top of the stack.");
        else
            out.nextBody =
                tr("Its frame lies on top of the stack. Each argument is an object that the caller already had; only references were handed over.");
    }
}

void HappenedText::tellReturn(StepText& out, Run& run, const Reading& reading) {
    const MemoryState& state = reading.state();
    const StepInfo& info = state.step();
    const CodeInfo& code = state.code(info.code);
    QString function = QString::fromStdString(code.name);
    const FrameView frame = state.frameCount() ? state.frame(state.frameCount() - 1) : FrameView();
    const ErrorAtWork error = reading.errorAtWork();
    bool isModule = reading.isModule(code), isProgram = isModule && info.depth <= 1;
    if (error.stage == ErrorAtWork::Stage::Leaving) {
        QString type = ObjectText::typeName(reading, error.error);
        out.nextIsException = true;
        out.nextTitle = isProgram ? tr("Next: the program ends by %1").arg(type) : tr("Next: %1 leaves %2").arg(type, function);
        out.nextBody = isProgram ? tr("Nothing caught the exception.")
                                 : tr("The exception is not caught here: the frame will go, and the search goes on in the caller.");
    } else if (isProgram) {
        out.nextTitle = tr("Next: the program ends");
        out.nextBody = tr("Then its names go, and with them the objects that nothing else holds.");
    } else if (isModule) {
        out.nextTitle = tr("Next: the module %1 is ready").arg(fileName(state, info.code));
        out.nextBody = tr("Its frame will go; its names stay in the module.");
    } else if (frame.locals) {
        out.nextTitle = tr("Next: the body of %1 ends").arg(function);
        out.nextBody = tr("The frame will go; its names become the attributes of the class.");
    } else if (isPausing(run, state)) {
        out.nextTitle = tr("Next: %1 hands out %2 and pauses").arg(function, ObjectText::brief(reading, info.returned));
        out.nextBody = tr("The frame will wait in the heap, with its names, until it is asked for more.");
    } else {
        out.nextTitle = tr("Next: %1 returns %2").arg(function, ObjectText::brief(reading, info.returned));
        out.nextBody = tr("The frame will go. The object is handed to the caller; it is not copied.");
    }
}

void HappenedText::tellNext(StepText& out, Run& run, const Reading& reading) {
    const MemoryState& state = reading.state();
    const StepInfo& info = state.step();
    const CodeInfo& code = state.code(info.code);
    switch (info.kind) {
    case StepKind::Line:
        out.nextTitle = tr("Next, line %1:  %2").arg(info.line).arg(sourceLine(state, info.code, info.line));
        out.nextBody = OutlookWords(reading, reading.isModule(code))
                           .text(reading.outlook(sourceOf(state, info.code), info.line), QString::fromStdString(code.name));
        break;
    case StepKind::Call: tellCall(out, reading); break;
    case StepKind::Return: tellReturn(out, run, reading); break;
    case StepKind::Exception: {
        QString type = info.raised && state.isAlive(info.raised) ? ObjectText::typeName(reading, info.raised) : QString();
        out.nextIsException = true;
        out.nextTitle = tr("Next: %1 looks for a handler of %2").arg(toQString(reading.language()), type);
        out.nextBody = errorMeaning(reading, type);
        break;
    }
    }
}

StepText HappenedText::describe(Run& run, uint64_t step) {
    StepText out;
    auto reading = run.readingAt(step);
    if (!reading) return out;
    if (auto just = justRun(run, step)) tellJustRun(out, run, step, *just);
    tellNext(out, run, *reading);
    return out;
}

}
