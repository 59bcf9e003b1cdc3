// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/errors/uncaught.h"

#include "core/host/streams.h"
#include "core/python/modules/io/standard_streams.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/exceptions/unraisable.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/errors/traceback_text.h"

namespace memtape {

namespace {

// To sys.stderr; a stream of the program's own that fails or is missing gives way to the real one, one that is None takes all in silence.
void writeError(std::string_view text) {
    Object* stream = dictFindText(interpreter.sysDict, "stderr");
    if (stream && isNone(stream)) return;
    if (stream && !isStandardStream(stream, StandardStream::Error)) {
        Held<> keep(newRef(stream)), line(newStr(text));
        Ref<> written = line ? Ref<>(callMethod(stream, names::write, line)) : Ref<>();
        if (written) return;
        clearError();
    }
    hostWrite(OutputStream::Stderr, text);
}

// As _Py_HandleSystemExit. An error on the way stays pending there until the threads are shut down, which then reports it.
int exitStatusOf(Object* exception) {
    Held<> code(Held<>::share(exception));
    Ref<> attribute = getAttr(exception, "code");
    clearError();
    if (attribute) code = attribute.release();
    if (isNone(code)) return 0;
    int status = 1;
    if (isInt(code)) {
        int overflow = 0;
        int64_t value = intValue(code, &overflow);
        status = overflow ? 255 : static_cast<int>(value & 0xFF);
        if (overflow) raise(exc::OverflowError, "Python int too large to convert to C long");
    } else {
        flushStandardStreams();
        std::string text;
        bool worded = appendStr(text, code);
        Held<> problem(takeError());
        Object* stream = dictFindText(interpreter.sysDict, "stderr");
        if (stream && isNone(stream)) hostWrite(OutputStream::Stderr, worded ? text + "\n" : "\n");
        else writeError(worded ? text + "\n" : "\n");
        if (problem) restoreError(problem.release());
    }
    if (errorOccurred()) writeIgnored("Exception ignored on threading shutdown:");
    return status;
}

// sys.last_exc and its older companions, which keep the frames of the failed call alive.
void rememberLastException(Object* exception) {
    Object* traceback = asException(exception)->traceback;
    bool ok = dictSetText(interpreter.sysDict, "last_exc", exception) && dictSetText(interpreter.sysDict, "last_type", exception->type) &&
              dictSetText(interpreter.sysDict, "last_value", exception) &&
              dictSetText(interpreter.sysDict, "last_traceback", traceback ? traceback : None);
    if (!ok) clearError();
}

}

void flushStandardStreams() {
    for (const char* name : {"stdout", "stderr"}) {
        Object* stream = dictFindText(interpreter.sysDict, name);
        if (!stream || isNone(stream)) continue;
        Held<> keep(newRef(stream));
        Ref<> flushed = callMethod(stream, names::flush);
        if (!flushed) clearError();
    }
}

int reportUncaught() {
    Held<> exception(takeError());
    if (exceptionMatches(exception, exc::SystemExit)) return exitStatusOf(exception);
    rememberLastException(exception);
    flushStandardStreams();
    Object* hook = dictFindText(interpreter.sysDict, "excepthook");
    if (!hook) {
        writeError("sys.excepthook is missing\n");
    } else if (!isNativeFunction(hook)) {
        Held<> keep(newRef(hook));
        Object* traceback = asException(exception)->traceback;
        Ref<> result = call(hook, exception->type, exception.get(), traceback ? traceback : None);
        if (result) return 1;
        Held<> second(takeError());
        if (second && exceptionMatches(second, exc::SystemExit)) return exitStatusOf(second);
        writeError("Error in sys.excepthook:\n");
        if (second) writeError(exceptionText(second));
        writeError("\nOriginal exception was:\n");
    }
    writeError(exceptionText(exception));
    return exceptionMatches(exception, exc::KeyboardInterrupt) ? 130 : 1;
}

}
