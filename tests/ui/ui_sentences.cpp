// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what "What happened" says at each step of programs, to be read: ui_sentences [--ko] [--questions] PROGRAM.py…
// With --questions what can be asked there, too: the right choice with a star, and what it is worth.
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QTranslator>

#include "core/languages/languages.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/predict/question_words.h"
#include "ui/models/sentences/happened_text.h"

using namespace memtape;

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    registerLanguages();
    QStringList files = application.arguments().mid(1);
    QTranslator korean;
    if (files.removeAll(QStringLiteral("--ko")) && korean.load(QStringLiteral(":/translations/memtape_ko.qm")))
        application.installTranslator(&korean);
    const bool hasQuestions = files.removeAll(QStringLiteral("--questions"));
    QTextStream out(stdout);
    for (const QString& name : std::as_const(files)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto run = recordedRun(QString::fromUtf8(file.readAll()));
        for (uint64_t step = 0; step < run->stepCount(); ++step) {
            StepText said = HappenedText::describe(*run, step);
            out << step << "\n  - " << said.justTitle << "\n    " << said.justBody << "\n  > " << said.nextTitle << "\n    " << said.nextBody << "\n";
            if (!hasQuestions) continue;
            for (const Question& question : questionsAt(*run, step)) {
                const QuestionWords words(*run, question);
                out << "  ? " << question.worth << "  " << words.about() << "\n    " << words.question() << "\n";
                for (int i = 0; i < question.choices.size(); ++i) out << (i == question.right ? "     *" : "      ") << words.choice(i) << "\n";
                out << "    " << words.truth() << "\n";
            }
        }
    }
    return 0;
}
