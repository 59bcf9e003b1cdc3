// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of a page itself: of its buttons, headings and labels.

#include <QString>
#include <cstdint>

namespace memtape {

enum class PageWord : uint8_t {
    LanguageName,
    Language,
    Program,
    Printed,
    NothingYet,
    Picture,
    Stack,
    Heap,
    Happened,
    ClickObject,
    NotThat,
    DrawHint,
    DrawCheck,
    DrawShow,
    DrawWrong,
    Transport,
    First,
    Back,
    Step,
    Last,
    Play,
    Scrubber,
    Keys,
    MadeWith,
};

QString pageWord(PageWord word, const QString& language);
QString tooManySteps(uint64_t steps, uint64_t most, double bytes); // in the language of now

}
