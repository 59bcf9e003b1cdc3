// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_verb.h"

#include "app/verbs.h"
#include "ui/models/lessons/lesson_check.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

std::string finding(const CommandLine& line, int at, const std::string& text) { return line.file + ":" + std::to_string(at) + ": " + text + "\n"; }

}

int lessonCheckVerb(const CommandLine& line) {
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    if (const auto& problem = opened.result.problem)
        return print(finding(line, int(problem->line), "The program does not start: " + problem->message)) ? 1 : 3;
    std::unique_ptr<Run> run = openRun(opened.tape, Reach::Whole);
    auto first = run->stateAt(run->firstStep());
    if (!first || first->step().code == UINT32_MAX) {
        complain("the recording of '" + line.file + "' has no steps");
        return 2;
    }
    const std::string_view source = first->fileSource(first->code(first->step().code).file);
    const Lesson lesson = Lesson::parse({}, QString::fromUtf8(source.data(), qsizetype(source.size())));
    std::string out;
    const QVector<LessonProblem> found = checkLesson(lesson, *run);
    for (const LessonProblem& problem : found) out += finding(line, problem.line, problem.text.toStdString());
    if (!print(found.isEmpty() ? "no mistakes\n" : out)) return 3;
    if (!opened.note.empty()) complain(opened.note);
    return found.isEmpty() ? opened.status : 1;
}

}
