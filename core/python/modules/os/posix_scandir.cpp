// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <cerrno>
#include <cstddef>
#include <unordered_map>

#include "core/host/handles.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// scandir() and DirEntry.

namespace memtape::posix {

namespace {

Type *entryType, *iteratorType;
RuntimeCache typesCache([] { entryType = iteratorType = nullptr; });

struct EntryObject : Object {
    Object *name, *path, *place, *status, *linkStatus; // place: where it is to be looked at; the status when it was asked for
    uint64_t inode;
    uint32_t kind; // of st_mode; 0: not known
};

struct IteratorObject : Object {
    Object *names, *folder; // what is left of the names, as a list from the end; null: closed
    bool byHandle;          // the entries' paths are their names
};

EntryObject* asEntry(Object* o) { return static_cast<EntryObject*>(o); }
IteratorObject* asIterator(Object* o) { return static_cast<IteratorObject*>(o); }

bool pathOf(Object* entry, std::string& path) { return pathBytes(asEntry(entry)->place, path); }

// ---- DirEntry

Owned statOf(Object* o, LastLink last) {
    Object*& kept = last == LastLink::Follow ? asEntry(o)->status : asEntry(o)->linkStatus;
    if (kept) return newRef(kept);
    std::string path;
    FileStatus status;
    if (!pathOf(o, path)) return nullptr;
    if (int failed = hostStatus(path, status, last)) return raiseOsError(failed, asEntry(o)->path);
    Held<> made(newStatResult(status));
    if (!made) return nullptr;
    setField<Object>(o, kept, newRef(made));
    return made.release();
}

bool followsArgument(const char* function, Args args, bool* follows) {
    Object* out[1] = {True};
    if (!parseArgs(function, args, "| $ follow_symlinks", out)) return false;
    int truth = isTrue(out[0]);
    *follows = truth > 0;
    return truth >= 0;
}

Owned statMethod(Object* o, Args args) {
    bool follows;
    return followsArgument("stat", args, &follows) ? statOf(o, follows ? LastLink::Follow : LastLink::Keep) : nullptr;
}

// Whether it is of a kind; what is not there any more is of none.
Owned isOfKind(Object* o, bool follows, uint32_t kind) {
    uint32_t known = asEntry(o)->kind;
    if (known && !(follows && known == S_IFLNK)) return newBool(known == kind);
    std::string path;
    FileStatus status;
    if (!pathOf(o, path)) return nullptr;
    int failed = hostStatus(path, status, follows ? LastLink::Follow : LastLink::Keep);
    if (failed == ENOENT) return newBool(false);
    if (failed) return raiseOsError(failed, asEntry(o)->path);
    return newBool((status.mode & S_IFMT) == kind);
}

Owned isDirMethod(Object* o, Args args) {
    bool follows;
    return followsArgument("is_dir", args, &follows) ? isOfKind(o, follows, S_IFDIR) : nullptr;
}
Owned isFileMethod(Object* o, Args args) {
    bool follows;
    return followsArgument("is_file", args, &follows) ? isOfKind(o, follows, S_IFREG) : nullptr;
}
Owned isSymlinkMethod(Object* o) { return isOfKind(o, false, S_IFLNK); }
Owned isJunctionMethod(Object*) { return newBool(false); }
Owned inodeMethod(Object* o) { return newIntFromUnsigned(asEntry(o)->inode); }
Owned fspathMethod(Object* o) { return newRef(asEntry(o)->path); }
Owned classGetItem(Object* cls, Object* item) { return newGenericAlias(cls, item); }

Owned reprEntry(Object* o) {
    std::string text = "<DirEntry ";
    return appendRepr(text, asEntry(o)->name) ? newStr(text + ">") : nullptr;
}

Owned newEntry(Object* name, Object* folder, bool byHandle) {
    Ref<> made(entryType->alloc(entryType, 0));
    if (!made) return nullptr;
    std::string whole, own;
    bool asBytes = !isStr(name);
    if (!pathBytes(folder, whole) || !pathBytes(name, own)) return nullptr;
    if (!whole.empty() && whole.back() != '/') whole += '/';
    whole += own;
    Ref<> place(newPath(whole, asBytes));
    if (!place) return nullptr;
    setField<Object>(made.get(), asEntry(made)->name, newRef(name));
    setField<Object>(made.get(), asEntry(made)->path, newRef(byHandle ? name : place.get()));
    setField<Object>(made.get(), asEntry(made)->place, place.release());
    FileStatus status;
    if (hostStatus(whole, status, LastLink::Keep) == 0) {
        asEntry(made)->inode = status.inode;
        asEntry(made)->kind = status.mode & S_IFMT;
    }
    return made.release();
}

// ---- the iterator

Owned iterSelf(Object* o) { return newRef(o); }

void closeIterator(Object* o) {
    setField<Object>(o, asIterator(o)->names, nullptr);
    setField<Object>(o, asIterator(o)->folder, nullptr);
}

Owned iterNext(Object* o) {
    IteratorObject* it = asIterator(o);
    if (!it->names) return nullptr;
    ListObject* left = asList(it->names);
    if (left->count == 0) return closeIterator(o), Owned(nullptr);
    Held<> name(newRef(left->items[left->count - 1])), folder(newRef(it->folder));
    if (!listAssignSlice(left, left->count - 1, left->count, nullptr)) return nullptr;
    return newEntry(name, folder, it->byHandle);
}

Owned closeMethod(Object* o) { return closeIterator(o), newNone(); }
Owned exitMethod(Object* o, Args) { return closeIterator(o), newNone(); }

void finalizeIterator(Object* o) {
    if (!asIterator(o)->names) return;
    Held<> before(takeError());
    std::string text = "unclosed scandir iterator ";
    if (appendRepr(text, o) && !warn(exc::ResourceWarning, text, o) && errorMatches(exc::Warning)) writeUnraisable(o);
    clearError();
    closeIterator(o);
    if (before) restoreError(before.release());
}

Owned scandir(Object*, Args args) {
    Object* out[1] = {None};
    PathArgument path;
    if (!parseArgs("scandir", args, "| path", out)) return nullptr;
    if (!path.read(out[0], "scandir", "path", PathArgument::Handle | PathArgument::Nothing)) return nullptr;
    std::string folder = path.path();
    std::vector<std::string> names;
    if (path.isHandle()) {
        FileStatus status;
        int failed = hostHandleStatus(path.handle(), status);
        if (!failed) failed = S_ISDIR(status.mode) ? hostHandlePath(path.handle(), folder) : ENOTDIR;
        if (failed) return raiseOsError(failed);
    }
    if (int failed = hostListFolder(folder, names)) return path.fail(failed);
    Held<> made(iteratorType->alloc(iteratorType, 0));
    Held<ListObject> list(newList(0));
    for (size_t i = names.size(); list && i-- > 0;) {
        Ref<> name(newPath(names[i], path.isBytes()));
        if (!name || !listAppend(list, name)) return nullptr;
    }
    Held<> from(newPath(folder, path.isBytes()));
    if (!made || !list || !from) return nullptr;
    setField<Object>(made.get(), asIterator(made)->names, list.release());
    setField<Object>(made.get(), asIterator(made)->folder, from.release());
    asIterator(made)->byHandle = path.isHandle();
    return made.release();
}

const MethodDef entryMethods[] = {
    {"is_dir", isDirMethod, NativeKind::Keywords},
    {"is_file", isFileMethod, NativeKind::Keywords},
    {"is_symlink", isSymlinkMethod},
    {"is_junction", isJunctionMethod},
    {"stat", statMethod, NativeKind::Keywords},
    {"inode", inodeMethod},
    {"__fspath__", fspathMethod},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};
const MemberDef entryMembers[] = {
    {"name", MemberKind::Object, offsetof(EntryObject, name)}, {"path", MemberKind::Object, offsetof(EntryObject, path)}, {}};
const Field entryFields[] = {{"name", offsetof(EntryObject, name)},        {"path", offsetof(EntryObject, path)},
                             {"place", offsetof(EntryObject, place)},      {"stat", offsetof(EntryObject, status)},
                             {"lstat", offsetof(EntryObject, linkStatus)}, {}};
const MethodDef iteratorMethods[] = {{"__enter__", iterSelf}, {"__exit__", exitMethod, 0, -1}, {"close", closeMethod}, {}};
const Field iteratorFields[] = {{"names", offsetof(IteratorObject, names)}, {"folder", offsetof(IteratorObject, folder)}, {}};

void defineEntry(Type* t) {
    t->name = "posix.DirEntry";
    t->basicSize = sizeof(EntryObject);
    t->flags = DisallowInstantiation;
    t->fields = entryFields;
    t->repr = reprEntry;
    t->methods = entryMethods;
    t->members = entryMembers;
}

void defineIterator(Type* t) {
    t->name = "posix.ScandirIterator";
    t->basicSize = sizeof(IteratorObject);
    t->flags = DisallowInstantiation;
    t->fields = iteratorFields;
    t->finalize = finalizeIterator;
    t->iter = iterSelf;
    t->iterNext = iterNext;
    t->methods = iteratorMethods;
}

}

bool addScandirTypes(Object* module) {
    iteratorType = makeModuleType(defineIterator);
    return iteratorType && addTypeToModule(module, entryType, defineEntry);
}

const MethodDef scandirFunctions[] = {{"scandir", scandir, NativeKind::Keywords}, {}};

}
