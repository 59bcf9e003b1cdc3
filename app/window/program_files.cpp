// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/program_files.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>

#include "app/window/lessons.h"
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
      m_lessons(lessons) {
    bench.actions.on(ActionId::New, this, [this] {
        if (mayLeave()) begin();
    });
    bench.actions.on(ActionId::Open, this, [this] {
        if (mayLeave()) choose();
    });
    bench.actions.on(ActionId::Save, this, [this] { save(false); });
    bench.actions.on(ActionId::SaveAs, this, [this] { save(true); });
    bench.actions.on(ActionId::SaveRecording, this, [this] { saveRecording(); });
    connect(&views.of<CodePanel>(), &CodePanel::editCopyRequested, this, &ProgramFiles::editCopy);
    connectWritten();
    bench.document.setPackageFolders(bench.settings.packageFolders());
    auto* folders = new QMenu(&bench.window);
    bench.actions[ActionId::PackageFolders]->setMenu(folders);
    connect(folders, &QMenu::aboutToShow, this, &ProgramFiles::listPackageFolders);
}

void ProgramFiles::openLast() {
    const Settings& settings = m_bench.settings;
    if (!settings.lastLesson().isEmpty()) m_lessons.open(settings.lastLesson());
    else if (!settings.lastFile().isEmpty() && QFileInfo::exists(settings.lastFile())) open(settings.lastFile());
    else {
        m_bench.document.setProgram({}, settings.lastText());
        m_bench.document.record();
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
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_messages.problem(tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return false;
    }
    m_bench.document.setProgram(path, QString::fromUtf8(file.readAll()));
    Q_EMIT titleChanged();
    m_bench.document.record();
    m_views.of<Canvas>().view().setFocus();
    return true;
}

bool ProgramFiles::openRecording(const QString& path) {
    QString error;
    bool opened = m_bench.document.openRecording(path, &error);
    if (opened) Q_EMIT titleChanged();
    else m_messages.problem(error);
    return opened;
}

void ProgramFiles::begin() {
    leave();
    m_bench.follower.startAtFirstLine();
    m_bench.document.setProgram({}, {});
    Q_EMIT titleChanged();
    m_views.of<CodePanel>().editor().setFocus();
}

void ProgramFiles::editCopy() {
    QString text = m_bench.document.text();
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
    if (path.isEmpty()) return;
    if (!write(path, document.text().toUtf8())) return;
    document.setPath(path);
    document.markSaved();
    Q_EMIT titleChanged();
}

bool ProgramFiles::write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return true;
    m_messages.problem(tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return false;
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
    if (!document.isModified() || document.path().isEmpty()) return true; // unsaved texts without a file are kept by the session
    QString question = tr("%1 has changes that are not saved.").arg(document.title());
    auto answers = QMessageBox::Discard | QMessageBox::Cancel;
    return QMessageBox::question(&m_bench.window, QStringLiteral("Memtape"), question, answers) == QMessageBox::Discard;
}

bool ProgramFiles::takes(const QMimeData& dropped) const { return dropped.hasUrls(); }

void ProgramFiles::drop(const QMimeData& dropped) {
    const auto urls = dropped.urls();
    if (!urls.isEmpty() && urls.first().isLocalFile() && mayLeave()) open(urls.first().toLocalFile());
}

}
