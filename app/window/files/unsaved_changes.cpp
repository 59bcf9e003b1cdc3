// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/unsaved_changes.h"

#include <QLocale>
#include <algorithm>

#include "app/window/files/disk_changes.h"
#include "app/window/questions.h"
#include "app/window/workbench.h"
#include "ui/state/document.h"
#include "ui/state/kept/program_text.h"
#include "ui/state/kept/whole_file.h"

namespace memtape {

namespace {

constexpr int rest = 400;        // milliseconds without a change
constexpr qint64 longest = 3000; // likewise, after which a change is kept although more come

}

UnsavedChanges::UnsavedChanges(Workbench& bench, Questions& questions, const DiskChanges& disk, const QString& folder)
    : m_bench(bench),
      m_questions(questions),
      m_disk(disk),
      m_texts(folder) {
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &UnsavedChanges::keepNow);
    for (auto signal : {&Document::textChanged, &Document::programChanged}) connect(&bench.document, signal, this, &UnsavedChanges::follow);
}

void UnsavedChanges::follow() {
    if (!m_since.isValid()) m_since.start();
    m_rest.start(int(std::clamp<qint64>(longest - m_since.elapsed(), 0, rest)));
}

bool UnsavedChanges::isToBeKept() const {
    const Document& document = m_bench.document;
    return document.isModified() && (!document.path().isEmpty() || !document.text().trimmed().isEmpty());
}

bool UnsavedChanges::keepNow() {
    m_rest.stop();
    m_since.invalidate();
    if (isToBeKept()) return keep();
    m_texts.forget();
    return true;
}

bool UnsavedChanges::keep() {
    const Document& document = m_bench.document;
    UnsavedText text{document.path(), document.title(), document.text(), {}, QDateTime::currentDateTime()};
    if (!document.path().isEmpty()) text.base = UnsavedTexts::digest(m_disk.file().known());
    const QString problem = m_texts.keep(text);
    if (!problem.isEmpty() && problem != m_problem)
        m_questions.ask(QStringLiteral("unsaved texts"), MessageBar::Tone::Problem,
                        tr("Changes that are not saved would be lost if the window were ended: they cannot be kept (%1).").arg(problem), {});
    if (problem.isEmpty()) m_questions.withdraw(QStringLiteral("unsaved texts"));
    m_problem = problem;
    return problem.isEmpty();
}

// What is in a file was given up, or saved. A text without one is in the session, which another window may write after this one: it stays here too, and is
// let go when it is found there.
void UnsavedChanges::settle() {
    m_rest.stop();
    if (m_bench.document.path().isEmpty() && isToBeKept()) keep();
    else m_texts.forget();
}

void UnsavedChanges::offerLeft() {
    for (const auto& left : m_texts.takeLeft()) {
        const UnsavedText& text = left->text();
        const bool isHere = text.path.isEmpty() ? text.text == m_bench.document.text()
                                                : readWholeFile(text.path, ProgramOnDisk::mostBytes).bytes == programBytes(text.text).bytes;
        if (isHere) left->discard();
        else offer(left);
    }
}

void UnsavedChanges::offer(const std::shared_ptr<LeftText>& left) {
    const QString when = QLocale::system().toString(left->text().written, QLocale::ShortFormat);
    m_questions.ask(left->text().path + QLatin1Char('\n') + left->text().written.toString(Qt::ISODateWithMs), MessageBar::Tone::Notice,
                    tr("%1: changes that were not saved when the window ended (%2).").arg(left->text().title, when),
                    {{tr("Restore"), [this, left] { Q_EMIT restoreWanted(left); }}, {tr("Discard"), [left] { left->discard(); }}});
}

}
