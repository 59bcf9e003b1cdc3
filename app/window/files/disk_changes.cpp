// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/disk_changes.h"

#include <QApplication>

#include "app/window/questions.h"
#include "app/window/workbench.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/kept/program_text.h"

namespace memtape {

namespace {

const QString about = QStringLiteral("the file on the disk");

}

DiskChanges::DiskChanges(Workbench& bench, Questions& questions) : m_bench(bench), m_questions(questions) {
    connect(&m_file, &ProgramOnDisk::stateChanged, this, &DiskChanges::tell);
    connect(&bench.document, &Document::programChanged, this, [this] {
        if (m_bench.document.path() != m_file.path()) m_file.follow({}, {});
        m_questions.withdraw(about);
    });
    // Where the file lies on another machine, nobody tells of changes.
    connect(qApp, &QApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) m_file.look();
    });
}

void DiskChanges::follow(const QByteArray& bytes) {
    m_questions.withdraw(about);
    m_file.follow(m_bench.document.path(), bytes);
}

void DiskChanges::tell() {
    const Document& document = m_bench.document;
    const QString name = document.title();
    switch (m_file.look()) {
    case ProgramOnDisk::State::Same:
        m_questions.withdraw(about);
        m_bench.document.setSavedText(programText(m_file.known()));
        break;
    case ProgramOnDisk::State::Gone:
        m_bench.document.setSavedText(QString()); // nothing is saved any more
        m_questions.ask(about, MessageBar::Tone::Notice, tr("%1 is no longer on the disk; its text is here only.").arg(name),
                        {{tr("Save"), [this] { overwrite(); }}, {tr("Save as…"), [this] { Q_EMIT saveWanted(true); }}});
        break;
    case ProgramOnDisk::State::Changed: {
        const QString text = document.isModified() ? tr("%1 was changed on the disk by another program, and here by you.").arg(name)
                                                   : tr("%1 was changed on the disk by another program.").arg(name);
        m_questions.ask(about, MessageBar::Tone::Notice, text,
                        {{tr("Take the disk's"), [this] { reload(); }}, {tr("Keep mine"), [this] { keepMine(); }}}, [this] { keepMine(); });
        break;
    }
    }
}

void DiskChanges::reload() {
    if (m_file.look() != ProgramOnDisk::State::Changed) return;
    Document& document = m_bench.document;
    const QByteArray bytes = m_file.current();
    const QStringList answers = document.answers();
    m_bench.follower.startAt(m_bench.cursor.step());
    document.setProgram(document.path(), programText(bytes));
    document.setAnswers(answers);
    follow(bytes);
    document.record();
}

// The text here is the newer one; what the disk has is known, and a save takes its place.
void DiskChanges::keepMine() {
    if (m_file.look() != ProgramOnDisk::State::Changed) return;
    const QByteArray bytes = m_file.current();
    m_bench.document.setSavedText(programText(bytes));
    follow(bytes);
}

void DiskChanges::overwrite() {
    if (m_file.look() == ProgramOnDisk::State::Changed) follow(m_file.current());
    else follow({});
    Q_EMIT saveWanted(false);
}

bool DiskChanges::mayWrite(const QString& path) {
    if (path != m_file.path() || m_file.look() != ProgramOnDisk::State::Changed) return true;
    m_questions.ask(about, MessageBar::Tone::Problem,
                    tr("%1 was not saved: another program has changed it on the disk meanwhile.").arg(m_bench.document.title()),
                    {{tr("Overwrite it"), [this] { overwrite(); }},
                     {tr("Save as…"), [this] { Q_EMIT saveWanted(true); }},
                     {tr("Take the disk's"), [this] { reload(); }}});
    return false;
}

}
