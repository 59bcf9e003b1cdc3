// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a line of the program's text is about to do, as far as that is certain before it runs: a kind of doing and the pieces of the text that it is
// about, for whoever makes a sentence of them.

#include <cstdint>
#include <string>
#include <vector>

namespace memtape {

struct Outlook {
    enum class Doing : uint8_t {
        Unknown,
        Nothing,       //
        Continue,      // the statement that begins in `line`
        Evaluate,      // `value`, whose result nobody keeps
        Print,         // `value`, empty: an empty line
        Bind,          // each of `targets` to `value`
        Unpack,        // `value`, its parts to `targets`
        Replace,       // the items `targets[0]` by those of `value`
        Operate,       // `targets[0]` by `value`; `operation` is how the text writes it: `+=`
        Return,        // `value`, empty: nothing
        Yield,         // `value`, empty: nothing
        DefineRoutine, // `targets[0]`
        DefineClass,   // `targets[0]`
        Decorate,      // what is defined below, by `value`
        NextItem,      // `targets` to the next item of `value`
        Repeat,        // while `value` is true
        Test,          // `value`; what is below runs where it is true
        Assert,        // `value`
        Remove,        // `targets`
        LoadModule,    // each of `values` under the name in `targets`
        LoadNames,     // of the module `value`, `targets`; no targets: all
        Raise,         // `value`, empty: the error being handled
        Watch,         // the statements below, for errors
        Clause,        // an error of the kind `value`, empty: any; `targets[0]`, if there, is its name
        EnterContext,  // `value`; `targets[0]`, if there, is what it gives
        LeaveLoop,     //
        NextRound,     // of the loop
        Match,         // `value` with the patterns below
        Pattern,       // `value`
    };
    // How `value` comes to its object.
    enum class Form : uint8_t {
        Computed,
        Place,    // it is a name, an attribute or an item: the object is there, and stays the same one
        Constant, // it is a number, a text …
        Display,  // a new object of the type `made`
        Call,     // of `callee`
        Wait,     // for what it awaits
    };

    Doing doing = Doing::Unknown;
    Form form = Form::Computed;
    std::vector<std::string> targets, values;
    std::string value, callee, made, operation;
    uint32_t line = 0;
    bool hasMore = false; // further statements stand in the line
};

}
