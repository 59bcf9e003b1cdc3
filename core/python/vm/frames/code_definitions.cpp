// SPDX-License-Identifier: GPL-3.0-or-later
// Code objects and source files, as the tape defines them.

#include <string>
#include <unordered_map>

#include "core/events/recorder.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_definitions.h"
#include "core/python/vm/frames/frame.h"

namespace memtape {

namespace {

std::unordered_map<std::string, uint32_t> fileIds;
uint32_t lastCode = 0;

}

void forgetCodeDefinitions() {
    fileIds.clear();
    lastCode = 0;
}

void defineSourceOnTape(const std::string& path, std::string_view source, bool ofProgram) {
    if (!recorder || fileIds.count(path)) return;
    uint32_t id = static_cast<uint32_t>(fileIds.size()) + 1;
    fileIds.emplace(path, id);
    recorder->defineFile(id, path, source, ofProgram);
}

uint32_t defineCodeOnTape(CodeObject* code) {
    const CodeUnit& unit = *codeUnit(code);
    if (!fileIds.count(unit.filename)) defineSourceOnTape(unit.filename, {}, code->ofProgram);
    CodeInfo info;
    info.id = ++lastCode;
    info.file = fileIds[unit.filename];
    info.name = unit.name;
    info.qualname = unit.qualname;
    info.firstLine = static_cast<uint32_t>(unit.firstLine);
    info.ofProgram = code->ofProgram;
    info.ofLibrary = code->ofLibrary;
    info.argCount = unit.argCount + unit.kwOnlyArgCount + ((unit.flags & CodeFlag::VarArgs) != 0) + ((unit.flags & CodeFlag::VarKeywords) != 0);
    info.slots = unit.localsPlusNames;
    info.slotKinds = unit.localsPlusKinds;
    info.stackSize = unit.stackSize;
    info.frameBytes = static_cast<uint32_t>(frameWords(code) * sizeof(void*));
    recorder->defineCode(info);
    return info.id;
}

}
