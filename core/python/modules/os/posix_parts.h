// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// posix, by theme; posix_module.cpp puts it together.

#include "core/host/files.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape::posix {

constexpr int processNumber = 1000; // os.getpid(), and the main thread's native number

extern const MethodDef fileFunctions[];    // posix_files.cpp: files and folders by their paths
extern const MethodDef changeFunctions[];  // posix_changes.cpp: what changes them
extern const MethodDef handleFunctions[];  // posix_handles.cpp: open files
extern const MethodDef processFunctions[]; // posix_process.cpp: the process and the machine
extern const MethodDef refusedFunctions[]; // posix_refused.cpp: what Memtape does not do for programs
extern const MethodDef textFunctions[];    // posix_texts.cpp: what is only about texts and numbers
extern const MethodDef scandirFunctions[]; // posix_scandir.cpp

bool addStatTypes(Object* module);    // posix_stat.cpp
bool addProcessTypes(Object* module); // posix_process.cpp
bool addScandirTypes(Object* module);
bool addConstants(Object* module);   // posix_constants.cpp
bool addEnvironment(Object* module); // posix_process.cpp

Owned newStatResult(const FileStatus& status);
Owned newStatvfsResult();
bool addSequenceType(Object* module, const StructSequenceDef& definition, Type*& out);

}
