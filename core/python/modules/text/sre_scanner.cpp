// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::sre {

namespace {

struct ScannerObject : Object {
    Object *pattern, *string;
    Object* view;          // a memoryview of what is no str: as long as there is a scanner, its bytes stay where they are
    ssize pos, endPos, at; // at −1: over
    bool mustAdvance, executing;
    char reserved[182]; // CPython's scanner has the whole state of a match inside
};
static_assert(sizeof(ScannerObject) == 248);

ScannerObject* asScanner(Object* o) { return static_cast<ScannerObject*>(o); }

Owned step(Object* o, Outcome (Walk::*how)()) {
    ScannerObject* self = asScanner(o);
    if (self->executing) return raise(exc::ValueError, "regular expression scanner already executing");
    if (self->at < 0) return newNone();
    Subject subject;
    if (!subject.open(asPattern(self->pattern), self->string, self->pos, self->endPos)) return nullptr;
    Walk walk{subject, self->at, self->mustAdvance};
    self->executing = true;
    Outcome outcome = (walk.*how)();
    self->executing = false;
    if (outcome == Outcome::Error) return nullptr;
    self->at = outcome == Outcome::Found ? walk.at : -1;
    self->mustAdvance = walk.mustAdvance;
    return outcome == Outcome::Found ? newMatch(subject) : newNone();
}
Owned matchMethod(Object* self) { return step(self, &Walk::match); }
Owned searchMethod(Object* self) { return step(self, &Walk::search); }

const Field fields[] = {
    {"pattern", offsetof(ScannerObject, pattern)}, {"string", offsetof(ScannerObject, string)}, {"view", offsetof(ScannerObject, view)}, {}};
const MemberDef members[] = {{"pattern", MemberKind::Object, offsetof(ScannerObject, pattern)}, {}};
const MethodDef methods[] = {{"match", matchMethod}, {"search", searchMethod}, {}};

}

Owned newScanner(PatternObject* pattern, Object* string, ssize pos, ssize endPos) {
    Subject subject;
    if (!subject.open(pattern, string, pos, endPos)) return nullptr;
    Ref<> view;
    if (!isStr(string)) {
        view = call(types::MemoryView, string);
        if (!view) return nullptr;
    }
    auto* made = newPlainObject<ScannerObject>(scannerType);
    if (!made) return nullptr;
    made->view = view.releaseRaw();
    made->pattern = newRef(pattern).pointer;
    made->string = newRef(string).pointer;
    made->pos = made->at = subject.pos;
    made->endPos = subject.end;
    return finishObject(made);
}

void defineScannerType(Type* t) {
    t->name = "_sre.SRE_Scanner";
    t->basicSize = sizeof(ScannerObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = fields;
    t->members = members;
    t->methods = methods;
}

}
