// SPDX-License-Identifier: GPL-3.0-or-later
// Exceptions on their way through frames.
#include <algorithm>

#include "core/python/reading/python_reading.h"
#include "core/python/shapes/shapes.h"
#include "core/python/shapes/thread_holders.h"

namespace memtape {

// What the running thread holds in this place. The tape does not say which slot a thread has, only that the main one has the first: of the others
// it is the first that holds anything.
ObjectId PythonReading::heldByThreads(uint32_t holder) const {
    if (state().thread() == 0) return state().heldByInterpreter(threadHolder(0, holder));
    for (uint32_t slot = 1; threadHolder(slot, holder) < state().interpreterPlaces(); slot++)
        if (ObjectId held = state().heldByInterpreter(threadHolder(slot, holder))) return held;
    return {};
}

// A generator keeps the exception that it handles itself.
ObjectId PythonReading::handledError(const FrameView& running) const {
    if (!running.generator) return heldByThreads(HoldsHandled);
    for (const CellView& cell : state().cells(running.generator, 0, 8))
        if (cell.kind == CellKind::Field && cell.index < suspendedCells && cell.value && kind(cell.value) == ObjectKind::Error) return cell.value;
    return {};
}

ErrorAtWork PythonReading::errorAtWork() const {
    using Stage = ErrorAtWork::Stage;
    const StepInfo& step = state().step();
    if (step.kind == StepKind::Exception) return Reading::errorAtWork();
    if (step.kind == StepKind::Return)
        if (ObjectId pending = heldByThreads(HoldsPending)) return {Stage::Leaving, pending};
    if (state().frameCount() == 0) return {};
    const FrameView running = state().frame(state().frameCount() - 1);
    ObjectId handled = handledError(running);
    if (!handled || kind(handled) != ObjectKind::Error) return {};
    // While clauses are tried the exception lies on the evaluation stack; the one that takes it takes it from there.
    bool isOnStack = std::find(running.held.begin(), running.held.end(), handled) != running.held.end();
    return {isOnStack ? Stage::Sought : Stage::Handled, handled};
}

}
