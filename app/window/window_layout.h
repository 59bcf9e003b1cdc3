// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shape of the window: which view stands where, how the room is shared, and what gives way in a narrow window. There the inspector takes
// the place of what is below the code, so that stack and heap stay in sight.

#include <QByteArray>
#include <QList>
#include <QObject>

class QSplitter;
class QStackedWidget;
class QWidget;

namespace memtape {

class InspectorPanel;
class Messages;
class TabStack;
class Views;
struct Workbench;

class WindowLayout : public QObject {
    Q_OBJECT
public:
    WindowLayout(Workbench& bench, Views& views, Messages& messages);
    QWidget* page() const { return m_page; } // all of it

    void restore(); // sizes, as they were kept
    void keep();
    void arrange(); // by the size of the window
    void retitle(); // in the language of now

    void showMain(QWidget& view);
    bool isMain(const QWidget& view) const;
    void showTab(QWidget& view);
    void setTabVisible(QWidget& view, bool visible);
    void giveTabsHalf(); // of the height at the left
    void showInspector(bool shown);
    void showInspectorPage(QWidget& view); // opens it too
    void setClassView(bool on);            // code, picture and what happened alone

private:
    void buildLeft();
    void buildAcross(Messages& messages);
    void buildPage(Messages& messages);
    void followSelection();
    void widenInspector(); // to what its page wants
    int wantedWidth() const;
    QWidget* objectPage() const;
    void restoreInspector();
    bool inspectorIsLeft() const; // in a narrow window

    Workbench& m_bench;
    Views& m_views;
    QWidget* m_page;
    QSplitter *m_across, *m_left;
    QStackedWidget* m_main;
    TabStack* m_tabs;
    InspectorPanel* m_inspector;
    QList<int> m_leftSizes;    // while the inspector is there
    QWidget *m_top, *m_bottom; // what stands above and below the three
    bool m_isClassView = false, m_inspectorWasOpen = false;
    QByteArray m_acrossWas, m_leftWas;
};

}
