// SPDX-License-Identifier: GPL-3.0-or-later

// pwd and grp: there is one user, the program's own, and one group.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/host/files.h"
#include "core/host/scratch.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/paths.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Type *userType, *groupType;
RuntimeCache typesCache([] { userType = groupType = nullptr; });

constexpr std::string_view userName = "user";

const StructSequenceField userFields[] = {
    {"pw_name", "user name"},  {"pw_passwd", "password"},    {"pw_uid", "user id"},         {"pw_gid", "group id"},
    {"pw_gecos", "real name"}, {"pw_dir", "home directory"}, {"pw_shell", "shell program"}, {},
};
const StructSequenceDef userDefinition{
    "pwd.struct_passwd",
    "pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n"
    "  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.",
    userFields, 7};
const StructSequenceField groupFields[] = {
    {"gr_name", "group name"}, {"gr_passwd", "password"}, {"gr_gid", "group id"}, {"gr_mem", "group members"}, {}};
const StructSequenceDef groupDefinition{"grp.struct_group",
                                        "grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n"
                                        "  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.\n",
                                        groupFields, 4};

Owned theUser() {
    Object* values[] = {newStr(userName).pointer, newStr("x").pointer,           newInt(programUser).pointer, newInt(programUser).pointer,
                        newStr("").pointer,       newStr(Scratch::home).pointer, newStr("/bin/sh").pointer};
    return newStructSequence(userType, values);
}
Owned theGroup() {
    Object* values[] = {newStr(userName).pointer, newStr("x").pointer, newInt(programUser).pointer, newList(0).pointer};
    return newStructSequence(groupType, values);
}

// ---- numbers and names as they are asked for

enum class NumberKind { Failed, Number, Below, Above };
// A uid_t or gid_t, of which −1 is a value too. Only an index is taken for a number, as of CPython's converter.
NumberKind readId(Object* o, const char* what, int64_t* id) {
    if (!o->type->index) {
        raise(exc::TypeError, "{} should be integer, not {}", what, o->type->name);
        return NumberKind::Failed;
    }
    Held<> number(numberIndex(o));
    if (!number) return NumberKind::Failed;
    int overflow = 0;
    int64_t value = intValue(number, &overflow);
    if (overflow > 0) return NumberKind::Above;
    // what fits into C's long, and not into 32 bits, has CPython say "less" on both sides
    if (overflow < 0 || value < -1 || value > UINT32_MAX) return NumberKind::Below;
    *id = value == UINT32_MAX ? -1 : value;
    return NumberKind::Number;
}

Owned missingId(const char* function, const char* what, int64_t id) { return raise(exc::KeyError, "{}(): {} not found: {}", function, what, id); }

Owned userById(Object*, Object* arg) {
    int64_t id = 0;
    NumberKind kind = readId(arg, "uid", &id);
    if (kind == NumberKind::Failed) return nullptr;
    if (kind != NumberKind::Number) return raise(exc::KeyError, "getpwuid(): uid not found");
    return id == programUser ? theUser() : missingId("getpwuid", "uid", id);
}

Owned groupById(Object*, Args args) {
    Object* out[1] = {};
    int64_t id = 0;
    if (!parseArgs("getgrgid", args, "id", out)) return nullptr;
    switch (readId(out[0], "gid", &id)) {
    case NumberKind::Failed: return nullptr;
    case NumberKind::Below: return raise(exc::OverflowError, "gid is less than minimum");
    case NumberKind::Above: return raise(exc::OverflowError, "gid is greater than maximum");
    case NumberKind::Number: break;
    }
    return id == programUser ? theGroup() : missingId("getgrgid", "gid", id);
}

bool isUserName(Object* text, const char* function, bool* found) {
    std::string bytes;
    if (!pathBytes(text, bytes)) return false;
    if (bytes.find('\0') != bytes.npos) return raise(exc::ValueError, "embedded null byte");
    *found = bytes == userName;
    return *found ? true : raise(exc::KeyError, "{}(): name not found: {!r}", function, text);
}

Owned userByName(Object*, Object* name) {
    bool found = false;
    if (!isStr(name)) return raise(exc::TypeError, "getpwnam() argument must be str, not {}", name->type->name);
    return isUserName(name, "getpwnam", &found) ? theUser() : Owned(nullptr);
}

Owned groupByName(Object*, Args args) {
    Object* out[1] = {};
    bool found = false;
    if (!parseArgs("getgrnam", args, "name", out)) return nullptr;
    if (!isStr(out[0])) return raise(exc::TypeError, "getgrnam() argument 1 must be str, not {}", out[0]->type->name);
    return isUserName(out[0], "getgrnam", &found) ? theGroup() : Owned(nullptr);
}

Owned onlyOne(Owned made) {
    Ref<> one(made);
    Ref<ListObject> list(newList(0));
    return one && list && listAppend(list, one) ? list.release() : Owned(nullptr);
}
Owned allUsers(Object*) { return onlyOne(theUser()); }
Owned allGroups(Object*) { return onlyOne(theGroup()); }

const MethodDef userFunctions[] = {{"getpwuid", userById}, {"getpwnam", userByName}, {"getpwall", allUsers}, {}};
const MethodDef groupFunctions[] = {
    {"getgrgid", groupById, NativeKind::Keywords}, {"getgrnam", groupByName, NativeKind::Keywords}, {"getgrall", allGroups}, {}};

}

Owned makePwdModule() {
    Ref<> m = newModule("pwd");
    if (!m || !addFunctions(m, userFunctions)) return nullptr;
    userType = newStructSequenceType(userDefinition);
    return userType && addToModule(m, "struct_passwd", newRef(userType)) ? m.release() : Owned(nullptr);
}

Owned makeGrpModule() {
    Ref<> m = newModule("grp");
    if (!m || !addFunctions(m, groupFunctions)) return nullptr;
    groupType = newStructSequenceType(groupDefinition);
    return groupType && addToModule(m, "struct_group", newRef(groupType)) ? m.release() : Owned(nullptr);
}

}
