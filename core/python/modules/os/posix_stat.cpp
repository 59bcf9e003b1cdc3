// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/host/host.h"
#include "core/host/scratch.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"

// stat_result and statvfs_result.

namespace memtape::posix {

namespace {

Type *statResult, *statvfsResult;
NewFunc createSequence;
RuntimeCache typesCache([] { statResult = statvfsResult = nullptr; });

const StructSequenceField statFields[] = {
    {"st_mode", "protection bits"},
    {"st_ino", "inode"},
    {"st_dev", "device"},
    {"st_nlink", "number of hard links"},
    {"st_uid", "user ID of owner"},
    {"st_gid", "group ID of owner"},
    {"st_size", "total size, in bytes"},
    {"", "integer time of last access"},
    {"", "integer time of last modification"},
    {"", "integer time of last change"},
    {"st_atime", "time of last access"},
    {"st_mtime", "time of last modification"},
    {"st_ctime", "time of last change"},
    {"st_atime_ns", "time of last access in nanoseconds"},
    {"st_mtime_ns", "time of last modification in nanoseconds"},
    {"st_ctime_ns", "time of last change in nanoseconds"},
    {"st_blksize", "blocksize for filesystem I/O"},
    {"st_blocks", "number of blocks allocated"},
    {"st_rdev", "device type (if inode device)"},
    {},
};
const StructSequenceDef statDefinition{
    "os.stat_result",
    "stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, "
    "ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, "
    "st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.",
    statFields, 10};

const StructSequenceField statvfsFields[] = {{"f_bsize"}, {"f_frsize"}, {"f_blocks"}, {"f_bfree"},   {"f_bavail"}, {"f_files"},
                                             {"f_ffree"}, {"f_favail"}, {"f_flag"},   {"f_namemax"}, {"f_fsid"},   {}};
const StructSequenceDef statvfsDefinition{
    "os.statvfs_result",
    "statvfs_result: Result from statvfs or fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, files, ffree, "
    "favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and so on.\n\nSee os.statvfs for more information.",
    statvfsFields, 10};

// Made by a program from a sequence, the times as floats are those in seconds where it gives no others.
Owned createStatResult(Type* type, Args args) {
    Owned made = createSequence(type, args);
    TupleObject* result = made ? asTuple(made.pointer) : nullptr;
    for (int i = 7; result && i < 10; ++i) {
        if (!isNone(result->items[i + 3])) continue;
        result->items[i + 3] = newRef(result->items[i]).pointer;
        recordCell(result, CellKind::Item, static_cast<uint32_t>(i + 3), result->items[i + 3]);
    }
    return made;
}

constexpr int64_t second = 1'000'000'000;
int64_t floorSeconds(int64_t ns) { return ns / second - (ns % second < 0); }
Owned secondsOf(int64_t ns) {
    int64_t whole = floorSeconds(ns);
    return newFloat(static_cast<double>(whole) + static_cast<double>(ns - whole * second) * 1e-9);
}

}

bool addStatTypes(Object* module) {
    if (!addSequenceType(module, statDefinition, statResult) || !addSequenceType(module, statvfsDefinition, statvfsResult)) return false;
    createSequence = statResult->create;
    statResult->create = createStatResult;
    return true;
}

Owned newStatResult(const FileStatus& s) {
    Object* values[] = {newInt(s.mode).pointer,
                        newIntFromUnsigned(s.inode).pointer,
                        newIntFromUnsigned(s.device).pointer,
                        newIntFromUnsigned(s.links).pointer,
                        newInt(s.user).pointer,
                        newInt(s.group).pointer,
                        newInt(s.size).pointer,
                        newInt(floorSeconds(s.readNs)).pointer,
                        newInt(floorSeconds(s.writtenNs)).pointer,
                        newInt(floorSeconds(s.changedNs)).pointer,
                        secondsOf(s.readNs).pointer,
                        secondsOf(s.writtenNs).pointer,
                        secondsOf(s.changedNs).pointer,
                        newInt(s.readNs).pointer,
                        newInt(s.writtenNs).pointer,
                        newInt(s.changedNs).pointer,
                        newInt(s.blockSize).pointer,
                        newInt(s.blocks).pointer,
                        newIntFromUnsigned(s.specialDevice).pointer};
    return newStructSequence(statResult, values);
}

// The room of the scratch folder.
Owned newStatvfsResult() {
    int64_t blocks = static_cast<int64_t>(host.scratchLimit / 4096);
    int64_t left = std::max<int64_t>(0, blocks - static_cast<int64_t>((scratch.used() + 4095) / 4096));
    const int64_t numbers[] = {4096, 4096, blocks, left, left, blocks, left, left, 4096, 255, 0};
    Object* values[std::size(numbers)];
    for (size_t i = 0; i < std::size(numbers); ++i) values[i] = newInt(numbers[i]).pointer;
    return newStructSequence(statvfsResult, values);
}

}
