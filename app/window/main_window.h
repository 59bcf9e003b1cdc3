// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: puts the parts together, and nothing more. What the parts share is in the workbench; each owns its state and its commands.

#include <QMainWindow>
#include <memory>

namespace memtape {

class Lessons;
class Messages;
class PictureCommands;
class PictureExport;
class ProgramFiles;
class ProgramRunner;
class Settings;
class Views;
class WindowLanguage;
class WindowLayout;
struct Workbench;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(std::unique_ptr<ProgramRunner> runner, Settings& settings);
    ~MainWindow() override;

    void openStart(); // the last session, or lesson 1 on the first run
    Workbench& bench() { return *m_bench; }
    Views& views() { return *m_views; }
    Lessons& lessons() { return *m_lessons; }
    ProgramFiles& files() { return *m_files; }
    PictureExport& pictureExport() { return *m_export; }
    WindowLanguage& language() { return *m_language; }

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

    // In the order in which they are made of one another.
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Messages> m_messages;
    std::unique_ptr<Views> m_views;
    std::unique_ptr<WindowLayout> m_layout;
    std::unique_ptr<Lessons> m_lessons;
    std::unique_ptr<ProgramFiles> m_files;
    std::unique_ptr<PictureExport> m_export;
    std::unique_ptr<PictureCommands> m_picture;
    std::unique_ptr<WindowLanguage> m_language;
};

}
