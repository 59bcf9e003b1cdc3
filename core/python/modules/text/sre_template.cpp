// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_methods.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::sre {

namespace {

bool isEmptyText(Object* o) { return isStr(o) ? asStr(o)->length == 0 : isBytes(o) && bytesLength(o) == 0; }

Owned compileTemplate(PatternObject* pattern, Object* source) {
    Ref<> name = newStr("re");
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> compile(module ? getAttr(module, "_compile_template") : Owned(nullptr));
    return compile ? call(compile, pattern, source) : Owned(nullptr);
}

int traverse(Object* o, Visit visit, void* context) {
    TemplateObject* self = asTemplate(o);
    if (self->literal)
        if (int stop = visit(self->literal, context)) return stop;
    for (ssize i = 0; i < self->count; ++i)
        if (self->items[i].literal)
            if (int stop = visit(self->items[i].literal, context)) return stop;
    return 0;
}
void cells(Object* o, CellVisitor& visitor) {
    TemplateObject* self = asTemplate(o);
    visitor.visit(CellKind::Item, 0, self->literal);
    for (ssize i = 0; i < self->count; ++i) visitor.visit(CellKind::Item, static_cast<uint32_t>(i + 1), self->items[i].literal);
}
void clear(Object* o) {
    TemplateObject* self = asTemplate(o);
    clearField(self->literal);
    for (ssize i = 0; i < self->count; ++i) clearField(self->items[i].literal);
}
void dealloc(Object* o) {
    gcUntrack(o);
    Dying dying(o);
    clear(o);
    freeObject(o);
}

}

// What cannot be hashed, and so not be kept by re's cache, is tried again as a plain str or bytes.
Owned readTemplate(PatternObject* pattern, Object* source) {
    Owned made = compileTemplate(pattern, source);
    if (made || !errorMatches(exc::TypeError)) return made;
    if (isStr(source) ? isExactStr(source) : isExactBytes(source)) return nullptr;
    Held<> plain;
    if (isStr(source)) {
        clearError();
        plain = exactStr(source);
    } else {
        const uint8_t* data;
        size_t size;
        if (!bufferOf(source, &data, &size)) return nullptr;
        clearError();
        plain = newBytes(data, size);
    }
    return plain ? compileTemplate(pattern, plain) : Owned(nullptr);
}

// template(pattern, [literal, group, literal, …])
Owned makeTemplate(Object*, Args args) {
    if (!isList(args[1])) return raise(exc::TypeError, "template() argument 2 must be list, not {}", args[1]->type->name);
    ListObject* list = asList(args[1]);
    if (list->count % 2 == 0) return raise(exc::TypeError, "invalid template");
    ssize count = list->count / 2;
    size_t bytes = offsetof(TemplateObject, items) + static_cast<size_t>(count) * sizeof(TemplateObject::Item);
    auto* made = static_cast<TemplateObject*>(allocateGcVarObject(templateType, bytes, count));
    if (!made) return nullptr;
    made->pieces = 1 + 2 * count;
    made->literal = newRef(list->items[0]).pointer;
    for (ssize i = 0; i < count; ++i) made->items[i] = {0, nullptr};
    gcTrack(made);
    Ref<> result = Owned(made);
    for (ssize i = 0; i < count; ++i) {
        Object *group = list->items[2 * i + 1], *literal = list->items[2 * i + 2];
        if (!isInt(group)) return raise(exc::TypeError, "an integer is required");
        const ssize number = argumentAsSize(group);
        if (number == -1 && errorOccurred()) return nullptr;
        if (number < 0) return raise(exc::TypeError, "invalid template");
        made->items[i].group = number;
        if (!isEmptyText(literal)) made->items[i].literal = newRef(literal).pointer;
    }
    recordCells(made);
    return result.release();
}

Owned expandTemplate(TemplateObject* what, MatchObject* match) {
    if (what->count == 0) return newRef(what->literal);
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    if (!listAppend(list, what->literal)) return nullptr;
    for (ssize i = 0; i < what->count; ++i) {
        const TemplateObject::Item& item = what->items[i];
        if (item.group >= match->groups) return raise(exc::IndexError, "no such group");
        Ref<> text = matchGroup(match, item.group, None);
        if (!text || (!isNone(text) && !listAppend(list, text))) return nullptr;
        if (item.literal && !listAppend(list, item.literal)) return nullptr;
    }
    return joinPieces(what->literal, list);
}

Owned joinPieces(Object* string, Object* list) {
    if (isStr(string)) return strJoin(emptyString, list);
    Held<> nothing(newBytes(std::string_view()));
    return nothing ? bytesJoin(nothing, list) : Owned(nullptr);
}

void defineTemplateType(Type* t) {
    t->name = "_sre.SRE_Template";
    t->basicSize = offsetof(TemplateObject, items);
    t->itemSize = sizeof(TemplateObject::Item);
    t->flags = HaveGc | DisallowInstantiation;
    t->traverse = traverse;
    t->clear = clear;
    t->cells = cells;
    t->dealloc = dealloc;
}

}
