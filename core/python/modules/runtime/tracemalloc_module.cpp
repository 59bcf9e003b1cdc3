// SPDX-License-Identifier: GPL-3.0-or-later
// _tracemalloc: which lines of the program the blocks in use are from. The heap tells of each block while somebody wants to know.

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "core/python/heap/heap.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr int mostFrames = 65535;

struct Place {
    uint32_t file; // index into `files`
    int line;
    auto operator<=>(const Place&) const = default;
};
struct Traceback {
    std::vector<Place> places; // the innermost frame first
    int frameCount;
    auto operator<=>(const Traceback&) const = default;
};

class BlockTracer final : public HeapWatcher {
public:
    struct Trace {
        size_t bytes;
        const Traceback* traceback;
    };

    void start(int frames) {
        m_frames = frames;
        heap.watch(this);
        m_isTracing = true;
    }
    void stop() {
        heap.watch(nullptr);
        m_isTracing = false;
        clear();
        m_files.clear();
        m_fileNames.clear();
    }
    void clear() {
        m_traces.clear();
        m_tracebacks.clear();
        m_bytes = m_peak = 0;
    }
    // What looks at the traces makes blocks of its own, which are none of the program's.
    template <class F> Owned unwatched(F run) {
        if (m_isTracing) heap.watch(nullptr);
        Owned result = run();
        if (m_isTracing) heap.watch(this);
        return result;
    }

    void allocated(void* block, size_t bytes) override {
        Traceback traceback;
        const auto visit = [](Object* filename, int line, void* context) {
            auto* self = static_cast<std::pair<BlockTracer*, Traceback*>*>(context);
            self->second->places.push_back({self->first->fileOf(filename), line});
        };
        std::pair<BlockTracer*, Traceback*> context(this, &traceback);
        traceback.frameCount = vmHooks.stackPlaces(m_frames, visit, &context);
        const Traceback* shared = &m_tracebacks.emplace(std::move(traceback), 0).first->first;
        m_traces[block] = {bytes, shared};
        m_bytes += bytes;
        m_peak = std::max(m_peak, m_bytes);
    }
    void released(void* block) override {
        const auto found = m_traces.find(block);
        if (found == m_traces.end()) return; // from before the start
        m_bytes -= found->second.bytes;
        m_traces.erase(found);
    }

    bool isTracing() const { return m_isTracing; }
    int frames() const { return m_frames; }
    size_t bytes() const { return m_bytes; }
    size_t peak() const { return m_peak; }
    void resetPeak() { m_peak = m_bytes; }
    const std::map<void*, Trace>& traces() const { return m_traces; }
    const std::string& fileName(uint32_t file) const { return m_fileNames[file]; }
    size_t ownBytes() const {
        return m_traces.size() * (sizeof(Trace) + 4 * sizeof(void*)) + m_tracebacks.size() * (sizeof(Traceback) + 8 * sizeof(void*));
    }
    void forget() {
        m_isTracing = false;
        m_frames = 1;
        stop();
    }

private:
    uint32_t fileOf(Object* filename) {
        const auto [place, isNew] = m_files.emplace(strToUtf8(filename), static_cast<uint32_t>(m_fileNames.size()));
        if (isNew) m_fileNames.push_back(place->first);
        return place->second;
    }

    bool m_isTracing = false;
    int m_frames = 1;
    size_t m_bytes = 0, m_peak = 0;
    std::map<void*, Trace> m_traces;
    std::map<Traceback, char> m_tracebacks; // each once
    std::unordered_map<std::string, uint32_t> m_files;
    std::vector<std::string> m_fileNames;
};
BlockTracer tracer;
RuntimeCache tracerLeft([] { tracer.forget(); });

