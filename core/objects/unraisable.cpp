// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objects/unraisable.h"

#include "core/objects/dict_object.h"
#include "core/objects/errors.h"
#include "core/objects/interpreter.h"
#include "core/objects/protocol.h"
#include "core/objects/str_object.h"
#include "core/objects/vm_hooks.h"

namespace memtape {

void writeIgnored(std::string headline) {
    if (!interpreter.pending || interpreter.stopping) return;
    Held<> exception(takeError());
    std::string text = std::move(headline);
    if (!text.empty()) text += '\n';
    Held<> formatted(vmHooks.formatIgnored ? vmHooks.formatIgnored(exception) : Owned(nullptr));
    text += formatted ? strToUtf8(formatted) : std::string(exception->type->name) + "\n";
    clearError();
    Object* stderrObject = interpreter.sysDict ? dictFindText(interpreter.sysDict, "stderr") : nullptr;
    if (!stderrObject || isNone(stderrObject)) return;
    Held<> stream(newRef(stderrObject));
    Held<> line(newStr(text));
    if (line) Ref<> written = callMethod(stream, names::write, line);
    clearError();
}

void writeUnraisable(Object* where) {
    if (!interpreter.pending || interpreter.stopping) return;
    std::string headline;
    if (where) {
        Held<> exception(takeError());
        headline = "Exception ignored in: ";
        if (!appendRepr(headline, where)) {
            clearError();
            headline += "<object repr() failed>";
        }
        restoreError(exception.release());
    }
    writeIgnored(std::move(headline));
}

}
