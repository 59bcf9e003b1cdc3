// SPDX-License-Identifier: GPL-3.0-or-later

// _stat: the bits of a file's mode, and what they mean.

#include <sys/stat.h>

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

bool modeOf(Object* o, uint32_t* mode) {
    if (!isInt(o)) return raise(exc::TypeError, "an integer is required");
    if (intSign(o) < 0) return raise(exc::OverflowError, "can't convert negative value to unsigned int");
    int overflow;
    int64_t value = intValue(o, &overflow);
    if (overflow) return raise(exc::OverflowError, "Python int too large to convert to C unsigned long");
    if (value > UINT32_MAX) return raise(exc::OverflowError, "mode out of range");
    *mode = static_cast<uint32_t>(value);
    return true;
}

// What the type bits of a mode may be, with the letter that `ls -l` begins with.
struct FileType {
    uint32_t bits;
    char letter;
};
constexpr FileType fileTypes[] = {{S_IFREG, '-'}, {S_IFDIR, 'd'}, {S_IFLNK, 'l'}, {S_IFBLK, 'b'}, {S_IFCHR, 'c'}, {S_IFIFO, 'p'}, {S_IFSOCK, 's'}};

template <uint32_t bits> Owned isOfType(Object*, Object* arg) {
    uint32_t mode;
    return modeOf(arg, &mode) ? newBool((mode & S_IFMT) == bits) : Owned(nullptr);
}
// Doors, event ports and whiteouts: no file here is one.
Owned isOfNoType(Object*, Object* arg) {
    uint32_t mode;
    return modeOf(arg, &mode) ? newBool(false) : Owned(nullptr);
}
template <uint32_t bits> Owned masked(Object*, Object* arg) {
    uint32_t mode;
    return modeOf(arg, &mode) ? newInt(mode & bits) : Owned(nullptr);
}

Owned fileMode(Object*, Object* arg) {
    uint32_t mode;
    if (!modeOf(arg, &mode)) return nullptr;
    std::string text = "?rwxrwxrwx";
    for (const FileType& type : fileTypes)
        if ((mode & S_IFMT) == type.bits) text[0] = type.letter;
    for (size_t i = 1; i < 10; ++i)
        if (!(mode >> (9 - i) & 1)) text[i] = '-';
    const struct {
        uint32_t bit;
        size_t place;
        char set, setAlone;
    } specials[] = {{S_ISUID, 3, 's', 'S'}, {S_ISGID, 6, 's', 'S'}, {S_ISVTX, 9, 't', 'T'}};
    for (const auto& special : specials)
        if (mode & special.bit) text[special.place] = text[special.place] == 'x' ? special.set : special.setAlone;
    return newStr(text);
}

const MethodDef functions[] = {
    {"S_ISDIR", isOfType<S_IFDIR>},   {"S_ISCHR", isOfType<S_IFCHR>},
    {"S_ISBLK", isOfType<S_IFBLK>},   {"S_ISREG", isOfType<S_IFREG>},
    {"S_ISFIFO", isOfType<S_IFIFO>},  {"S_ISLNK", isOfType<S_IFLNK>},
    {"S_ISSOCK", isOfType<S_IFSOCK>}, {"S_ISDOOR", isOfNoType},
    {"S_ISPORT", isOfNoType},         {"S_ISWHT", isOfNoType},
    {"S_IMODE", masked<07777>},       {"S_IFMT", masked<S_IFMT>},
    {"filemode", fileMode},           {},
};

constexpr IntConstant constants[] = {
    {"S_IFDIR", S_IFDIR},
    {"S_IFCHR", S_IFCHR},
    {"S_IFBLK", S_IFBLK},
    {"S_IFREG", S_IFREG},
    {"S_IFIFO", S_IFIFO},
    {"S_IFLNK", S_IFLNK},
    {"S_IFSOCK", S_IFSOCK},
    {"S_IFDOOR", 0},
    {"S_IFPORT", 0},
    {"S_IFWHT", 0},
    {"S_ISUID", S_ISUID},
    {"S_ISGID", S_ISGID},
    {"S_ISVTX", S_ISVTX},
    {"S_ENFMT", S_ISGID},
    {"S_IREAD", S_IRUSR},
    {"S_IWRITE", S_IWUSR},
    {"S_IEXEC", S_IXUSR},
    {"S_IRWXU", S_IRWXU},
    {"S_IRUSR", S_IRUSR},
    {"S_IWUSR", S_IWUSR},
    {"S_IXUSR", S_IXUSR},
    {"S_IRWXG", S_IRWXG},
    {"S_IRGRP", S_IRGRP},
    {"S_IWGRP", S_IWGRP},
    {"S_IXGRP", S_IXGRP},
    {"S_IRWXO", S_IRWXO},
    {"S_IROTH", S_IROTH},
    {"S_IWOTH", S_IWOTH},
    {"S_IXOTH", S_IXOTH},
    // flags of other systems' files
    {"UF_SETTABLE", 0xffff},
    {"UF_NODUMP", 1},
    {"UF_IMMUTABLE", 2},
    {"UF_APPEND", 4},
    {"UF_OPAQUE", 8},
    {"UF_NOUNLINK", 0x10},
    {"UF_COMPRESSED", 0x20},
    {"UF_TRACKED", 0x40},
    {"UF_DATAVAULT", 0x80},
    {"UF_HIDDEN", 0x8000},
    {"SF_SETTABLE", 0xffff0000},
    {"SF_ARCHIVED", 0x10000},
    {"SF_IMMUTABLE", 0x20000},
    {"SF_APPEND", 0x40000},
    {"SF_NOUNLINK", 0x100000},
    {"SF_SNAPSHOT", 0x200000},
    {"SF_FIRMLINK", 0x800000},
    {"SF_DATALESS", 0x40000000},
    // places in what os.stat() gives
    {"ST_MODE", 0},
    {"ST_INO", 1},
    {"ST_DEV", 2},
    {"ST_NLINK", 3},
    {"ST_UID", 4},
    {"ST_GID", 5},
    {"ST_SIZE", 6},
    {"ST_ATIME", 7},
    {"ST_MTIME", 8},
    {"ST_CTIME", 9},
    {},
};

}

Owned makeStatModule() {
    Ref<> module = newModule("_stat");
    return module && addFunctions(module, functions) && addConstants(module, constants) ? module.release() : Owned(nullptr);
}

}
