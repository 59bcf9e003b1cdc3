// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tape from a few lines of text, for tests. One event a line; words are parted by spaces, texts stand in double quotes (\n \t \" \\ as in Python).
// Objects have names of the writer's choice; a name stands for one granule until it is freed and made again.
//
//     file main.py "x = 1\n"                    a source file of the program
//     code main "<module>" line 1 slots a b stack 2 [args 1] [library]      a code object; its first line, slot names
//     type Point Plain [fields __dict__] [program]       beyond the ready ones: int float complex bool NoneType str bytes bytearray
//                                                         range list tuple set dict function type module method generator Exception cell code
//     program                                   ProgramBegin
//     thread 2                                                          another thread runs, on frames of its own
//     push main [locals D] [function F] [codeobject C] [with OBJ…]   pop   suspend G   resume G       with: what the first slots are bound to
//     line 3   call 3   return 3 OBJ   exception 3 OBJ   steps
//     bind SLOT OBJ    unbind SLOT              by slot name or number
//     hold stack|native|interpreter INDEX OBJ   drop stack|native|interpreter INDEX
//     int NAME 5   float NAME 1.5   bool NAME True   none NAME   str NAME "text"   bytes NAME "text"     an object with its value
//     new NAME TYPE [SIZE]                      any other object
//     names a b …                               the strs of those texts, which are called 'a' and 'b'
//     small 1 2 …                               ints called by their value, immortal
//     free NAME [cycle|exit]   resize NAME SIZE [CAPACITY]   immortal NAME
//     item LIST INDEX OBJ   insert LIST INDEX OBJ   erase LIST INDEX [COUNT]   fill LIST INDEX OBJ…   length LIST LENGTH
//     entry DICT INDEX KEY VALUE   remove DICT INDEX
//     attr OBJ NAME VALUE   delattr OBJ NAME   field OBJ NAME VALUE   ("none" in place of an object clears)
//     name NAME OBJ   unname NAME               in the dict of names of the innermost frame that has one; 'NAME' is the key
//     append OBJ PREFIX "tail"
//     out "text"   err "text"   in "text"   raise OBJ   caught OBJ
//     import begins|ends                        of a module of the library: LibraryBegin, LibraryEnd
//     collect GENERATION   collected FOUND KEPT   limit CALLS   end [STATUS]
//
// Empty lines and what follows a # are skipped. The end is added where the script has none.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/events/recorder.h"
#include "core/python/shapes/shapes.h"
#include "core/tape/tape.h"

namespace memtape::test {

class EventScript {
public:
    EventScript();

    // False: a line makes no sense; problem() says which.
    bool run(std::string_view text);
    const std::string& problem() const { return m_problem; }
    std::shared_ptr<Tape> tape() const { return m_tape; }
    Recorder& recorder() { return m_recorder; }
    void finish(); // End, if it was not written

    Granule granule(std::string_view name) const; // 0: never made
    uint32_t typeId(std::string_view name) const;
    uint32_t codeId(std::string_view name) const;

private:
    struct Words;
    struct Frame {
        uint32_t code = 0;
        Granule locals = 0;
    };
    bool line(std::string_view text);
    bool control(Words& w, std::string_view verb);
    bool objects(Words& w, std::string_view verb);
    bool cells(Words& w, std::string_view verb);
    bool define(Words& w, std::string_view verb);
    uint32_t addType(std::string_view name, PythonShape shape, std::vector<std::string> fields, bool ofProgram);
    Granule make(std::string_view name);
    Granule object(std::string_view name);
    uint32_t slot(std::string_view name) const;
    uint32_t fieldOf(Granule object, std::string_view name) const;
    uint32_t attributeOf(Granule object, std::string_view name);
    bool rename(std::string_view name, Granule value);

    std::shared_ptr<Tape> m_tape;
    Recorder m_recorder;
    std::string m_problem;
    std::unordered_map<std::string, Granule> m_objects;
    std::unordered_map<std::string, uint32_t> m_types, m_codes, m_files;
    std::unordered_map<Granule, uint32_t> m_typeOf;
    std::unordered_map<std::string, uint32_t> m_attributes; // "type attribute"
    std::unordered_map<uint32_t, uint32_t> m_attributeCount;
    std::unordered_map<std::string, uint32_t> m_entries; // "dict key"
    std::unordered_map<Granule, uint32_t> m_entryCount;
    std::vector<Frame> m_frames;
    std::unordered_map<Granule, Frame> m_suspended;
    std::unordered_map<uint32_t, std::vector<Frame>> m_aside; // of the threads that do not run
    uint32_t m_thread = 0;
    std::vector<CodeInfo> m_codeInfos;
    std::vector<TypeInfo> m_typeInfos;
    Granule m_next = 0x1000;
    bool m_ended = false;
};

// The finished tape of a script that has no mistake (stops the test program with the mistake otherwise).
std::shared_ptr<Tape> tapeFromScript(std::string_view text);

}
