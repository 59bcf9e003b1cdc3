// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pen: turns what the interpreter reports into bytes of the stream. Each call appends to the open chunk with one bounds check;
// a full chunk goes to the sink. A recorder never throws and never calls back into the interpreter: on trouble it sets a flag.
//
// This header is the contract between those who report and those who store; how the bytes look is in events/encoding.h.
// The bodies of the frequent calls are in events/recorder_inline.h, included below: they are part of the dispatch loop.

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/events/encoding.h"
#include "core/events/event_sink.h"
#include "core/events/large_int_places.h"
#include "core/events/memory_events.h"

namespace memtape {

constexpr size_t wholePayloadLimit = 64 * 1024; // bytes of a value that are told

class Recorder {
public:
    explicit Recorder(EventSink& sink);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    // -- definitions
    void defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram);
    void defineCode(const CodeInfo& code);
    void defineType(const TypeInfo& type);
    // The `index`-th shared attribute name of a type's instances.
    void attributeName(uint32_t type, uint32_t index, std::string_view name);
    // The program opens a file to read it. The step is filled in.
    void dataFile(DataFile file);

    // -- control
    // A step: a call, a line, a return or an exception (StepKind). The state is the memory when it is called.
    // subject: the object returned (Return; 0 while an exception passes through) or raised (Exception); a holder of it is recorded apart.
    void step(StepKind kind, uint32_t line, Granule subject);
    void lineStep(uint32_t line); // step(StepKind::Line, line, 0)
    // A call: the frame (its place in the interpreter's stack, or the generator that holds it), its code, and what the frame itself refers to.
    void framePush(uint32_t frame, uint32_t code, Granule codeObject, Granule function, Granule locals, uint8_t flags);
    void framePop();                      // the running frame is gone, its slots and holds with it
    void frameSuspend(Granule generator); // the running frame moves into its generator
    void frameResume(Granule generator);  // and is the running one again
    // Another thread of the program runs from here on: the frames and the natives' holds are its own, those of the one before stay as they are. The
    // first is thread 0. Who has neither frames nor holds is no more, or has not begun.
    void switchThread(uint32_t thread);
    void slotSet(uint32_t slot, Granule value); // of the running frame
    void slotClear(uint32_t slot);
    // Stack: depth in the running frame. Native: position in a list of the running thread. Interpreter: in one for the whole run.
    void holdSet(HolderKind holder, uint32_t index, Granule value);
    void holdClear(HolderKind holder, uint32_t fromIndex); // this one (Interpreter), or all from here on (Stack, Native)
    void raise(Granule exception);
    void caught(Granule exception);

    // Rows of events (encoding.h). What says false has written nothing: the events are to be told one by one.
    //
    // framePush(), slotSet() for each argument from the first slot on, step(Call), where that call is as the last one from here. It is begun, each
    // argument told, and ended.
    bool beginCall(uint32_t frame, uint32_t code, Granule codeObject, Granule function, uint32_t line, uint32_t arguments);
    void argument(uint32_t slot, Granule value);
    void endCall(uint32_t line);
    // holdSet() of the value as the only one on the stack, step(Return), framePop()
    bool returned(Granule value, uint32_t line);
    // frameResume(), holdSet() of what it is sent, step(Call)
    void resumed(Granule generator, uint32_t depth, Granule sent, uint32_t line);
    // holdSet() of the value, step(Return), holdClear() of it, frameSuspend()
    bool yielded(Granule generator, uint32_t depth, Granule value, uint32_t line);
    // slotSet(), and free() by its count of what the slot held before
    void slotReplace(uint32_t slot, Granule value, Granule old);

