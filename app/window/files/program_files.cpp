// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/program_files.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include "app/window/files/unsaved_changes.h"
#include "app/window/lessons/lessons.h"
#include "app/window/messages.h"
#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "core/session/language.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/kept/program_text.h"
#include "ui/state/kept/unsaved_texts.h"
#include "ui/state/kept/whole_file.h"
#include "ui/state/run.h"
#include "ui/state/settings.h"
#include "ui/views/files_view.h"
#include "ui/views/happened_view.h"

namespace memtape {

namespace {

// The languages there are by name, and the patterns of their files.
struct Programs {
    QString languages, files;
};

Programs programs() {
    QStringList names, patterns;
    for (const std::string& name : languageNames()) names.append(QString::fromStdString(name));
    for (const std::string& ending : programFileEndings()) patterns.append(QLatin1Char('*') + QString::fromStdString(ending));
    return {names.join(QStringLiteral(", ")), patterns.join(QLatin1Char(' '))};
}

}

ProgramFiles::ProgramFiles(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages, Lessons& lessons)
    : m_bench(bench),
      m_views(views),
      m_layout(layout),
      m_messages(messages),
      m_lessons(lessons),
      m_disk(bench, messages.questions()) {
    bench.actions.on(ActionId::New, this, [this] {
        if (mayLeave()) begin();
    });
    bench.actions.on(ActionId::LessonNew, this, [this] {
        if (mayLeave()) beginWith(lessonTemplate());
    });
    bench.actions.on(ActionId::Open, this, [this] {
        if (mayLeave()) choose();
    });
    bench.actions.on(ActionId::Save, this, [this] { save(false); });
    bench.actions.on(ActionId::SaveAs, this, [this] { save(true); });
    bench.actions.on(ActionId::SaveRecording, this, [this] { saveRecording(); });
    connect(&views.of<CodePanel>(), &CodePanel::editCopyRequested, this, &ProgramFiles::editCopy);
    connect(&m_disk, &DiskChanges::saveWanted, this, &ProgramFiles::save);
    connectWritten();
    bench.document.setPackageFolders(bench.settings.packageFolders());
    auto* folders = new QMenu(&bench.window);
    bench.actions[ActionId::PackageFolders]->setMenu(folders);
    connect(folders, &QMenu::aboutToShow, this, &ProgramFiles::listPackageFolders);
}

// What a session speaks of may be gone, with another version or by the user's hand.
void ProgramFiles::openLast() {
    const Settings& settings = m_bench.settings;
    const QString lesson = settings.lastLesson(), file = settings.lastFile();
    auto tellGone = [this](const QString& sentence) {
        m_messages.questions().ask(QStringLiteral("session"), MessageBar::Tone::Notice, sentence, {});
    };
    if (!lesson.isEmpty() && m_lessons.has(lesson)) m_lessons.open(lesson);
    else if (!lesson.isEmpty()) {
        m_lessons.openFirst();
        tellGone(tr("The lesson that was open last is not there any more, so this is the first one."));
        return;
    } else if (!file.isEmpty() && QFileInfo::exists(file)) open(file);
    else {
        m_bench.document.setProgram({}, settings.lastText());
        m_bench.document.setSavedText({}); // it is in no file
        m_bench.document.record();
        if (!file.isEmpty()) tellGone(tr("%1 was open last and is not there any more.").arg(file));
    }
    m_bench.follower.startAt(settings.lastStep());
}

void ProgramFiles::keepSession() {
    const Document& document = m_bench.document;
    m_bench.settings.keepSession(document.path(), document.path().isEmpty() ? document.text() : QString(), m_lessons.openId(), m_bench.cursor.step());
}

// What another program begins with.
void ProgramFiles::leave() {
    m_lessons.leave();
    m_layout.showMain(m_views.of<CodePanel>());
    m_messages.clear();
}

bool ProgramFiles::open(const QString& path) {
    leave();
    m_bench.follower.startAtFirstLine();
    if (path.endsWith(QStringLiteral(".tape"))) return openRecording(path);
    const ReadFile file = readWholeFile(path, ProgramOnDisk::mostBytes);
    if (!file.problem.isEmpty()) {
        m_messages.problem(tr("%1 cannot be read: %2.").arg(path, file.problem));
        return false;
    }
    m_bench.document.setProgram(path, programText(file.bytes));
    m_disk.follow(file.bytes);
    Q_EMIT titleChanged();
    m_bench.document.record();
    m_views.of<Canvas>().view().setFocus();
    return true;
}

bool ProgramFiles::openRecording(const QString& path) {
    QString error;
    bool opened = m_bench.document.openRecording(path, &error);
    if (!opened) {
        m_messages.problem(error);
        return false;
    }
    Q_EMIT titleChanged();
    if (const Run* run = m_bench.document.run(); run && run->firstStep())
        m_messages.hint(tr("This recording begins at step %1 of its run: what was before was dropped while it was made.").arg(run->firstStep()));
    return true;
}

void ProgramFiles::begin() {
    leave();
    m_bench.follower.startAtFirstLine();
    m_bench.document.setProgram({}, {});
    Q_EMIT titleChanged();
    m_views.of<CodePanel>().editor().setFocus();
}

void ProgramFiles::editCopy() {
    const QString text = m_bench.document.text(); // which leaving forgets
    beginWith(text);
}

void ProgramFiles::beginWith(const QString& text) {
    leave();
    m_bench.document.setProgram({}, text);
    Q_EMIT titleChanged();
    m_bench.document.record();
    m_views.of<CodePanel>().editor().setFocus();
}

void ProgramFiles::choose() {
    const Programs known = programs();
    QString kinds = tr("%1 programs and recordings (%2 *.tape);;All files (*)").arg(known.languages, known.files);
    QString path = QFileDialog::getOpenFileName(&m_bench.window, tr("Open"), QString(), kinds);
    if (!path.isEmpty()) open(path);
}

void ProgramFiles::save(bool askForPath) {
    Document& document = m_bench.document;
    QString path = document.path();
    if (path.isEmpty() || askForPath) {
        const Programs known = programs();
        QString kinds = tr("%1 programs (%2)").arg(known.languages, known.files);
        path = QFileDialog::getSaveFileName(&m_bench.window, tr("Save the program"), document.title(), kinds);
    }
    const ProgramBytes made = programBytes(document.text());
    if (path.isEmpty() || !m_disk.mayWrite(path)) return;
    if (!made.character.isEmpty()) {
        m_messages.problem(tr("Not saved: the program's first lines name the encoding %1, which has no “%2”.").arg(made.encoding, made.character));
        return;
    }
    if (!write(path, made.bytes)) return;
    document.setPath(path);
    document.markSaved();
    m_disk.follow(made.bytes);
    Q_EMIT titleChanged();
}

bool ProgramFiles::write(const QString& path, const QByteArray& bytes) {
    const QString problem = writeWholeFile(path, bytes);
    if (!problem.isEmpty()) m_messages.problem(tr("%1 cannot be written: %2.").arg(path, problem));
    return problem.isEmpty();
}

// The tab is there while there is something on it.
void ProgramFiles::connectWritten() {
    auto* files = &m_views.of<FilesView>();
    m_layout.setTabVisible(*files, false);
    connect(files, &FilesView::listed, this, [this, files] {
        if (files->isEmpty() && files->isVisible()) m_layout.showTab(m_views.of<HappenedView>());
        m_layout.setTabVisible(*files, !files->isEmpty());
    });
    connect(files, &FilesView::saveRequested, this, &ProgramFiles::saveWritten);
}

void ProgramFiles::saveWritten(int number) {
    const auto& end = m_bench.document.end();
    if (!end || number < 0 || size_t(number) >= end->files.size()) return;
    const ProgramFile file = end->files[size_t(number)];
    QString path = QFileDialog::getSaveFileName(&m_bench.window, tr("Save the file"), QFileInfo(QString::fromStdString(file.path)).fileName());
    if (!path.isEmpty()) write(path, QByteArray::fromStdString(file.content));
}

void ProgramFiles::listPackageFolders() {
    QMenu& menu = *m_bench.actions[ActionId::PackageFolders]->menu();
    menu.clear();
    menu.addAction(tr("Add a folder…"), this, &ProgramFiles::addPackageFolder);
    const QStringList folders = m_bench.settings.packageFolders();
    if (!folders.isEmpty()) menu.addSeparator();
    for (const QString& folder : folders)
        menu.addAction(tr("Remove %1").arg(QString(folder).replace(QLatin1Char('&'), QStringLiteral("&&"))), this, [this, folder] {
            QStringList left = m_bench.settings.packageFolders();
            left.removeAll(folder);
            setPackageFolders(left);
        });
}

void ProgramFiles::addPackageFolder() {
    QString folder = QFileDialog::getExistingDirectory(&m_bench.window, tr("A folder of packages that programs may import"));
    QStringList folders = m_bench.settings.packageFolders();
    if (folder.isEmpty() || folders.contains(folder)) return;
    folders.append(folder);
    setPackageFolders(folders);
}

void ProgramFiles::setPackageFolders(const QStringList& folders) {
    m_bench.settings.setPackageFolders(folders);
    m_bench.document.setPackageFolders(folders);
    if (m_bench.document.run()) m_messages.hint(tr("Packages are imported from the new list of folders when the program is recorded again."));
}

void ProgramFiles::saveRecording() {
    QString path = QFileDialog::getSaveFileName(&m_bench.window, tr("Save the recording"), QString(), tr("Recordings (*.tape)"));
    QString error;
    if (!path.isEmpty() && !m_bench.document.saveRecording(path, &error)) m_messages.problem(error);
}

bool ProgramFiles::mayLeave() {
    const Document& document = m_bench.document;
    const bool isNothing = document.path().isEmpty() && document.text().trimmed().isEmpty();
    return !document.isModified() || isNothing || askToLeave();
}

bool ProgramFiles::mayClose() {
    const Document& document = m_bench.document;
    return document.path().isEmpty() || !document.isModified() || askToLeave(); // what is in no file is kept by the session
}

bool ProgramFiles::askToLeave() {
    QMessageBox box(QMessageBox::Question, QStringLiteral("Memtape"), tr("%1 has changes that are not saved.").arg(m_bench.document.title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_bench.window);
    box.setTextFormat(Qt::PlainText); // a file's name is no mark-up
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: save(false); return !m_bench.document.isModified();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

void ProgramFiles::restore(const std::shared_ptr<LeftText>& left, UnsavedChanges& unsaved) {
    if (!mayLeave()) {
        unsaved.offer(left); // again: nothing was decided
        return;
    }
    leave();
    const UnsavedText& text = left->text();
    const ReadFile file = text.path.isEmpty() ? ReadFile() : readWholeFile(text.path, ProgramOnDisk::mostBytes);
    m_bench.follower.startAtFirstLine();
    m_bench.document.setProgram(text.path, text.text, text.path.isEmpty() ? text.title : QString());
    m_bench.document.setSavedText(file.problem.isEmpty() ? programText(file.bytes) : QString());
    m_disk.follow(file.bytes);
    Q_EMIT titleChanged();
    if (unsaved.keepNow()) left->discard(); // else it stays there
    m_bench.document.record();
    m_views.of<CodePanel>().editor().setFocus();
    if (file.problem.isEmpty() && !text.base.isEmpty() && UnsavedTexts::digest(file.bytes) != text.base)
        m_messages.hint(tr("%1 was changed on the disk since; to save this text takes the place of what is there.").arg(m_bench.document.title()));
}

bool ProgramFiles::takes(const QMimeData& dropped) const { return dropped.hasUrls(); }

void ProgramFiles::drop(const QMimeData& dropped) {
    const auto urls = dropped.urls();
    if (!urls.isEmpty() && urls.first().isLocalFile() && mayLeave()) open(urls.first().toLocalFile());
}

}
