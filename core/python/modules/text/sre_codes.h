// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The code that CPython's re package compiles a pattern to: a list of 32-bit words. Operations are numbered as re/_constants.py numbers them, and
// the forms of their operands are those that re/_compiler.py emits:
//
//     LITERAL c            IN skip set… FAILURE       MARK n (2 × group, + 1 at its end)   INFO skip flags min max …
//     AT place             BRANCH (skip … JUMP end)… 0                                     GROUPREF_EXISTS group skip … [JUMP skip …]
//     REPEAT_ONE skip min max item SUCCESS           REPEAT skip min max … MAX_UNTIL or MIN_UNTIL
//     ASSERT skip back … SUCCESS                     ATOMIC_GROUP skip … SUCCESS           POSSESSIVE_REPEAT skip min max … SUCCESS
//
// A skip counts from the word that it stands in.

#include <cstdint>

namespace memtape::sre {

constexpr uint32_t codeMagic = 20230612;
constexpr uint32_t codeWordSize = 4;
constexpr uint32_t maxRepeat = UINT32_MAX; // as the most of a repeat: no bound
constexpr int64_t maxGroups = INT32_MAX / 2;

enum Code : uint32_t {
    CodeFailure,
    CodeSuccess,
    CodeAny,
    CodeAnyAll,
    CodeAssert,
    CodeAssertNot,
    CodeAt,
    CodeBranch,
    CodeCategory,
    CodeCharset,
    CodeBigCharset,
    CodeGroupRef,
    CodeGroupRefExists,
    CodeIn,
    CodeInfo,
    CodeJump,
    CodeLiteral,
    CodeMark,
    CodeMaxUntil,
    CodeMinUntil,
    CodeNotLiteral,
    CodeNegate,
    CodeRange,
    CodeRepeat,
    CodeRepeatOne,
    CodeSubpattern,
    CodeMinRepeatOne,
    CodeAtomicGroup,
    CodePossessiveRepeat,
    CodePossessiveRepeatOne,
    CodeGroupRefIgnore,
    CodeInIgnore,
    CodeLiteralIgnore,
    CodeNotLiteralIgnore,
    CodeGroupRefLocIgnore,
    CodeInLocIgnore,
    CodeLiteralLocIgnore,
    CodeNotLiteralLocIgnore,
    CodeGroupRefUniIgnore,
    CodeInUniIgnore,
    CodeLiteralUniIgnore,
    CodeNotLiteralUniIgnore,
    CodeRangeUniIgnore,
};

enum Place : uint32_t {
    AtBeginning,
    AtBeginningLine,
    AtBeginningString,
    AtBoundary,
    AtNonBoundary,
    AtEnd,
    AtEndLine,
    AtEndString,
    AtLocBoundary,
    AtLocNonBoundary,
    AtUniBoundary,
    AtUniNonBoundary,
    PlaceCount
};

// Of each two the second is the complement of the first.
enum Category : uint32_t {
    CategoryDigit = 0,
    CategorySpace = 2,
    CategoryWord = 4,
    CategoryLineBreak = 6,
    CategoryLocWord = 8,
    CategoryUniDigit = 10,
    CategoryUniSpace = 12,
    CategoryUniWord = 14,
    CategoryUniLineBreak = 16,
    CategoryCount = 18
};

enum InfoFlag : uint32_t { InfoPrefix = 1, InfoLiteral = 2, InfoCharset = 4 };

enum PatternFlag : uint32_t {
    FlagIgnoreCase = 2,
    FlagLocale = 4,
    FlagMultiline = 8,
    FlagDotAll = 16,
    FlagUnicode = 32,
    FlagVerbose = 64,
    FlagDebug = 128,
    FlagAscii = 256,
};

}