    // -- objects
    // On the granule of a live object: that object becomes one of another type; its cells are to be told anew.
    void alloc(Granule object, uint32_t type, uint32_t size, uint8_t flags);
    void allocInt(Granule object, int64_t value);  // an exact int (the first type defined with shape Int): Alloc and payload in one
    void allocFloat(Granule object, double value); // an exact float
    void immortal(Granule object);
    void free(Granule object, FreeCause cause);
    void resize(Granule object, uint64_t size, uint64_t capacity);
    void cellSet(Granule object, CellKind kind, uint32_t index, Granule value);
    void cellClear(Granule object, CellKind kind, uint32_t index);
    void cellInsert(Granule object, CellKind kind, uint32_t index, Granule value);
    void cellErase(Granule object, CellKind kind, uint32_t index, uint32_t count);
    void cellFill(Granule object, CellKind kind, uint32_t index, const Granule* values, uint32_t count); // 0: no reference there
    void cellTruncate(Granule object, CellKind kind, uint32_t length);
    // A reference to a place, or one that does not count, in a cell or a slot; no target: the cell or slot is empty. A cell or slot that is set
    // or cleared in the ordinary way holds it no more.
    void pointerSet(MemoryPlace holder, RefKind ref, MemoryPlace target);
    void pointerCopy(MemoryPlace holder, MemoryPlace from); // what lies in another cell or slot, wherever it leads: also where nothing is any more
    void cellMove(Granule from, Granule to, CellKind kind); // all cells of a kind change their owner (an instance's attributes ↔ its dict)
    // The value of a scalar:
    //   int      decimal digits, or a sign and the magnitude's bytes (beyond int64: decimal would take quadratic time)
    //   float    8 bytes, complex 16 bytes as in memory, or the repr
    //   str      UTF-8, surrogates as three bytes          bytes, bytearray   as they are
    //   others   the repr
    // More than wholePayloadLimit need not be given; `fullLength` says how long the whole is.
    void payloadSet(Granule object, std::string_view bytes, uint64_t fullLength);
    // Of an int beyond 64 bits, as large_int.h has it. Where it is known how it came about, only that may be written (computed_int.h).
    void payloadLargeInt(Granule object, std::string_view bytes, uint64_t fullLength, const IntOrigin* origin);
    void payloadInt(Granule object, int64_t value);
    void payloadFloat(Granule object, double value);
    void payloadAppend(Granule object, Granule prefix, std::string_view tail); // the value of `prefix` followed by `tail`

    // -- the world outside
    void output(OutputStream stream, std::string_view bytes);
    void input(std::string_view bytes);
    void collectBegin(uint32_t generation);
    void collectEnd(uint32_t found, uint32_t kept);
    void callLimit(uint32_t calls); // so many calls may nest from now on; before it is told: 1000
    void programBegin();            // all before this was there before the program
    void libraryBegin();            // what is made from here is the library's: a module of it is being imported; may nest
    void libraryEnd();
    void end(EndReason reason, int exitStatus); // the last call: the open chunk goes to the sink

    // Lets readers see what has been recorded so far. To be called before waiting for input and every 16 ms or so.
    void publish();
    // The tape has no more room; looked at where the evaluation breaker is.
    bool isFull() const { return m_sink.isFull(); }

    uint64_t eventCount() const { return m_sealedEvents + static_cast<uint64_t>(m_ops - m_opsBegin) + m_inRows; }
    uint64_t byteCount() const; // before compression

private:
    uint8_t* nextOp(); // the place of the next event's first byte; the guesses are good for it
    void startStep(uint32_t line);
    void put(uint8_t code) { *nextOp() = code; }
    void number(uint32_t v) { m_numbers = putVarint(m_numbers, v); }
    void number64(uint64_t v) { m_numbers = putVarint(m_numbers, v); }
    void ref(Granule g);
    void refMissed(Granule g, uint32_t place); // not named lately
    void subject(Granule g) { m_guess.lastSubject = g; }
    void cellIndex(CellKind kind, uint32_t index);
    void pointer(uint32_t head, const MemoryPlace& holder, const MemoryPlace& target);
    void allocated(uint8_t code, Granule g); // writes the op and where the block is
    void intValue(int64_t value);
    void floatValue(double value);
    void bytes(std::string_view text);
    void needPayload(size_t size);
    PayloadPlace nextPayload(uint64_t length) const; // where it will lie
    void nextChunk();
    EncodedChunk copyOpenChunk() const;
    void startChunk();

    // The open chunk: where the next byte of each stream goes.
    uint8_t *m_ops, *m_opsEnd, *m_refs, *m_numbers, *m_ints, *m_floats, *m_bytes;
    uint32_t m_lives = 0, m_steps = 0; // objects allocated, steps
    uint32_t m_fillLeft, m_payloadLeft;
    Predictor m_guess;

    uint8_t *m_opsBegin, *m_refsBegin, *m_numbersBegin, *m_intsBegin, *m_floatsBegin, *m_bytesBegin;
    std::unique_ptr<uint8_t[]> m_buffer;
    EventSink& m_sink;
    uint64_t m_sealedEvents = 0, m_sealedBytes = 0;
    uint32_t m_sealedLives = 0, m_sealedSteps = 0;
    uint32_t m_sealedChunks = 0;
    std::unique_ptr<LargeIntPlaces> m_largeInts; // null: there was none yet
    uint32_t m_inRows = 0;                       // events of the open chunk that have no byte of their own
};

extern Recorder* recorder; // null: nothing is recorded

}

#include "core/events/recorder_inline.h"
