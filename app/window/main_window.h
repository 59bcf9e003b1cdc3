// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: puts the parts together, and nothing more. What the parts share is in the workbench; each owns its state and its commands.

#include <QMainWindow>
#include <memory>

namespace memtape {

class ClassView;
class Guide;
class LessonChecks;
class Lessons;
class Drawings;
class Messages;
class PictureCommands;
class PictureExport;
class Predictions;
class ProgramFiles;
class ProgramRunner;
class RecordingLimits;
class Settings;
class UnsavedChanges;
class Views;
class WindowLanguage;
class WindowLayout;
struct Workbench;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // stateFolder: where texts that are not saved are kept, in case the window is ended; empty: nowhere.
    MainWindow(std::unique_ptr<ProgramRunner> runner, Settings& settings, const QString& stateFolder = {});
    ~MainWindow() override;

    void openStart(); // the last session, or lesson 1 on the first run
    Workbench& bench() { return *m_bench; }
    Views& views() { return *m_views; }
    Lessons& lessons() { return *m_lessons; }
    ProgramFiles& files() { return *m_files; }
    UnsavedChanges& unsaved() { return *m_unsaved; }
    PictureExport& pictureExport() { return *m_export; }
    Predictions& predictions() { return *m_predictions; }
    Drawings& drawings() { return *m_drawings; }
    ClassView& classView() { return *m_classView; }
    WindowLanguage& language() { return *m_language; }
    Guide& guide() { return *m_guide; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectParts();
    void retranslate();
    void updateTitle();
    void tellSettings(); // what is wrong with their file

    // In the order in which they are made of one another.
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Messages> m_messages;
    std::unique_ptr<Views> m_views;
    std::unique_ptr<WindowLayout> m_layout;
    std::unique_ptr<Lessons> m_lessons;
    std::unique_ptr<LessonChecks> m_checks;
    std::unique_ptr<ProgramFiles> m_files;
    std::unique_ptr<UnsavedChanges> m_unsaved;
    std::unique_ptr<RecordingLimits> m_limits;
    std::unique_ptr<PictureExport> m_export;
    std::unique_ptr<PictureCommands> m_picture;
    std::unique_ptr<Predictions> m_predictions;
    std::unique_ptr<Drawings> m_drawings;
    std::unique_ptr<ClassView> m_classView;
    std::unique_ptr<WindowLanguage> m_language;
    std::unique_ptr<Guide> m_guide;
};

}
