// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pen: turns what the interpreter reports into bytes of the stream. Each call appends to the open chunk with one bounds check;
// a full chunk goes to the sink. A recorder never throws and never calls back into the interpreter: on trouble it sets a flag.
//
// This header is the contract between those who report and those who store; how the bytes look is in events/encoding.h.

#include <cstdint>
#include <string_view>

#include "core/events/memory_events.h"

namespace memtape {

class Recorder {
public:
    // -- definitions
    void defineString(uint32_t id, std::string_view text);
    void defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram);
    void defineCode(const CodeInfo& code);
    void defineType(const TypeInfo& type);
    // The `index`-th shared attribute name of a type's instances.
    void attributeName(uint32_t type, uint32_t index, std::string_view name);

    // -- control
    // A step: CPython's trace event. The state is the memory when it is called.
    // subject: the object returned (Return; 0 while an exception passes through) or raised (Exception); a holder of it is recorded apart.
    void step(StepKind kind, uint32_t line, Granule subject);
    // A call: the frame (its place in the interpreter's stack, or the generator that holds it), its code, and what the frame itself refers to.
    void framePush(uint32_t frame, uint32_t code, Granule codeObject, Granule function, Granule locals, uint8_t flags);
    void framePop();                        // the running frame is gone, its slots and holds with it
    void frameSuspend(Granule generator);   // the running frame moves into its generator
    void frameResume(Granule generator);    // and is the running one again
    void slotSet(uint32_t slot, Granule value); // of the running frame
    void slotClear(uint32_t slot);
    // Stack: depth in the running frame. Native, Interpreter: position in one list for the whole run.
    void holdSet(HolderKind holder, uint32_t index, Granule value);
    void holdClear(HolderKind holder, uint32_t fromIndex); // this one (Interpreter), or all from here on (Stack, Native)
    void raise(Granule exception);
    void caught(Granule exception);

    // -- objects
    void alloc(Granule object, uint32_t type, uint32_t size, uint8_t flags);
    void allocInt(Granule object, int64_t value);   // a compact int: Alloc and payload in one
    void allocFloat(Granule object, double value);
    void immortal(Granule object);
    void free(Granule object, FreeCause cause);
    void resize(Granule object, uint64_t size, uint64_t capacity);
    void cellSet(Granule object, CellKind kind, uint32_t index, Granule value);
    void cellClear(Granule object, CellKind kind, uint32_t index);
    void cellInsert(Granule object, CellKind kind, uint32_t index, Granule value);
    void cellErase(Granule object, CellKind kind, uint32_t index, uint32_t count);
    void cellFill(Granule object, CellKind kind, uint32_t index, const Granule* values, uint32_t count); // 0: no reference there
    void cellTruncate(Granule object, CellKind kind, uint32_t length);
    void cellMove(Granule from, Granule to, CellKind kind); // all cells of a kind change their owner (an instance's attributes ↔ its dict)
    void payloadSet(Granule object, std::string_view bytes, uint64_t fullLength);
    void payloadAppend(Granule object, Granule prefix, std::string_view tail); // the value of `prefix` followed by `tail`

    // -- the world outside
    void output(OutputStream stream, std::string_view bytes);
    void input(std::string_view bytes);
    void collectBegin(uint32_t generation);
    void collectEnd(uint32_t found, uint32_t kept);
    void programBegin();                    // all before this was there before the program
    void end(EndReason reason, int exitStatus);
};

extern Recorder* recorder; // null: nothing is recorded

}