Owned tracebackTuple(const Traceback& traceback) {
    Ref<TupleObject> tuple = newTuple(static_cast<ssize>(std::max<size_t>(traceback.places.size(), 1)));
    if (!tuple) return nullptr;
    const Place unknown{0, 0};
    for (size_t i = 0; i < static_cast<size_t>(tuple->count); ++i) {
        const bool isKnown = i < traceback.places.size();
        const Place& place = isKnown ? traceback.places[i] : unknown;
        Ref<> file = newStr(isKnown ? tracer.fileName(place.file) : "<unknown>"), line = newInt(std::max(place.line, 0));
        Owned pair = file ? packTuple(file.get(), line.get()) : Owned(nullptr);
        if (!pair) return nullptr;
        tuple->items[i] = pair.pointer;
    }
    recordCells(tuple);
    return tuple.release();
}

Owned allTraces() {
    Ref<ListObject> list = newList(0);
    for (const auto& [block, trace] : tracer.traces()) {
        Ref<> domain = newInt(0), size = newInt(static_cast<int64_t>(trace.bytes)), frames = newInt(trace.traceback->frameCount);
        Ref<> places = tracebackTuple(*trace.traceback);
        Ref<> row = places ? Ref<>(packTuple(domain.get(), size.get(), places.get(), frames.get())) : Ref<>();
        if (!row || !list || !listAppend(list, row) || !checkBreaker()) return nullptr;
    }
    return list.release();
}

// An object's block begins before it where it has a GC head, or room for a dict and weak references.
const BlockTracer::Trace* traceOf(Object* o) {
    for (size_t head : {size_t{0}, size_t{16}, size_t{32}}) {
        const auto found = tracer.traces().find(reinterpret_cast<char*>(o) - head);
        if (found != tracer.traces().end()) return &found->second;
    }
    return nullptr;
}

Owned start(Object*, Args args) {
    int frames = 1;
    if (args.count) {
        Ref<> number = numberIndex(args[0]);
        if (!number) return nullptr;
        int overflow = 0;
        const int64_t n = intValue(number, &overflow);
        if (overflow || n != static_cast<int>(n)) return raise(exc::OverflowError, "Python int too large to convert to C int");
        frames = static_cast<int>(n);
    }
    if (frames < 1 || frames > mostFrames) return raise(exc::ValueError, "the number of frames must be in range [1; {}]", mostFrames);
    if (!tracer.isTracing()) tracer.start(frames);
    return newNone();
}

Owned stop(Object*) {
    if (tracer.isTracing()) tracer.stop();
    return newNone();
}
Owned isTracing(Object*) { return newBool(tracer.isTracing()); }
Owned clearTraces(Object*) {
    tracer.clear();
    return newNone();
}
Owned getTraces(Object*) { return tracer.unwatched(allTraces); }
Owned getObjectTraceback(Object*, Object* o) {
    return tracer.unwatched([&] {
        const BlockTracer::Trace* trace = traceOf(o);
        return trace ? tracebackTuple(*trace->traceback) : newNone();
    });
}
Owned getTracebackLimit(Object*) { return newInt(tracer.frames()); }
Owned getTracedMemory(Object*) {
    const auto bytes = static_cast<int64_t>(tracer.bytes()), peak = static_cast<int64_t>(tracer.peak());
    Ref<> current = newInt(bytes), highest = newInt(peak);
    return packTuple(current.get(), highest.get());
}
Owned resetPeak(Object*) {
    tracer.resetPeak();
    return newNone();
}
Owned ownMemory(Object*) { return newInt(static_cast<int64_t>(tracer.ownBytes())); }

const MethodDef functions[] = {{"start", start, 0, 1},
                               {"stop", stop},
                               {"is_tracing", isTracing},
                               {"clear_traces", clearTraces},
                               {"_get_traces", getTraces},
                               {"_get_object_traceback", getObjectTraceback},
                               {"get_traceback_limit", getTracebackLimit},
                               {"get_traced_memory", getTracedMemory},
                               {"reset_peak", resetPeak},
                               {"get_tracemalloc_memory", ownMemory},
                               {}};

}

Owned makeTracemallocModule() {
    Ref<> module = newModule("_tracemalloc");
    return module && addFunctions(module, functions) ? module.release() : nullptr;
}

}
