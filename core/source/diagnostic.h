// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be wrong with a program's text. A SyntaxProblem has everything that a SyntaxError object of the running
// program shows: message, place and the source line; who receives one makes the exception of it, or words it on screen.

#include <string>

namespace memtape {

struct SyntaxProblem {
    // The last two are not SyntaxErrors: a program too deep for CPython's parser ends in a MemoryError, and one whose
    // tree is too deep for its later passes in a RecursionError. Only `message` counts then.
    enum class Kind : unsigned char { SyntaxError, IndentationError, TabError, MemoryError, RecursionError };

    Kind kind = Kind::SyntaxError;
    std::string message;
    std::string file;
    int line = 0, column = 0;       // column: from 1, in characters, as SyntaxError.offset; 0 where CPython has 0
    int endLine = 0, endColumn = 0; // exclusive, from 1 as well; -1 where CPython has none
    std::string text;               // the source line with its line end; empty where CPython has None (see hasText)
    bool hasText = true;
    bool isOfScopes = false; // found among the scopes: the exception's args are the message alone, its place is set afterwards
    bool hasPosition = true; // false: lineno, offset and text are None
    // The source ended before the program did, inside a bracket, string or block: a prompt would ask for more.
    bool isIncomplete = false;
};

// A SyntaxWarning that reading the text gives rise to ("invalid escape sequence '\d'", "invalid decimal literal"). A
// filter that turns warnings into errors turns this one into a SyntaxError with the same message and place.
struct SyntaxWarning {
    std::string message;
    int line = 0;
    int column = 0;    // from 1, in characters
    int endColumn = 0; // exclusive
    int endLine = 0;
    bool isOfCompiler = false; // not of the parser, which has the line at hand
};

}
