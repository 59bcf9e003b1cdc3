// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be asked before a step: what will the memory, the output or the stack be after it? Each question has its answer from the tape, and wrong
// choices that are near enough to be thought about. Facts only; QuestionWords puts them into sentences.

#include <QString>
#include <QVector>
#include <functional>

#include "core/replay/reading.h"

namespace memtape {

class Run;

struct Question {
    enum class Kind : uint8_t {
        NextLine,   // which line runs next
        RefersTo,   // which object a name or a part will refer to
        Value,      // which value it will have
        Released,   // which object will be released
        References, // how many references there will be to `object`
        Printed,    // what will be printed
        Frame,      // which frame goes
    };
    struct Choice {
        enum class Form : uint8_t {
            Object, // `object`, which is there before the step
            New,    // an object that the step makes
            Text,   // `text`: a value or an output as it is written; of Frame: the call, whose life is `number`
            Number, // `number`: a line, or a count
            None,   // no object, or no frame
        } form = Form::Text;
        ObjectId object;
        QString text;
        uint64_t number = 0;
        bool operator==(const Choice&) const = default;
    };
    // What is asked about: a name, or a part of an object.
    struct Subject {
        PartRole role = PartRole::Plumbing; // a name
        QString text;                       // the name; of a part: its name or its key
        QString call;                       // a name that the call of this gets: the call's
        ObjectId holder;                    // a part: of this object
        uint32_t index = 0;                 // Item
        uint32_t frame = 0;                 // a name: of the frame with this life
    };

    Kind kind = Kind::NextLine;
    uint64_t step = 0; // asked here about the next step
    uint32_t line = 0; // which is about to run
    Subject subject;   // RefersTo, Value
    ObjectId object;   // References
    QVector<Choice> choices;
    int right = 0;    // of the choices
    int fact = -1;    // of the next step (StepFacts) that tells the answer; -1: none does
    double worth = 0; // above 0, at most 1: how much there is to think about

    bool asksForObject() const { return kind == Kind::RefersTo || kind == Kind::Released; }
};
constexpr int questionKinds = int(Question::Kind::Frame) + 1;

// What of the memory the asked one has before the eyes.
struct Sight {
    std::function<bool(ObjectId)> hasBox; // in the picture, where it can be clicked; not set: objects are told by their words alone
    bool showsCounts = true;              // of references
};

// All that can be asked at a step about the next one, in a lasting order; empty at the last step, and where a thread gives way to another.
QVector<Question> questionsAt(Run& run, uint64_t step, const Sight& sight = {});

}
